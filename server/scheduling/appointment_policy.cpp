// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointment_policy.hpp"

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

std::optional<ActingAs> acting_on(Requester const& requester, Appointment const& appointment) {
    if (!requester.staff &&
        (appointment.code.empty() || !crypto::constant_time_equal(requester.code, appointment.code))) {
        return std::nullopt;
    }
    return acting_for(requester, appointment.network_id, appointment.partner_id, appointment.site_id);
}

Appointment shown_to(ActingAs by, Appointment appointment) {
    if (by == ActingAs::mediator && appointment.visitor.note_is_confidential) {
        appointment.visitor.note.clear();
    }
    return appointment;
}

} // namespace parvis::scheduling
