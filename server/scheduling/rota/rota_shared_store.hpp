// SPDX-License-Identifier: EUPL-1.2
// What planning needs of the rota. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/supply/supply.hpp"

namespace parvis::scheduling {

/// Whoever is named for one supply is named for the other as well.
void copy_duties(db::Session& session, SupplyId const& from, SupplyId const& to);

} // namespace parvis::scheduling
