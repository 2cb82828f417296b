// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_policy.hpp"

#include <algorithm>
#include <iterator>

namespace parvis::queue {

using identity::Caller;
using identity::Role;

namespace {

bool belongs(std::vector<AdviserGroupId> const& groups, AdviserGroupId const& group) {
    return std::ranges::find(groups, group) != groups.end();
}

bool fits(TicketActKind act, TicketState state) {
    using enum TicketState;
    switch (act) {
    case TicketActKind::no_answer:
    case TicketActKind::met:
        return state == called;
    case TicketActKind::away:
    case TicketActKind::announce:
        return state == waiting || state == away;
    case TicketActKind::back:
        return state == away;
    case TicketActKind::park:
        return state == waiting || state == called || state == in_interview;
    case TicketActKind::unpark:
        return state == parked;
    case TicketActKind::put_back:
        return state == called || state == in_interview;
    case TicketActKind::finish:
        return state == in_interview;
    case TicketActKind::leave:
        return state != in_interview;
    case TicketActKind::move:
    case TicketActKind::urgent:
    case TicketActKind::not_urgent:
        return true;
    }
    return false;
}

} // namespace

Standing standing_of(Caller const& caller, std::vector<AdviserGroupId> const& groups,
                     QueueTicket const& ticket) {
    Standing standing;
    standing.mediator = caller.mediator_at(ticket.site_id) != nullptr;
    standing.adviser = caller.adviser_for(ticket.partner_id) != nullptr && belongs(groups, ticket.group_id);
    standing.held = is_held(ticket);
    standing.holder = standing.adviser && ticket.adviser_id == caller.account_id;
    return standing;
}

bool may_do(Standing const& standing, TicketActKind act) {
    switch (act) {
    case TicketActKind::no_answer:
    case TicketActKind::met:
    case TicketActKind::finish:
        return standing.holder;
    case TicketActKind::away:
    case TicketActKind::back:
        return standing.mediator;
    case TicketActKind::put_back:
        return standing.mediator || standing.holder;
    case TicketActKind::park:
    case TicketActKind::unpark:
    case TicketActKind::move:
    case TicketActKind::urgent:
    case TicketActKind::not_urgent:
    case TicketActKind::leave:
    case TicketActKind::announce:
        return standing.mediator || standing.holder || (standing.adviser && !standing.held);
    }
    return false;
}

std::vector<TicketActKind> allowed_actions(Standing const& standing, QueueTicket const& ticket) {
    using enum TicketActKind;
    std::vector<TicketActKind> allowed;
    if (is_over(ticket)) {
        return allowed;
    }
    for (auto const act : {no_answer, met, finish, away, back, park, unpark, put_back, move, urgent,
                           not_urgent, leave, announce}) {
        bool const urgency_fits = act != (ticket.urgent ? urgent : not_urgent);
        if (may_do(standing, act) && fits(act, ticket.state) && urgency_fits) {
            allowed.push_back(act);
        }
    }
    return allowed;
}

bool may_close(Caller const& caller, std::vector<AdviserGroupId> const& groups, PartnerId const& partner,
               AdviserGroupId const& group) {
    return (caller.adviser_for(partner) != nullptr && belongs(groups, group)) ||
           std::ranges::any_of(caller.memberships, [&](auto const& membership) {
               return membership.role == Role::partner_manager && membership.partner_id == partner;
           });
}

} // namespace parvis::queue
