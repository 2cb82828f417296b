// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/outcome_service.hpp"

#include "platform/json/encode.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/interview/interview_card_store.hpp"
#include "server/interview/interview_policy.hpp"
#include "server/interview/interview_store.hpp"
#include "server/interview/interview_views.hpp"
#include "server/interview/outcome.hpp"
#include "server/network/directory_shared_store.hpp"

namespace parvis::interview {

using identity::Caller;

namespace {

Error unknown_interview() {
    return fail(ErrorCode::not_found, "interview_unknown");
}

struct Saved {
    Outcome outcome;
    InterviewCard card;
};

Instant open_until(Interview const& interview, std::string const& time_zone, Instant now) {
    return outcome_until(interview.ended_at.value_or(now), time_zone);
}

} // namespace

OutcomeService::OutcomeService(db::Database& database, Clock const& clock, ChangeFeed const& feed)
    : database_(database), clock_(clock), feed_(feed) {}

Result<Outcome> OutcomeService::save(Caller const& caller, InterviewId const& id, OutcomeForm const& form) {
    auto const now = clock_.now();
    auto saved = database_.write([&](db::Session& session) -> Result<Saved> {
        auto interview = find_interview(session, id);
        if (!interview || !is_its_adviser(caller, *interview)) {
            return unknown_interview();
        }
        if (!interview->accepted_at) {
            return fail(ErrorCode::conflict, "interview_not_held");
        }
        auto const site = network::site_card(session, interview->site_id).value();
        if (now > open_until(*interview, site.time_zone, now)) {
            return fail(ErrorCode::expired, "outcome_closed");
        }
        if (auto sound = check_outcome(form, to_local(now, site.time_zone).date()); !sound) {
            return sound.error();
        }
        interview->has_outcome = true;
        ++interview->revision;
        if (!save_interview(session, *interview)) {
            return fail(ErrorCode::conflict, "interview_changed");
        }
        save_outcome(session, id, form, now);
        identity::append_audit(session,
                               {"outcome_saved", identity::trail_name(caller.account_id),
                                identity::trail_name(id), std::string(json::enum_name(form.outcome)), now},
                               now);
        return Saved{{id, interview->code, form, now}, card_of(session, std::move(*interview))};
    });
    if (!saved) {
        return saved.error();
    }
    feed_.tell(saved->card);
    return std::move(saved->outcome);
}

Result<Receipt> OutcomeService::receipt(Caller const& caller, InterviewId const& id) {
    return database_.read([&](db::Session& session) -> Result<Receipt> {
        auto interview = find_interview(session, id);
        if (!interview || !is_its_adviser(caller, *interview)) {
            return unknown_interview();
        }
        auto const outcome = find_outcome(session, id);
        if (!outcome) {
            return fail(ErrorCode::conflict, "outcome_missing");
        }
        auto const card = card_of(session, std::move(*interview));
        Receipt receipt;
        receipt.language = card.interview.language;
        receipt.held_at = card.interview.accepted_at.value();
        receipt.site = card.place.site;
        receipt.partner = card.offer.partner;
        receipt.subject_label = card.offer.subject_label;
        receipt.adviser_name = card.interview.adviser_name;
        receipt.code = card.interview.code;
        receipt.outcome = outcome->form.outcome;
        receipt.done = outcome->form.done;
        receipt.next_steps = outcome->form.next_steps;
        return receipt;
    });
}

Result<InterviewReading> OutcomeService::read(Caller const& caller, InterviewId const& id) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<InterviewReading> {
        auto interview = find_interview(session, id);
        if (!interview || !may_read(caller, *interview)) {
            return unknown_interview();
        }
        auto const card = card_of(session, std::move(*interview));
        auto const until = open_until(card.interview, card.place.site.time_zone, now);
        return InterviewReading{adviser_interview(card, {}, std::nullopt), find_outcome(session, id),
                                allowed_actions(caller, card.interview, until, now)};
    });
}

} // namespace parvis::interview
