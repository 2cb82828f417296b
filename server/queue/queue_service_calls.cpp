// SPDX-License-Identifier: EUPL-1.2
// "Call next", and what becomes of a ticket when the interview that it led to changes.
#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"
#include "server/interview/interview_service.hpp"
#include "server/interview/ring_shared_store.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/queue/line_order.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/queue/queue_service.hpp"
#include "server/queue/ticket_service.hpp"

namespace parvis::queue {

using identity::Caller;
using kiosk_protocol::EndReason;
using kiosk_protocol::InterviewState;

namespace {

constexpr char call_act[] = "called";

/// Of all the caller's lines.
std::optional<QueueTicket> first_of(db::Session& session, Caller const& caller,
                                    std::vector<AdviserGroupId> const& groups, Instant now) {
    std::optional<QueueTicket> first;
    for (auto const& group : groups) {
        auto const body = body_of(session, group).value();
        if (caller.adviser_for(body.partner_id) == nullptr) {
            continue;
        }
        auto next = next_in_line(session, group, to_local(now, body.time_zone).date(), now);
        if (next && (!first || goes_before(*next, *first, now))) {
            first = std::move(next);
        }
    }
    return first;
}

/// Who rings at a kiosk, of all the caller's lines, and goes before `first`.
std::optional<InterviewId> ring_before(db::Session& session, std::vector<AdviserGroupId> const& groups,
                                       std::optional<QueueTicket> const& first, Instant now) {
    std::optional<std::pair<Instant, InterviewId>> earliest;
    auto const beats = [&](Instant place) {
        return (!first || (!first->urgent && place < place_at(*first, now))) &&
               (!earliest || place < earliest->first);
    };
    for (auto const& group : groups) {
        for (auto const& ring : interview::rings_of(session, group)) {
            if (!beats(ring.requested_at)) {
                break; // a place is never before the moment when one came
            }
            auto const place =
                place_for(ring.requested_at, last_place(session, group, ring.site_id, ring.requested_at));
            if (beats(place)) {
                earliest.emplace(place, ring.interview_id);
            }
        }
    }
    return earliest ? std::optional(earliest->second) : std::nullopt;
}

Result<QueueTicket> repeated(db::Session& session, ActRow const& act, Caller const& caller) {
    if (act.act != call_act || act.actor_id != caller.account_id) {
        return fail(ErrorCode::conflict, "act_id_taken", "/call_id");
    }
    return find_ticket(session, act.ticket_id).value();
}

/// A call that is repeated late may be over, or have become another one.
bool rings_now(QueueTicket const& ticket, CallNext const& wish) {
    return ticket.state == TicketState::called && ticket.call_id == wish.call_id &&
           ticket.interview_id == wish.interview_id;
}

/// What the interview means for its ticket; nothing: no change.
std::optional<Result<QueueTicket>> followed(HeldTicket const& held, Instant now) {
    auto const& [ticket, fact] = held;
    if (!fact.accepted_at) {
        // Nobody answered: the adviser calls out again, or gives up. Whatever else ended it, the person still
        // waits.
        bool const for_the_adviser =
            fact.end_reason == EndReason::no_answer || fact.end_reason == EndReason::declined;
        return fact.state == InterviewState::ended && !for_the_adviser ? std::optional(put_back(ticket, now))
                                                                       : std::nullopt;
    }
    auto const together = ticket.state == TicketState::called ? met(ticket, *fact.accepted_at) : ticket;
    if (fact.state != InterviewState::ended) {
        return ticket.state == TicketState::called ? std::optional(together) : std::nullopt;
    }
    auto const ended_at = fact.ended_at.value();
    bool const was_held =
        fact.end_reason == EndReason::finished || fact.end_reason == EndReason::citizen_left;
    return was_held ? finished(together.value(), ended_at) : put_back(together.value(), ended_at);
}

/// Met and finished at once is one change on disk.
int follow_held(db::Session& session, HeldTicket const& held, Instant now) {
    auto const after = followed(held, now);
    if (!after || !*after) {
        return 0;
    }
    auto ticket = after->value();
    ticket.revision = held.ticket.revision + 1;
    if (!save_and_follow(session, ticket, now)) {
        return 0;
    }
    insert_act(session,
               {TicketActId::make(now), ticket.ticket_id, std::string(json::enum_name(ticket.state)),
                std::nullopt, now},
               now);
    return 1;
}

/// Who is next; nothing: nobody.
struct Picked {
    std::optional<QueueTicket> ticket; ///< called
    std::optional<InterviewId> ring;   ///< not accepted yet
};

/// What the same call led to when it was told before.
Result<std::optional<Picked>> picked_before(db::Session& session, Caller const& caller,
                                            CallNext const& wish) {
    if (auto const act = find_act(session, wish.call_id)) {
        auto ticket = repeated(session, *act, caller);
        return ticket ? Result<std::optional<Picked>>(Picked{std::move(*ticket), {}}) : ticket.error();
    }
    if (!wish.interview_id) {
        return std::optional<Picked>();
    }
    auto const talks_to = interview::accepted_ring_of(session, caller.account_id);
    return talks_to ? std::optional(Picked{{}, talks_to}) : std::nullopt;
}

/// The first statement of its transaction takes the turn.
Result<Picked> pick_next(db::Session& session, Caller const& caller, CallNext const& wish, Instant now) {
    take_turn(session);
    if (auto before = picked_before(session, caller, wish); !before || *before) {
        return before ? Result<Picked>(std::move(**before)) : before.error();
    }
    auto const groups = network::groups_of(session, caller.account_id);
    if (groups.empty()) {
        return fail(ErrorCode::forbidden, "not_your_group");
    }
    if (held_by(session, caller.account_id)) {
        return fail(ErrorCode::conflict, "adviser_busy");
    }
    auto const first = first_of(session, caller, groups, now);
    if (wish.interview_id) {
        if (auto const ring = ring_before(session, groups, first, now)) {
            return Picked{{}, ring};
        }
    }
    if (!first) {
        return Picked{};
    }
    auto const kiosk = free_kiosk_for(session, *first, now).value();
    auto const next = called(*first, {wish.call_id, caller.account_id, kiosk, wish.interview_id}, now);
    if (!next) {
        return next.error();
    }
    if (auto const saved = save_and_follow(session, *next, now); !saved) {
        return saved.error();
    }
    insert_act(session, {wish.call_id, next->ticket_id, call_act, caller.account_id, now}, now);
    return Picked{*next, {}};
}

} // namespace

Result<NextTicket> QueueService::call_next(Caller const& caller, CallNext const& wish) {
    struct Called {
        std::optional<QueueTicket> ticket;
        std::optional<interview::InterviewCard> card;
    };
    auto const now = clock_.now();
    auto const called = database_.write([&](db::Session& session) -> Result<Called> {
        auto const next = pick_next(session, caller, wish, now);
        if (!next) {
            return next.error();
        }
        if (next->ring) {
            auto card = interview::InterviewService::accept_in(session, caller, *next->ring, now);
            return card ? Result<Called>(Called{std::nullopt, std::move(*card)}) : card.error();
        }
        Called done{next->ticket, std::nullopt};
        if (!done.ticket || !wish.interview_id || !rings_now(*done.ticket, wish)) {
            return done;
        }
        auto card = interview::InterviewService::call_kiosk_in(
            session, caller, {*wish.interview_id, done.ticket->kiosk_id.value(), done.ticket->offer_id}, now);
        if (!card) {
            return card.error();
        }
        done.card = std::move(*card);
        return done;
    });
    if (!called) {
        return called.error();
    }
    if (called->card) {
        interviews_.tell(*called->card);
    }
    if (!called->ticket) {
        auto const& card = called->card;
        return NextTicket{{}, card ? std::optional(card->interview.interview_id) : std::nullopt};
    }
    tell_around({called->ticket->group_id}, called->ticket->site_id);
    auto shown = view(caller, *called->ticket);
    return shown ? Result<NextTicket>(NextTicket{std::move(*shown), {}}) : shown.error();
}

void QueueService::follow(interview::Interview const& interview) {
    follow_ticket(interview);
    // Its kiosk was taken, or is free again, for whoever waits there.
    tell_around({}, interview.site_id);
}

void QueueService::follow_ticket(interview::Interview const& interview) {
    if (interview.state != InterviewState::running && interview.state != InterviewState::ended) {
        return;
    }
    // Most interviews have no ticket: they do not wait for the writer. A ticket is tied before its interview
    // runs.
    auto const tied = database_.read([&](db::Session& session) -> Result<bool> {
        return held_in(session, interview.interview_id).has_value();
    });
    if (tied && !*tied) {
        return;
    }
    auto const now = clock_.now();
    std::vector<AdviserGroupId> lines;
    auto const done = database_.write([&](db::Session& session) -> Result<int> {
        take_turn(session);
        auto const held = held_in(session, interview.interview_id);
        lines.clear();
        if (held) {
            lines.push_back(held->ticket.group_id);
        }
        return held ? follow_held(session, *held, now) : 0;
    });
    if (!done) {
        // The interview goes on; the next start, or the daily job, makes the ticket follow.
        log::warn("ticket_not_followed", {{"reason", done.error().reason}});
    } else if (*done > 0) {
        lines_.tell(lines);
    }
}

Result<int> QueueService::follow_all() {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<int> {
        take_turn(session);
        int count = 0;
        for (auto const& held : to_settle(session)) {
            count += follow_held(session, held, now);
        }
        return count;
    });
}

} // namespace parvis::queue
