// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/reminders/reminder_service.hpp"

#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"
#include "platform/time/calendar_event.hpp"
#include "server/scheduling/appointments/appointment_event_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/feeds/webhook_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <utility>

namespace parvis::scheduling {

/// A message that was taken to be sent, with all that it says.
struct ReminderService::Outgoing {
    DueMessage message;
    ToldAppointment told;
    std::string to;
    Instant written_at;
};

namespace {

using identity::Caller;
using identity::Role;

constexpr int events_at_once = 20;
constexpr int messages_at_once = 50;

std::string domain_of(std::string const& address) {
    auto const at = address.find('@');
    return at == std::string::npos ? "parvis" : address.substr(at + 1);
}

/// The same for the same message, and for no other.
std::string reference_of(DueMessage const& message) {
    return message.key.appointment_id.text() + "." + std::string(json::enum_name(message.key.kind));
}

std::string address_of(MessageChannel channel, Visitor const& visitor) {
    return channel == MessageChannel::email ? visitor.email : mobile_number(visitor.telephone).value_or("");
}

/// The argument that the sentence of the problem wants.
std::string answer_of(Error const& error) {
    return error.arguments.empty() ? "" : error.arguments.front().second;
}

std::string explained(Language language, FailingMessage const& failing) {
    auto const& answer = failing.explanation;
    return text::say(
        language, fail(ErrorCode::unavailable, failing.problem, {}, {{"answer", answer}, {"cause", answer}}));
}

Result<void> check_reader(Caller const& caller, NetworkId const& network) {
    for (auto const role : {Role::coordinator, Role::technician, Role::administrator}) {
        if (caller.has(role, network)) {
            return {};
        }
    }
    return refuse_change(caller, network, "network_unknown");
}

bool may_tend(Caller const& caller, NetworkId const& network, std::optional<SiteId> const& site) {
    return check_reader(caller, network).ok() || (site && caller.mediator_at(*site) != nullptr);
}

} // namespace

ReminderService::ReminderService(db::Database& database, Clock const& clock, MessageChannels channels,
                                 MessageSender sender)
    : database_(database), clock_(clock), channels_(std::move(channels)), sender_(std::move(sender)) {}

bool ReminderService::offers(MessageChannel channel) const {
    return static_cast<bool>(channel == MessageChannel::email ? channels_.email != nullptr
                                                              : channels_.text_message != nullptr);
}

std::vector<MessageChannel> ReminderService::channels_to(Visitor const& visitor) const {
    std::vector<MessageChannel> open;
    for (auto const channel : {MessageChannel::email, MessageChannel::text_message}) {
        if (offers(channel) && !address_of(channel, visitor).empty()) {
            open.push_back(channel);
        }
    }
    return open;
}

// ---- planned

void ReminderService::plan(db::Session& session, AppointmentEvent const& event, Instant now) const {
    if (!mark_spread(session, event, now)) {
        return;
    }
    plan_deliveries(session, event);
    drop_earlier(session, event, now);
    auto const appointment = find_appointment(session, event.appointment_id);
    if (!appointment) {
        return;
    }
    auto const open = channels_to(appointment->visitor);
    if (open.empty()) {
        return;
    }
    auto const zone = time_zone_of(session, event.network_id).value();
    for (auto const& message : planned_messages(event.kind, appointment->starts_at, zone, now)) {
        for (auto const channel : open) {
            if (is_still_true(message.kind, appointment->state)) {
                plan_message(session, event, message, channel);
            }
        }
    }
}

bool ReminderService::plan_some() {
    auto const now = clock_.now();
    auto const events = database_.read([](db::Session& session) -> Result<std::vector<AppointmentEvent>> {
        return new_events(session, events_at_once);
    });
    if (!events || events->empty()) {
        return false;
    }
    auto const planned = database_.write([&](db::Session& session) -> Result<void> {
        for (auto const& event : *events) {
            plan(session, event, now);
        }
        return {};
    });
    return planned.ok();
}

// ---- sent

Result<std::optional<ReminderService::Outgoing>>
ReminderService::take(db::Session& session, MessageKey const& key, Instant now) const {
    auto message = due_message(session, key, now);
    if (!message) {
        return std::optional<Outgoing>();
    }
    auto const end = [&](MessageState state, std::string const& problem) {
        end_message(session, key, state, problem, "", now);
        return std::optional<Outgoing>();
    };
    auto const appointment = find_appointment(session, key.appointment_id);
    if (!appointment || !is_still_true(key.kind, appointment->state) || !offers(key.channel)) {
        return end(MessageState::dropped, "");
    }
    auto to = address_of(key.channel, appointment->visitor);
    if (to.empty()) {
        return end(MessageState::dropped, "");
    }
    if (message->attempts >= message_attempts) {
        return end(MessageState::given_up, "delivery_unknown");
    }
    if (now >= message->useful_until) {
        return end(MessageState::given_up,
                   message->state == MessageState::sending ? "delivery_unknown" : "message_too_late");
    }
    mark_sending(session, key, now + sending_patience);
    ++message->attempts;
    auto told = told_of(session, *appointment);
    told.kind = key.kind;
    told.portal_url = portal_address(sender_.portal_url, key.kind, told.code);
    told.visit_url = visit_address(sender_.portal_url, told.door, told.code);
    if (key.kind == MessageKind::offered) {
        told.answer_until = message->useful_until;
    }
    return std::optional(Outgoing{*message, std::move(told), std::move(to), now});
}

mail::Message ReminderService::mail_of(Outgoing const& outgoing) const {
    auto const& catalogue = text::Catalogue::built_in();
    auto const& told = outgoing.told;
    auto const letter = letter_of(told, catalogue);
    mail::Message message;
    message.from = sender_.from;
    message.to = outgoing.to;
    message.subject = letter.subject;
    message.text = letter.text;
    message.language = tag(told.language);
    message.message_id = reference_of(outgoing.message) + "@" + domain_of(sender_.from.address);
    message.written_at = outgoing.written_at;
    if (told.kind == MessageKind::two_days_before || told.kind == MessageKind::same_morning ||
        told.kind == MessageKind::offered) {
        return message; // their calendar has it already, or not yet
    }
    CalendarEvent event;
    event.uid = outgoing.message.root_id.text() + "@parvis";
    event.sequence = outgoing.message.sequence;
    event.written_at = outgoing.written_at;
    event.starts_at = told.starts_at;
    event.ends_at = told.starts_at + std::chrono::minutes(told.minutes);
    event.summary = calendar_summary(told, catalogue);
    event.description = text_message_of(told, catalogue);
    event.location = calendar_location(told, catalogue);
    event.organizer_name = sender_.from.name;
    event.organizer = sender_.from.address;
    event.attendee = outgoing.to;
    auto const method =
        told.kind == MessageKind::cancelled ? CalendarMethod::cancel : CalendarMethod::request;
    message.calendar = mail::CalendarPart{calendar_text(method, {event}), to_string(method)};
    return message;
}

Result<void> ReminderService::give(Outgoing const& outgoing) const {
    if (outgoing.message.key.channel == MessageChannel::email) {
        return channels_.email(mail_of(outgoing));
    }
    return channels_.text_message({outgoing.to, text_message_of(outgoing.told, text::Catalogue::built_in()),
                                   reference_of(outgoing.message)});
}

Result<void> ReminderService::settle(MessageKey const& key, int attempts, Instant useful_until,
                                     Result<void> const& given) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        if (given) {
            end_message(session, key, MessageState::sent, "", "", now);
            return {};
        }
        auto const& error = given.error();
        bool const is_final = error.code == ErrorCode::invalid_input;
        auto const next = is_final ? std::nullopt : next_attempt(attempts, now, useful_until);
        if (next) {
            scheduling::try_again(session, key, *next, error.reason, answer_of(error));
        } else {
            end_message(session, key, MessageState::given_up, error.reason, answer_of(error), now);
        }
        return {};
    });
}

bool ReminderService::send_one(MessageKey const& key) {
    auto const now = clock_.now();
    auto const taken = database_.write([&](db::Session& session) { return take(session, key, now); });
    if (!taken || !*taken) {
        return taken.ok();
    }
    auto const& outgoing = **taken;
    auto const given = give(outgoing);
    if (!given) {
        log::warn("message_not_delivered", {{"channel", json::enum_name(key.channel)},
                                            {"kind", json::enum_name(key.kind)},
                                            {"attempt", outgoing.message.attempts},
                                            {"problem", given.error().reason}});
    }
    auto const settled = settle(key, outgoing.message.attempts, outgoing.message.useful_until, given);
    return settled.ok() && (given.ok() || given.error().code != ErrorCode::unavailable);
}

bool ReminderService::send_some(MessageChannel channel) {
    auto const now = clock_.now();
    auto const due = database_.read([&](db::Session& session) -> Result<std::vector<MessageKey>> {
        return due_messages(session, channel, now, messages_at_once);
    });
    if (!due || due->empty()) {
        return false;
    }
    for (auto const& key : *due) {
        if (stopping_ || !send_one(key)) {
            return false;
        }
    }
    return true;
}

void ReminderService::run() {
    while (!stopping_ && plan_some()) {
    }
    for (auto const channel : {MessageChannel::email, MessageChannel::text_message}) {
        while (!stopping_ && send_some(channel)) {
        }
    }
}

// ---- seen

Result<MessageReport> ReminderService::report(Caller const& caller, NetworkId const& network) {
    if (auto const allowed = check_reader(caller, network); !allowed) {
        return allowed.error();
    }
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<MessageReport> {
        return finished(caller, message_report(session, network, std::nullopt, now));
    });
}

MessageReport ReminderService::finished(Caller const& caller, MessageReport report) const {
    auto const language = parse_language(caller.language).value_or(Language::fr);
    report.email_offered = offers(MessageChannel::email);
    report.text_messages_offered = offers(MessageChannel::text_message);
    for (auto& failing : report.failing) {
        failing.explanation = explained(language, failing);
    }
    return report;
}

Result<MessageReport> ReminderService::report_of(Caller const& caller, SiteId const& site) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<MessageReport> {
        auto const network = network_of(session, site);
        if (!network) {
            return fail(ErrorCode::not_found, "site_unknown");
        }
        if (!may_tend(caller, *network, site)) {
            return fail(ErrorCode::forbidden, "not_your_site");
        }
        return finished(caller, message_report(session, *network, site, now));
    });
}

Result<void> ReminderService::change_one(Caller const& caller, NamedMessage const& which,
                                         bool (*change)(db::Session&, MessageKey const&, Instant)) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const appointment = find_appointment(session, which.appointment_id);
        bool const is_own = appointment && may_tend(caller, appointment->network_id, appointment->site_id);
        bool const changed =
            is_own && change(session, {which.appointment_id, which.kind, which.channel}, now);
        return changed ? Result<void>() : fail(ErrorCode::not_found, "message_unknown");
    });
}

Result<void> ReminderService::try_one(Caller const& caller, NamedMessage const& which) {
    return change_one(caller, which, wait_again);
}

Result<void> ReminderService::settle_by_telephone(Caller const& caller, NamedMessage const& which) {
    return change_one(caller, which, settle_message);
}

Result<MessageReport> ReminderService::try_again(Caller const& caller, NetworkId const& network) {
    if (auto const allowed = check_reader(caller, network); !allowed) {
        return allowed.error();
    }
    auto const now = clock_.now();
    auto const again = database_.write(
        [&](db::Session& session) -> Result<std::int64_t> { return wait_again(session, network, now); });
    return again ? report(caller, network) : again.error();
}

} // namespace parvis::scheduling
