// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_service.hpp"

#include "platform/json/encode.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/interview/interview_card_store.hpp"
#include "server/interview/interview_policy.hpp"
#include "server/interview/interview_store.hpp"
#include "server/interview/receipt_code.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/network/home_place_shared_store.hpp"

namespace parvis::interview {

using identity::Caller;

namespace {

struct Changed {
    InterviewCard card;
    bool changed = false;
};

Error unknown_interview() {
    return fail(ErrorCode::not_found, "interview_unknown");
}

std::string new_code(db::Session& session) {
    auto code = make_receipt_code();
    while (is_code_taken(session, code)) {
        code = make_receipt_code();
    }
    return code;
}

Instant begun_at(Interview const& interview) {
    return interview.accepted_at.value_or(interview.requested_at);
}

/// The trail keeps who was given command of a kiosk, and when that ended.
void trace(db::Session& session, Interview const& before, Interview const& after, std::string const& actor,
           Instant now) {
    identity::AuditAct act{"", actor, identity::trail_name(after.interview_id), "", now};
    if (after.state == InterviewState::running && before.state != InterviewState::running) {
        act.act = "interview_begun";
        act.detail = "adviser:" + after.adviser_id.value().text() + " kiosk:" + after.kiosk_id.text();
        identity::append_audit(session, act, now);
    } else if (after.state == InterviewState::ended && before.state == InterviewState::running) {
        act.act = "interview_ended";
        act.occurred_at = after.ended_at.value();
        act.detail = std::string(json::enum_name(after.end_reason.value()));
        identity::append_audit(session, act, now);
    }
}

Result<Changed> apply(db::Session& session, Interview const& before, Result<Interview> decided,
                      std::string const& actor, Instant now) {
    if (!decided) {
        return decided.error();
    }
    bool const changed = decided->revision != before.revision;
    if (changed) {
        if (!save_interview(session, *decided)) {
            return fail(ErrorCode::conflict, "ring_taken");
        }
        trace(session, before, *decided, actor, now);
    }
    return Changed{card_of(session, std::move(*decided)), changed};
}

Result<Interview> accepted_by(db::Session& session, Caller const& caller, Interview const& before,
                              Instant now) {
    auto const groups = network::groups_of(session, caller.account_id);
    if (!may_answer_for(caller, groups, before.partner_id, before.group_id)) {
        return unknown_interview();
    }
    auto const held = live_interview_of(session, caller.account_id);
    if (held && held->interview_id != before.interview_id) {
        return fail(ErrorCode::conflict, "adviser_busy");
    }
    return accepted(before, caller.account_id, first_name(caller.name), new_code(session), now);
}

} // namespace

InterviewService::InterviewService(db::Database& database, Clock const& clock, ChangeFeed const& feed)
    : database_(database), clock_(clock), feed_(feed) {}

Result<InterviewCard> InterviewService::change(InterviewId const& id, std::string const& actor,
                                               Decide const& decide) {
    auto const now = clock_.now();
    auto outcome = database_.write([&](db::Session& session) -> Result<Changed> {
        auto const before = find_interview(session, id);
        if (!before) {
            return unknown_interview();
        }
        return apply(session, *before, decide(session, *before, now), actor, now);
    });
    if (!outcome) {
        return outcome.error();
    }
    if (outcome->changed) {
        feed_.tell(outcome->card);
    }
    return std::move(outcome->card);
}

Result<InterviewCard> InterviewService::change_by_mediator(Caller const& caller, InterviewId const& id,
                                                           Decide const& decide) {
    return change(id, identity::trail_name(caller.account_id),
                  [&](db::Session& session, Interview const& before, Instant now) {
                      bool const is_there = caller.mediator_at(before.site_id) != nullptr &&
                                            !network::is_home_place(session, before.kiosk_id);
                      return is_there ? decide(session, before, now) : Result<Interview>(unknown_interview());
                  });
}

Result<InterviewCard> InterviewService::change_by_adviser(Caller const& caller, InterviewId const& id,
                                                          Decide const& decide) {
    return change(id, identity::trail_name(caller.account_id),
                  [&](db::Session& session, Interview const& before, Instant now) {
                      return is_its_adviser(caller, before) ? decide(session, before, now)
                                                            : Result<Interview>(unknown_interview());
                  });
}

Result<InterviewCard> InterviewService::accept(Caller const& caller, InterviewId const& id) {
    return change(id, identity::trail_name(caller.account_id),
                  [&](db::Session& session, Interview const& before, Instant now) {
                      return accepted_by(session, caller, before, now);
                  });
}

Result<InterviewCard> InterviewService::accept_in(db::Session& session, Caller const& caller,
                                                  InterviewId const& id, Instant now) {
    auto const before = find_interview(session, id);
    if (!before) {
        return unknown_interview();
    }
    auto done = apply(session, *before, accepted_by(session, caller, *before, now),
                      identity::trail_name(caller.account_id), now);
    return done ? Result<InterviewCard>(std::move(done->card)) : done.error();
}

Result<InterviewCard> InterviewService::answer(KioskId const& kiosk, InterviewId const& id) {
    return change(id, identity::trail_name(kiosk),
                  [&](db::Session& session, Interview const& before, Instant now) -> Result<Interview> {
                      if (before.kiosk_id != kiosk) {
                          return unknown_interview();
                      }
                      return answered(before, new_code(session), now);
                  });
}

Result<InterviewCard> InterviewService::answer_call(Caller const& caller, InterviewId const& id) {
    return change_by_mediator(caller, id, [](db::Session& session, Interview const& before, Instant now) {
        return answered(before, new_code(session), now);
    });
}

Result<InterviewCard> InterviewService::media_connected(Caller const& caller, InterviewId const& id) {
    return change_by_adviser(caller, id, [](db::Session&, Interview const& before, Instant now) {
        return connected(before, now);
    });
}

Result<InterviewCard> InterviewService::stop_by_citizen(KioskId const& kiosk, InterviewId const& id) {
    return change(id, identity::trail_name(kiosk),
                  [&](db::Session&, Interview const& before, Instant now) -> Result<Interview> {
                      if (before.kiosk_id != kiosk) {
                          return unknown_interview();
                      }
                      return stopped_by_citizen(before, now);
                  });
}

Result<InterviewCard> InterviewService::leave(KioskId const& kiosk,
                                              kiosk_protocol::from_kiosk::Leave const& told) {
    return change(told.interview_id, identity::trail_name(kiosk),
                  [&](db::Session&, Interview const& before, Instant now) -> Result<Interview> {
                      if (before.kiosk_id != kiosk) {
                          return unknown_interview();
                      }
                      auto const at = happened_at(told.left_at.value_or(now), begun_at(before), now);
                      return told.end_reason == EndReason::finished ? finished(before, at)
                                                                    : stopped_by_citizen(before, at);
                  });
}

Result<InterviewCard> InterviewService::cancel_ring(Caller const& caller, InterviewId const& id) {
    return change_by_mediator(caller, id, [](db::Session&, Interview const& before, Instant now) {
        return taken_back(before, now);
    });
}

Result<InterviewCard> InterviewService::cancel_call(Caller const& caller, InterviewId const& id) {
    return change_by_adviser(caller, id, [](db::Session&, Interview const& before, Instant now) {
        return taken_back(before, now);
    });
}

Result<InterviewCard> InterviewService::end(Caller const& caller, InterviewId const& id,
                                            std::int64_t waited_ms) {
    return change_by_adviser(caller, id, [&](db::Session&, Interview const& before, Instant now) {
        return Result<Interview>(finished(before, happened_before(waited_ms, begun_at(before), now)));
    });
}

Result<std::vector<InterviewCard>>
InterviewService::give_up(std::function<std::vector<Interview>(db::Session&, Instant)> const& which,
                          std::function<EndReason(Interview const&)> const& reason) {
    auto const now = clock_.now();
    auto ended = database_.write([&](db::Session& session) -> Result<std::vector<InterviewCard>> {
        std::vector<InterviewCard> cards;
        for (auto const& before : which(session, now)) {
            auto done = apply(session, before, given_up(before, reason(before), now), "system", now);
            if (!done) {
                return done.error();
            }
            cards.push_back(std::move(done->card));
        }
        return cards;
    });
    if (ended) {
        for (auto const& card : *ended) {
            feed_.tell(card);
        }
    }
    return ended;
}

Result<std::vector<InterviewCard>> InterviewService::end_unanswered(std::chrono::milliseconds ring_patience,
                                                                    std::chrono::milliseconds call_patience) {
    auto const overdue = [&](db::Session& session, Instant now) {
        auto late = waiting_since(session, InterviewState::ringing, now - ring_patience);
        auto const calls = waiting_since(session, InterviewState::calling, now - call_patience);
        late.insert(late.end(), calls.begin(), calls.end());
        return late;
    };
    // Most of the time nobody is overdue, and then the writer must not be disturbed.
    auto const now = clock_.now();
    auto const any =
        database_.read([&](db::Session& session) -> Result<bool> { return !overdue(session, now).empty(); });
    if (!any) {
        return any.error();
    }
    if (!*any) {
        return std::vector<InterviewCard>{};
    }
    return give_up(overdue, [](Interview const&) { return EndReason::no_answer; });
}

Result<InterviewCard> InterviewService::end_lost(InterviewId const& id) {
    return change(id, "system", [](db::Session&, Interview const& before, Instant now) {
        return Result<Interview>(given_up(before, EndReason::kiosk_lost, now));
    });
}

Result<std::vector<InterviewCard>> InterviewService::end_of_revoked(KioskId const& kiosk) {
    return give_up(
        [&](db::Session& session, Instant) {
            auto const live = live_interview_of(session, kiosk);
            return live ? std::vector{*live} : std::vector<Interview>{};
        },
        [](Interview const&) { return EndReason::revoked; });
}

Result<std::vector<InterviewCard>> InterviewService::end_of_signed_out(AccountId const& adviser) {
    return give_up(
        [&](db::Session& session, Instant) {
            auto const live = live_interview_of(session, adviser);
            return live ? std::vector{*live} : std::vector<Interview>{};
        },
        [](Interview const& interview) {
            return interview.state == InterviewState::running ? EndReason::adviser_left
                                                              : EndReason::withdrawn;
        });
}

Result<InterviewCard> InterviewService::read(Caller const& caller, InterviewId const& id) {
    return database_.read([&](db::Session& session) -> Result<InterviewCard> {
        auto found = find_interview(session, id);
        if (!found || !may_read(caller, *found)) {
            return unknown_interview();
        }
        return card_of(session, std::move(*found));
    });
}

} // namespace parvis::interview
