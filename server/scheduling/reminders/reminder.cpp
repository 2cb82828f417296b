// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/reminders/reminder.hpp"

#include "platform/time/zone.hpp"

#include <algorithm>
#include <array>

namespace parvis::scheduling {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::chrono::milliseconds, message_attempts - 1> waits = {
    minutes(1), minutes(5), minutes(15), hours(1), hours(2), hours(4), hours(8)};

struct MobileRange {
    std::string_view begins; ///< as dialled inside
    std::string_view country;
};
constexpr std::array mobiles = {MobileRange{"0639", "+262"}, MobileRange{"0690", "+590"},
                                MobileRange{"0691", "+590"}, MobileRange{"0692", "+262"},
                                MobileRange{"0693", "+262"}, MobileRange{"0694", "+594"},
                                MobileRange{"0696", "+596"}, MobileRange{"0697", "+596"},
                                MobileRange{"06", "+33"},    MobileRange{"07", "+33"}};
constexpr std::size_t french_digits = 10;

Instant morning_of(Instant starts_at, std::string_view time_zone) {
    auto const morning = to_instant(to_local(starts_at, time_zone).date(), morning_minute, time_zone);
    return std::min(morning, starts_at - hours(1));
}

MessageKind told_at_once(AppointmentEventKind event) {
    switch (event) {
    case AppointmentEventKind::moved:
        return MessageKind::moved;
    case AppointmentEventKind::cancelled:
        return MessageKind::cancelled;
    default:
        return MessageKind::confirmed;
    }
}

} // namespace

std::vector<PlannedMessage> planned_messages(AppointmentEventKind event, Instant starts_at,
                                             std::string_view time_zone, Instant now) {
    if (now >= starts_at) {
        return {};
    }
    std::vector<PlannedMessage> planned{{told_at_once(event), now, starts_at}};
    if (event == AppointmentEventKind::cancelled) {
        return planned;
    }
    auto const morning = morning_of(starts_at, time_zone);
    auto const two_days_before = starts_at - first_reminder_before;
    if (two_days_before >= now + reminder_least_after) {
        planned.push_back({MessageKind::two_days_before, two_days_before, morning});
    }
    if (morning >= now + reminder_least_after) {
        planned.push_back({MessageKind::same_morning, morning, starts_at});
    }
    return planned;
}

bool is_still_true(MessageKind kind, AppointmentState state) {
    if (kind == MessageKind::offered) {
        return state == AppointmentState::held;
    }
    return state ==
           (kind == MessageKind::cancelled ? AppointmentState::cancelled : AppointmentState::confirmed);
}

std::optional<Instant> next_attempt(int attempts, Instant now, Instant useful_until) {
    if (attempts < 1 || attempts >= message_attempts) {
        return std::nullopt;
    }
    auto const next = now + waits.at(static_cast<std::size_t>(attempts - 1));
    return next < useful_until ? std::optional(next) : std::nullopt;
}

std::optional<std::string> mobile_number(std::string_view typed) {
    std::string number;
    for (char const c : typed) {
        if ((c >= '0' && c <= '9') || (c == '+' && number.empty())) {
            number += c;
        }
    }
    if (number.starts_with("00")) {
        number.replace(0, 2, "+");
    }
    // "+33 (0)6": the digit that is dialled inside only.
    if (number.starts_with("+330")) {
        number.erase(3, 1);
    }
    if (number.starts_with("+33")) {
        number.replace(0, 3, "0");
    }
    if (number.starts_with("+")) {
        return number.size() > 7 && number.size() <= 16 ? std::optional(number) : std::nullopt;
    }
    if (number.size() != french_digits) {
        return std::nullopt;
    }
    for (auto const& range : mobiles) {
        if (number.starts_with(range.begins)) {
            return std::string(range.country) + number.substr(1);
        }
    }
    return std::nullopt;
}

} // namespace parvis::scheduling
