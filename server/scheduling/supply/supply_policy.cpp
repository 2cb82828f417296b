// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_policy.hpp"

#include <algorithm>

namespace parvis::scheduling {

using identity::Caller;
using identity::Role;

bool may_read_plan(Caller const& caller, NetworkId const& network) {
    return std::ranges::any_of(caller.memberships,
                               [&](auto const& membership) { return membership.network_id == network; });
}

bool may_change_places(Caller const& caller, NetworkId const& network) {
    return caller.has(Role::coordinator, network) || caller.has(Role::administrator, network);
}

bool may_plan(Caller const& caller, NetworkId const& network, PartnerId const& partner) {
    return may_change_places(caller, network) ||
           std::ranges::any_of(caller.memberships, [&](auto const& membership) {
               return membership.role == Role::partner_manager && membership.network_id == network &&
                      membership.partner_id == partner;
           });
}

Error refuse_change(Caller const& caller, NetworkId const& network, std::string const& unknown) {
    return may_read_plan(caller, network) ? fail(ErrorCode::forbidden, "role_missing")
                                          : fail(ErrorCode::not_found, unknown);
}

} // namespace parvis::scheduling
