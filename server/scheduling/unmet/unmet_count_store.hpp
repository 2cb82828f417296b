// SPDX-License-Identifier: EUPL-1.2
// SQL that reads what was asked for in vain. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/unmet/unmet_count.hpp"

#include <vector>

namespace parvis::scheduling {

/// Those of a network in [from, to), by time.
std::vector<UnmetWish> unmet_wishes_of(db::Session& session, NetworkId const& network, Instant from,
                                       Instant to);

} // namespace parvis::scheduling
