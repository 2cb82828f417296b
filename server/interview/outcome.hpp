// SPDX-License-Identifier: EUPL-1.2
// Rules of the outcome: what an adviser may write at the end of an interview, and until when. Pure.
#pragma once

#include "platform/result/result.hpp"
#include "platform/time/zone.hpp"
#include "server/interview/console_link.hpp"
#include "server/interview/interview.hpp"

#include <chrono>
#include <string>

namespace parvis::interview {

inline constexpr std::size_t most_outcome_lines = 8;
inline constexpr std::size_t longest_outcome_line =
    160; ///< characters (code points): a receipt is read, not studied
inline constexpr std::size_t longest_outcome_name = 60;
inline constexpr std::int32_t most_outcome_pages = 500;

/// Something is written, and not too much: "text_missing", "text_too_long" (at `pointer`). Counts characters.
Result<void> check_text(std::string const& text, std::size_t longest, std::string const& pointer);

/// invalid_input with the pointer of the field: "too_many_lines" (highest), "text_missing", "text_too_long"
/// (highest), "date_invalid", "date_past" (a promise before `today`, the day on which it was written),
/// "value_out_of_range" (lowest, highest).
Result<void> check_outcome(OutcomeForm const& form, LocalDate today);

/// An outcome may be written and corrected until the end of the day after, on the wall of the site.
Instant outcome_until(Instant ended_at, std::string const& time_zone);

/// One that was written in time is still taken so long after that: a page kept it while its server or its
/// line was away.
inline constexpr std::chrono::hours outcome_may_wait{7 * 24};

/// What was done, what next, who: somebody's affairs. Counted from the end of the interview; the receipt goes
/// with them.
inline constexpr std::chrono::hours words_kept_for{92 * 24};

/// True as long as the receipt still says something.
bool has_words(Interview const& interview, Instant now);

} // namespace parvis::interview
