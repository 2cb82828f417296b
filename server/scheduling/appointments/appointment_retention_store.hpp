// SPDX-License-Identifier: EUPL-1.2
// When names and words of appointments go. The same rules stand beside the columns in the migration.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"

#include <chrono>
#include <cstdint>

namespace parvis::scheduling {

/// Counted from the time of the appointment. What is counted stays: figures must not change.
inline constexpr std::chrono::hours visitor_kept_for{30 * 24};
/// A hold that nobody confirmed names nobody and tells nothing; it stays a day so that a late "confirm" is
/// told why not.
inline constexpr std::chrono::hours expired_hold_kept_for{24};
/// Ticks of the past guard nothing; a day remains for late corrections.
inline constexpr std::chrono::hours ticks_kept_for{24};

/// Who was on duty, and who was away: personal data of staff.
inline constexpr std::chrono::hours duties_kept_for{92 * 24};

/// What a revoked calendar was called: often the name of its reader. Counted from when it was revoked.
inline constexpr std::chrono::hours feed_names_kept_for{24};

struct ErasedAppointments {
    std::int64_t visitors = 0;
    std::int64_t holds = 0;
    std::int64_t messages = 0; ///< what they were told, with its events
};

/// Erases what is due at `now`, in several short transactions; run daily. A second run at the same moment
/// erases nothing. Worker thread.
Result<ErasedAppointments> apply_appointment_retention(db::Database& database, Instant now);

} // namespace parvis::scheduling
