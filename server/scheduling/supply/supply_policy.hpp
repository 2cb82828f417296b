// SPDX-License-Identifier: EUPL-1.2
// Who may do what with supply, motives, closures and opening hours. Pure. When bodies answer is no secret
// among the staff of a network; only who answers for it changes it.
#pragma once

#include "server/identity/caller.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

/// Any role in the network.
bool may_read_plan(identity::Caller const& caller, NetworkId const& network);
/// Partner managers of that body, coordinators and administrators of the network.
bool may_plan(identity::Caller const& caller, NetworkId const& network, PartnerId const& partner);
/// Coordinators and administrators of the network.
bool may_change_places(identity::Caller const& caller, NetworkId const& network);

/// "Role_missing" for those who may at least read, else not_found with that reason: what a stranger may not
/// see does not exist for them.
Error refuse_change(identity::Caller const& caller, NetworkId const& network, std::string const& unknown);

} // namespace parvis::scheduling
