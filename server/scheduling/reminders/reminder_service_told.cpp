// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/catalogue.hpp"
#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"

namespace parvis::scheduling {

namespace {

TellingState state_of(std::optional<ToldAtOnce> const& told) {
    if (!told) {
        return TellingState::queued; // not planned yet: the next run does it
    }
    switch (told->state) {
    case MessageState::sent:
        return TellingState::sent;
    case MessageState::given_up:
        return TellingState::given_up;
    case MessageState::waiting:
        return told->problem.empty() ? TellingState::queued : TellingState::failing;
    case MessageState::sending:
    case MessageState::dropped:
        break;
    }
    return TellingState::queued;
}

std::string explained(Language language, ToldAtOnce const& told) {
    return told.problem.empty()
               ? ""
               : text::say(language, fail(ErrorCode::unavailable, told.problem, {},
                                          {{"answer", told.answer}, {"cause", told.answer}}));
}

} // namespace

Telling ReminderService::telling_of(db::Session& session, Appointment const& appointment,
                                    MessageChannel channel, Language language) const {
    if (!offers(channel)) {
        return {channel, TellingState::not_offered, ""};
    }
    if (channel == MessageChannel::text_message && !mobile_number(appointment.visitor.telephone)) {
        return {channel, TellingState::no_mobile, ""};
    }
    auto const told = told_at_once(session, appointment.appointment_id, channel);
    auto const state = state_of(told);
    bool const is_trouble = state == TellingState::failing || state == TellingState::given_up;
    return {channel, state, is_trouble ? explained(language, *told) : ""};
}

Result<Tellings> ReminderService::tellings(identity::Caller const& caller, AppointmentId const& id) {
    auto const language = parse_language(caller.language).value_or(Language::fr);
    return database_.read([&](db::Session& session) -> Result<Tellings> {
        auto const found = AppointmentService::read_in(session, Requester::of(caller), id);
        if (!found) {
            return found.error();
        }
        Tellings all;
        if (!found->confirmed_at) {
            return all;
        }
        if (!found->visitor.email.empty()) {
            all.tellings.push_back(telling_of(session, *found, MessageChannel::email, language));
        }
        if (!found->visitor.telephone.empty()) {
            all.tellings.push_back(telling_of(session, *found, MessageChannel::text_message, language));
        }
        return all;
    });
}

} // namespace parvis::scheduling
