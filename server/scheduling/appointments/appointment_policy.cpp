// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_policy.hpp"

#include "platform/crypto/crypto.hpp"

#include <algorithm>

namespace parvis::scheduling {

using identity::Membership;
using identity::Role;

std::optional<ActingAs> acting_for(Requester const& requester, NetworkId const& network,
                                   PartnerId const& partner, std::optional<SiteId> const& site) {
    if (!requester.staff) {
        return ActingAs::citizen;
    }
    auto const& memberships = requester.staff->memberships;
    auto const is = [&](Role role, auto const& fits) {
        return std::any_of(memberships.begin(), memberships.end(), [&](Membership const& one) {
            return one.role == role && one.network_id == network && fits(one);
        });
    };
    auto const same_body = [&](Membership const& one) { return one.partner_id == partner; };
    if (is(Role::adviser, same_body)) {
        return ActingAs::adviser;
    }
    if (is(Role::partner_manager, same_body)) {
        return ActingAs::partner_manager;
    }
    if (is(Role::coordinator, [](Membership const&) { return true; })) {
        return ActingAs::coordinator;
    }
    if (site && is(Role::mediator, [&](Membership const& one) { return one.site_id == site; })) {
        return ActingAs::mediator;
    }
    return std::nullopt;
}

std::optional<ActingAs> booking_for(Requester const& requester, NetworkId const& network,
                                    PartnerId const& partner, std::optional<SiteId> const& site) {
    auto const acting = acting_for(requester, network, partner, site);
    bool const is_mediator = requester.staff && requester.staff->has(Role::mediator, network);
    return !acting && is_mediator ? std::optional(ActingAs::mediator) : acting;
}

std::optional<ActingAs> acting_on(Requester const& requester, Appointment const& appointment) {
    if (!requester.staff &&
        (appointment.code.empty() || !crypto::constant_time_equal(requester.code, appointment.code))) {
        return std::nullopt;
    }
    return acting_for(requester, appointment.network_id, appointment.partner_id, appointment.site_id);
}

bool may_look_at(Requester const& requester, NetworkId const& network, SiteId const& site) {
    if (!requester.staff) {
        return false;
    }
    auto const& caller = *requester.staff;
    return caller.mediator_at(site) != nullptr || caller.has(Role::coordinator, network) ||
           caller.has(Role::adviser, network) || caller.has(Role::partner_manager, network);
}

bool is_own(Appointment const& appointment, Visitor const* visitor) {
    auto const reason = appointment.cancel_reason;
    bool const told_to_nobody = appointment.state == AppointmentState::held ||
                                reason == CancelReason::hold_expired || reason == CancelReason::hold_given_up;
    bool const just_confirmed = appointment.state == AppointmentState::confirmed && appointment.revision <= 2;
    return told_to_nobody || (just_confirmed && visitor != nullptr && *visitor == appointment.visitor);
}

std::vector<AppointmentAction> allowed_actions(ActingAs by, Appointment const& appointment, int limit_minutes,
                                               Instant now) {
    bool const too_late = by == ActingAs::citizen && appointment.state == AppointmentState::confirmed &&
                          now > appointment.starts_at - std::chrono::minutes(limit_minutes);
    bool const to_come = now < appointment.starts_at;
    std::vector<AppointmentAction> allowed;
    auto const offer = [&](AppointmentAction action, AppointmentState to, bool fits) {
        if (fits && may_become(appointment.state, to) && may_take_step(to, by)) {
            allowed.push_back(action);
        }
    };
    bool const is_arriving =
        appointment.state == AppointmentState::confirmed || appointment.state == AppointmentState::no_show;
    offer(AppointmentAction::confirm, AppointmentState::confirmed, !is_expired(appointment, now));
    offer(AppointmentAction::move, AppointmentState::moved, !too_late);
    offer(AppointmentAction::cancel, AppointmentState::cancelled, !too_late);
    offer(AppointmentAction::arrive, AppointmentState::arrived,
          is_arriving && by != ActingAs::citizen && now >= appointment.starts_at - arrival_opens &&
              now <= appointment.starts_at + late_arrival_closes);
    bool const is_there = appointment.state == AppointmentState::arrived;
    offer(AppointmentAction::finish, is_there ? AppointmentState::in_interview : AppointmentState::arrived,
          is_ended_by_hand(appointment.door) &&
              (is_there || appointment.state == AppointmentState::confirmed) &&
              may_take_step(AppointmentState::finished, by) && now >= appointment.starts_at - arrival_opens);
    offer(AppointmentAction::miss, AppointmentState::no_show, !to_come);
    return allowed;
}

Appointment shown_to(ActingAs by, Appointment appointment) {
    if (by == ActingAs::mediator && appointment.visitor.note_is_confidential) {
        appointment.visitor.note.clear();
    }
    return appointment;
}

} // namespace parvis::scheduling
