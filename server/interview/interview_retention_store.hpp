// SPDX-License-Identifier: EUPL-1.2
// When words and names of interviews go. The same rules stand beside the columns in the migration.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/interview/outcome.hpp"

#include <chrono>
#include <cstdint>

namespace parvis::interview {

/// Counted from the end of the interview, as words_kept_for. The counts and instants of an interview stay:
/// figures must not change.
inline constexpr std::chrono::hours code_kept_for{400 * 24};     ///< a citizen may come back with the receipt
inline constexpr std::chrono::hours adviser_kept_for{1096 * 24}; ///< who held it: as long as the audit trail

struct Erased {
    std::int64_t outcomes = 0; ///< interviews whose words went
    std::int64_t follow_ups = 0;
    std::int64_t codes = 0;
    std::int64_t advisers = 0;
};

/// Erases what is due at `now`; run daily. A second run at the same moment erases nothing. Worker thread.
Result<Erased> apply_retention(db::Database& database, Instant now);

} // namespace parvis::interview
