// SPDX-License-Identifier: EUPL-1.2
// SQL of walk-ins. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/walk_in/walk_in.hpp"

#include <optional>
#include <vector>

namespace parvis::scheduling {

/// A second telling with the same id changes nothing.
void insert_walk_in(db::Session& session, NetworkId const& network, WalkIn const& walk_in,
                    Instant recorded_at);
std::optional<WalkIn> find_walk_in(db::Session& session, WalkInId const& id);
/// Those of a network that came in [from, to), by time.
std::vector<WalkIn> walk_ins_of(db::Session& session, NetworkId const& network, Instant from, Instant to);

} // namespace parvis::scheduling
