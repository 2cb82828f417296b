// SPDX-License-Identifier: EUPL-1.2
// Who may do what with appointments. Pure. What somebody may not see does not exist for them.
#pragma once

#include "server/identity/caller.hpp"
#include "server/scheduling/appointments/appointment.hpp"

#include <optional>
#include <string>

namespace parvis::scheduling {

/// Who asks: somebody of the network who signed in, or a citizen, who has no account but the code of their
/// appointment.
struct Requester {
    std::optional<identity::Caller> staff;
    std::string code;

    static Requester of(identity::Caller caller) { return {std::move(caller), {}}; }
    static Requester citizen(std::string code = {}) { return {std::nullopt, std::move(code)}; }
};

/// On whose behalf they book: mediators for their own site, advisers and partner managers for their own body,
/// coordinators in their network, and citizens for themselves. Nothing: they may not.
std::optional<ActingAs> acting_for(Requester const& requester, NetworkId const& network,
                                   PartnerId const& partner, std::optional<SiteId> const& site);
/// Who books or moves to a place: as above, and mediators for every site of their network, since their
/// citizen may be served sooner in the next town. What becomes of it there is then that site's.
std::optional<ActingAs> booking_for(Requester const& requester, NetworkId const& network,
                                    PartnerId const& partner, std::optional<SiteId> const& site);
/// Who may act (as acting_for) on an appointment that is there; a citizen must have its code.
std::optional<ActingAs> acting_on(Requester const& requester, Appointment const& appointment);
/// Whether there may be appointments of a site that concern them.
bool may_look_at(Requester const& requester, NetworkId const& network, SiteId const& site);
/// Whether the id alone, which a citizen chose, stands for the code that was not told yet: while a place is
/// held, after that, and for whoever confirms again with the same words (`visitor`) because the answer was
/// lost.
bool is_own(Appointment const& appointment, Visitor const* visitor);
/// What a page may offer, the limit of the citizen's steps included.
std::vector<AppointmentAction> allowed_actions(ActingAs by, Appointment const& appointment, int limit_minutes,
                                               Instant now);
/// What they may see of it: a confidential note is kept from the mediator.
Appointment shown_to(ActingAs by, Appointment appointment);

} // namespace parvis::scheduling
