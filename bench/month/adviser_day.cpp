// SPDX-License-Identifier: EUPL-1.2
// The advisers' side of the month, and what both sides share.
#include "bench/month/simulated_month.hpp"

#include <fmt/core.h>

namespace parvis::bench {

using queue::TicketActKind;
using queue::TicketState;
using queue::TicketView;
using std::chrono::minutes;

void SimulatedMonth::look_for_next(OnDuty const& duty) {
    if (now() >= duty.until) {
        return;
    }
    auto const& adviser = department_.bodies[duty.body].advisers[duty.adviser];
    auto const next = queue_.call_next(adviser, {queue::TicketActId::make(now()), std::nullopt});
    if (!expect(next, "the next person") || !next->ticket) {
        at(now() + minutes(1), [this, duty] { look_for_next(duty); });
        return;
    }
    auto const visitor = by_ticket_.at(next->ticket->ticket_id);
    if (!taken_advisers_.insert(adviser.account_id).second ||
        !taken_kiosks_.insert(visitors_[visitor].hall).second) {
        lived_.refusals.push_back("an adviser or a kiosk was given to two people");
    }
    visitors_[visitor].is_called = true;
    receive(duty, visitor, *next->ticket);
}

void SimulatedMonth::receive(OnDuty const& duty, std::size_t visitor, TicketView const& ticket) {
    if (by_chance(0.06)) {
        at(now() + minutes(2), [this, duty, visitor, ticket] { nobody_came(duty, visitor, ticket); });
        return;
    }
    at(now() + some(1, 3), [this, duty, visitor] {
        auto const& adviser = department_.bodies[duty.body].advisers[duty.adviser];
        if (expect(take_act(adviser, visitor, act(TicketActKind::met)), "meeting")) {
            // They sit in the room: neither patience nor a closing ends it.
            visitors_[visitor].is_there = false;
            at(now() + some(8, 35), [this, duty, visitor] { meet(duty, visitor); });
        }
    });
}

void SimulatedMonth::nobody_came(OnDuty const& duty, std::size_t visitor, TicketView const& ticket) {
    auto const& adviser = department_.bodies[duty.body].advisers[duty.adviser];
    auto const after = take_act(adviser, visitor, act(TicketActKind::no_answer));
    if (!expect(after, "nobody answered")) {
        return;
    }
    if (after->state == TicketState::called) {
        receive(duty, visitor, ticket);
        return;
    }
    visitors_[visitor].is_called = false;
    taken_advisers_.erase(adviser.account_id);
    taken_kiosks_.erase(visitors_[visitor].hall);
    at(now() + some(5, 15), [this, visitor] {
        if (!visitors_[visitor].is_over) {
            expect(take_act(department_.halls[visitors_[visitor].hall].mediator, visitor,
                            act(TicketActKind::unpark)),
                   "back from the corridor");
        }
    });
    look_for_next(duty);
}

/// The interview ends; when the kiosk died under it, its person is sent on.
void SimulatedMonth::meet(OnDuty const& duty, std::size_t visitor) {
    auto const hall = visitors_[visitor].hall;
    auto const& adviser = department_.bodies[duty.body].advisers[duty.adviser];
    auto const broken = broken_until_.find(hall);
    if (broken != broken_until_.end() && broken->second > now()) {
        auto form = act(TicketActKind::leave);
        form.leave_reason = queue::TicketEnd::sent_elsewhere;
        if (expect(take_act(adviser, visitor, act(TicketActKind::put_back)), "the line was lost") &&
            expect(take_act(department_.halls[hall].mediator, visitor, form), "sending on")) {
            end(visitor);
        }
    } else if (expect(take_act(adviser, visitor, act(TicketActKind::finish)), "finishing")) {
        end(visitor);
    }
    taken_advisers_.erase(adviser.account_id);
    taken_kiosks_.erase(hall);
    look_for_next(duty);
}

/// Who waits is told; who is with an adviser is not interrupted.
void SimulatedMonth::close(std::size_t body, std::string const& message) {
    auto const& who = department_.bodies[body];
    auto const closed =
        queue_.close_line(who.advisers.front(), who.group_id, {queue::ClosingId::make(now()), message});
    if (!expect(closed, "closing the line")) {
        return;
    }
    auto const tickets =
        database_
            .read([&](db::Session& session) -> Result<std::vector<std::size_t>> {
                std::vector<std::size_t> told;
                for (std::size_t i = 0; i < visitors_.size(); ++i) {
                    auto const& one = visitors_[i];
                    if (!one.is_over && one.is_there && one.body == body &&
                        queue::find_ticket(session, *one.ticket)->state == TicketState::closed) {
                        told.push_back(i);
                    }
                }
                return told;
            })
            .value();
    for (auto const visitor : tickets) {
        end(visitor);
    }
}

queue::TicketAct SimulatedMonth::act(TicketActKind kind) const {
    queue::TicketAct form;
    form.act = kind;
    return form;
}

Result<TicketView> SimulatedMonth::take_act(identity::Caller const& by, std::size_t visitor,
                                            queue::TicketAct const& form) {
    return queue_.act(by, *visitors_[visitor].ticket, queue::TicketActId::make(now()), form);
}

void SimulatedMonth::end(std::size_t visitor) {
    visitors_[visitor].is_over = true;
    visitors_[visitor].is_there = false;
}

} // namespace parvis::bench
