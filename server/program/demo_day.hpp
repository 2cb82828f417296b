// SPDX-License-Identifier: EUPL-1.2
// A day in the demonstration network: people who are expected, who came and who wait, in several towns. All
// of it goes the way that mediators go, through the use cases.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/account_service.hpp"

namespace parvis {

/// After furnish_demo. Whatever the day and the hour: bodies answer and the towns are open around now, also
/// on a Sunday night. A second run on the same day adds nobody. Worker thread or before start.
Result<void> live_demo_day(db::Database& database, identity::AccountService& accounts, Clock const& clock);

} // namespace parvis
