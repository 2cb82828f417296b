// SPDX-License-Identifier: EUPL-1.2
// SQL of a network's reference data. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/network/network_view.hpp"

#include <vector>

namespace parvis::network {

/// In the order they were made.
std::vector<NetworkId> all_networks(db::Session& session);

/// Everything of one network that its own staff may read. Errors: not_found/network_unknown. Worker thread.
Result<NetworkView> network_view(db::Session& session, NetworkId const& network);

} // namespace parvis::network
