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
#include "server/network/listing_shared_store.hpp"

#include <algorithm>

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

InterviewReading reading_of(db::Session& session, Caller const& caller, InterviewCard const& card,
                            Instant now) {
    auto const& interview = card.interview;
    auto const until = open_until(interview, card.place.site.time_zone, now);
    InterviewReading reading{adviser_interview(card, {}, std::nullopt),
                             find_outcome(session, interview.interview_id),
                             {},
                             allowed_actions(caller, interview, until, now)};
    for (auto& subject : network::subjects_of(session, interview.network_id)) {
        reading.subjects.push_back({std::move(subject.subject), std::move(subject.label)});
    }
    return reading;
}

/// The words of a subject of this network; none when it has no such subject.
std::optional<PlainWords> label_of(db::Session& session, NetworkId const& network,
                                   std::string const& subject) {
    auto const subjects = network::subjects_of(session, network);
    auto const found = std::ranges::find(subjects, subject, &network::SubjectCard::subject);
    return found == subjects.end() ? std::nullopt : std::optional(found->label);
}

/// The one that was written last counts. A page that got no answer tells the same again.
bool replaces(Outcome const& told, Outcome const& standing) {
    bool const is_same = told.form.outcome_id && told.form.outcome_id == standing.form.outcome_id;
    return !is_same && told.occurred_at >= standing.occurred_at;
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
        auto const written_at = happened_before(form.waited_ms.value_or(0), *interview->accepted_at, now);
        if (auto sound = check_outcome(form, to_local(written_at, site.time_zone).date()); !sound) {
            return sound.error();
        }
        if (!label_of(session, interview->network_id, form.subject)) {
            return fail(ErrorCode::invalid_input, "subject_unknown", "/subject");
        }
        Outcome outcome{id, interview->code, form, written_at, now};
        outcome.form.waited_ms.reset();
        auto const standing = find_outcome(session, id);
        if (standing && !replaces(outcome, *standing)) {
            return Saved{*standing, card_of(session, std::move(*interview))};
        }
        auto const until = open_until(*interview, site.time_zone, now);
        if (outcome.occurred_at > until || now > until + outcome_may_wait) {
            return fail(ErrorCode::expired, "outcome_closed");
        }
        interview->has_outcome = true;
        ++interview->revision;
        if (!save_interview(session, *interview)) {
            return fail(ErrorCode::conflict, "interview_changed");
        }
        save_outcome(session, outcome);
        identity::append_audit(session,
                               {"outcome_saved", identity::trail_name(caller.account_id),
                                identity::trail_name(id), std::string(json::enum_name(form.outcome)),
                                outcome.occurred_at},
                               now);
        return Saved{std::move(outcome), card_of(session, std::move(*interview))};
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
        if (!has_words(*interview, clock_.now())) {
            return fail(ErrorCode::expired, "receipt_erased");
        }
        auto const card = card_of(session, std::move(*interview));
        Receipt receipt;
        receipt.language = card.interview.language;
        receipt.held_at = card.interview.accepted_at.value();
        receipt.site = card.place.site;
        receipt.partner = card.offer.partner;
        receipt.subject_label = label_of(session, card.interview.network_id, outcome->form.subject)
                                    .value_or(card.offer.subject_label);
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
        return reading_of(session, caller, card_of(session, std::move(*interview)), now);
    });
}

Result<InterviewList> OutcomeService::latest(Caller const& caller) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<InterviewList> {
        InterviewList list;
        for (auto& interview : latest_held_by(session, caller.account_id)) {
            if (is_its_adviser(caller, interview)) {
                list.interviews.push_back(
                    reading_of(session, caller, card_of(session, std::move(interview)), now));
            }
        }
        return list;
    });
}

} // namespace parvis::interview
