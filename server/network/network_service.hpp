// SPDX-License-Identifier: EUPL-1.2
// Use cases on a network's reference data. Blocks: worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/identity/caller.hpp"
#include "server/network/network_view.hpp"

namespace parvis::network {

/// The networks in which the caller has a role, with everything that staff may read.
Result<NetworkOverview> overview(db::Database& database, identity::Caller const& caller);

} // namespace parvis::network
