// SPDX-License-Identifier: EUPL-1.2
// When what leads to people goes from the queue. The same rules stand beside the columns in the migration.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"

#include <chrono>
#include <cstdint>

namespace parvis::queue {

/// Counted from the end of the ticket. Times, subject and reason stay: figures must not change.
inline constexpr std::chrono::hours circumstances_kept_for{92 *
                                                           24}; ///< urgency, and whose appointment it was
inline constexpr std::chrono::hours staff_kept_for{1096 * 24};  ///< who did it: as long as the audit trail

struct Erased {
    std::int64_t circumstances = 0;
    std::int64_t staff = 0;
};

/// Erases what is due at `now`; run daily. A second run at the same moment erases nothing. Worker thread.
Result<Erased> apply_retention(db::Database& database, Instant now);

} // namespace parvis::queue
