// SPDX-License-Identifier: EUPL-1.2
// Rules of the outcome: what an adviser may write at the end of an interview, and until when. Pure.
#pragma once

#include "platform/result/result.hpp"
#include "platform/time/zone.hpp"
#include "server/interview/console_link.hpp"

#include <string>

namespace parvis::interview {

inline constexpr std::size_t most_outcome_lines = 8;
inline constexpr std::size_t longest_outcome_line =
    160; ///< characters (code points): a receipt is read, not studied
inline constexpr std::size_t longest_outcome_name = 60;
inline constexpr std::int32_t most_outcome_pages = 500;

/// invalid_input with the pointer of the field: "too_many_lines" (highest), "text_missing", "text_too_long"
/// (highest), "date_invalid", "date_past" (a promise before `today`), "value_out_of_range" (lowest, highest).
Result<void> check_outcome(OutcomeForm const& form, LocalDate today);

/// An outcome may be corrected until the end of the day after, on the wall of the site.
Instant outcome_until(Instant ended_at, std::string const& time_zone);

} // namespace parvis::interview
