// SPDX-License-Identifier: EUPL-1.2
// Days that come again, by the rules of RFC 5545 (section 3.3.10, RRULE), through libical.
//
// A rule here names days: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, UNTIL is a date, and parts that name
// hours, minutes or seconds are refused. Pure; any thread.
#pragma once

#include "platform/result/result.hpp"
#include "platform/time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis {

/// No expansion looks at more days than this: 27 years of every day.
inline constexpr std::size_t most_recurring_days = 10'000;

/// `rule` as in "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "" for once. Errors (invalid_input, without pointer: the
/// caller knows the field): recurrence_unreadable (part: what could not be read), recurrence_not_of_days
/// (part), recurrence_never (no day follows from it after `first_day`).
Result<void> check_recurrence(LocalDate first_day, std::string_view rule);

/// The days that `rule` names from `first_day` on, of those between `from` and `to` (both included), in
/// order. `first_day` itself only when the rule names it; "" names `first_day` alone. INTERVAL and COUNT are
/// counted from `first_day`. Errors: as check_recurrence, but days in the span need not exist;
/// recurrence_too_long (most) when the span lies further on than most_recurring_days occurrences.
Result<std::vector<LocalDate>> recurring_days(LocalDate first_day, std::string_view rule, LocalDate from,
                                              LocalDate to);

/// The last day that the rule names; nothing when it goes on past most_recurring_days occurrences or for
/// ever.
Result<std::optional<LocalDate>> last_recurring_day(LocalDate first_day, std::string_view rule);

/// The same rule that names no day after `last_day`: COUNT and UNTIL give way to UNTIL. `last_day` must not
/// be before `first_day`. Unchanged when it ends by then already.
Result<std::string> ended_by(LocalDate first_day, std::string_view rule, LocalDate last_day);

} // namespace parvis
