// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/coming_days.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr int minutes_of_a_day = 24 * 60;

std::vector<DayPeriod> on_the_wall(std::vector<OpenSpan> const& spans, LocalDate day,
                                   std::string const& zone) {
    std::vector<DayPeriod> hours;
    for (auto const& span : spans) {
        auto const to = to_local(span.to, zone);
        hours.push_back({to_local(span.from, zone).minutes_of_day(),
                         to.date() == day ? to.minutes_of_day() : minutes_of_a_day});
    }
    return hours;
}

std::optional<kiosk_protocol::PlainWords> reason_of(SiteCalendar const& calendar, LocalDate day) {
    auto const exception = std::ranges::find(calendar.exceptions, day, &DayException::day);
    if (exception != calendar.exceptions.end()) {
        return kiosk_protocol::PlainWords{exception->reason, exception->reason};
    }
    if (is_public_holiday(calendar.region, day)) {
        for (auto const& holiday : public_holidays(calendar.region, day.year)) {
            if (holiday.day == day) {
                return holiday.name;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<ComingDay> coming_days(SiteCalendar calendar, std::vector<ToldClosure> const& closures,
                                   LocalDate first, int days) {
    calendar.closures.clear();
    std::vector<ComingDay> coming;
    for (int ahead = 0; ahead < days; ++ahead) {
        auto const day = add_days(first, ahead);
        auto open = open_spans(calendar, to_instant(day, 0, calendar.time_zone),
                               to_instant(day, minutes_of_a_day, calendar.time_zone));
        auto reason = reason_of(calendar, day);
        for (auto const& closure : closures) {
            auto left = without(open, {closure.span});
            if (left != open) {
                open = std::move(left);
                reason = kiosk_protocol::PlainWords{closure.reason, closure.reason};
            }
        }
        coming.push_back({day, on_the_wall(open, day, calendar.time_zone), std::move(reason)});
    }
    return coming;
}

} // namespace parvis::scheduling
