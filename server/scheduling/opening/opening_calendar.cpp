// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/opening_calendar.hpp"

#include <algorithm>

namespace parvis::scheduling {

using kiosk_protocol::OpeningPeriod;

namespace {

constexpr int minutes_of_a_day = 24 * 60;
constexpr std::size_t longest_words = 200;
constexpr std::size_t most_periods = 100;
constexpr int longest_season_days = 2 * 366;

Error wrong(std::string reason, std::string pointer, ErrorArguments arguments = {}) {
    return fail(ErrorCode::invalid_input, std::move(reason), std::move(pointer), std::move(arguments));
}

std::string hours_pointer(std::size_t index) {
    return "/hours/" + std::to_string(index);
}

bool is_within_a_day(int from_minute, int to_minute) {
    return from_minute >= 0 && from_minute < to_minute && to_minute <= minutes_of_a_day;
}

std::vector<DayPeriod> of_weekday(std::vector<OpeningPeriod> const& week, int weekday) {
    std::vector<DayPeriod> periods;
    for (auto const& period : week) {
        if (period.weekday == weekday) {
            periods.push_back({period.from_minute, period.to_minute});
        }
    }
    return periods;
}

std::vector<DayPeriod> hours_of(SiteCalendar const& calendar, LocalDate day) {
    auto const exception = std::ranges::find(calendar.exceptions, day, &DayException::day);
    if (exception != calendar.exceptions.end()) {
        return exception->hours;
    }
    if (is_public_holiday(calendar.region, day)) {
        return {};
    }
    for (auto const& season : calendar.seasons) {
        if (season.first_day <= day && day <= season.last_day) {
            return of_weekday(season.hours, weekday(day));
        }
    }
    return of_weekday(calendar.week, weekday(day));
}

void join_touching(std::vector<OpenSpan>& spans) {
    std::ranges::sort(spans, {}, &OpenSpan::from);
    std::vector<OpenSpan> joined;
    for (auto const& span : spans) {
        if (!joined.empty() && span.from <= joined.back().to) {
            joined.back().to = std::max(joined.back().to, span.to);
        } else {
            joined.push_back(span);
        }
    }
    spans = std::move(joined);
}

} // namespace

Result<void> check_week(std::vector<OpeningPeriod> const& hours) {
    if (hours.size() > most_periods) {
        return wrong("hours_too_many", "/hours", {{"most", std::to_string(most_periods)}});
    }
    for (std::size_t i = 0; i < hours.size(); ++i) {
        auto const& period = hours[i];
        if (period.weekday < 1 || period.weekday > 7) {
            return wrong("hours_weekday_wrong", hours_pointer(i) + "/weekday");
        }
        if (!is_within_a_day(period.from_minute, period.to_minute)) {
            return wrong("hours_wrong", hours_pointer(i));
        }
        for (std::size_t before = 0; before < i; ++before) {
            auto const& other = hours[before];
            if (other.weekday == period.weekday && other.from_minute < period.to_minute &&
                period.from_minute < other.to_minute) {
                return wrong("hours_overlap", hours_pointer(i));
            }
        }
    }
    return {};
}

Result<void> check_season(Season const& season) {
    if (season.name.empty()) {
        return wrong("season_name_missing", "/name");
    }
    if (season.name.size() > longest_words) {
        return wrong("season_name_too_long", "/name", {{"most", std::to_string(longest_words)}});
    }
    if (season.last_day < season.first_day ||
        add_days(season.first_day, longest_season_days) < season.last_day) {
        return wrong("season_days_wrong", "/last_day");
    }
    return check_week(season.hours);
}

bool share_a_day(Season const& a, Season const& b) {
    return a.first_day <= b.last_day && b.first_day <= a.last_day;
}

Result<void> check_exception(DayException const& exception) {
    if (exception.reason.empty()) {
        return wrong("exception_reason_missing", "/reason");
    }
    if (exception.reason.size() > longest_words) {
        return wrong("exception_reason_too_long", "/reason", {{"most", std::to_string(longest_words)}});
    }
    std::vector<OpeningPeriod> as_week;
    for (auto const& period : exception.hours) {
        as_week.push_back({1, period.from_minute, period.to_minute});
    }
    return check_week(as_week);
}

std::vector<OpenSpan> open_spans(SiteCalendar const& calendar, Instant from, Instant to) {
    std::vector<OpenSpan> spans;
    if (to <= from) {
        return spans;
    }
    auto const last_day = to_local(to, calendar.time_zone).date();
    for (auto day = to_local(from, calendar.time_zone).date(); day <= last_day; day = add_days(day, 1)) {
        for (auto const& period : hours_of(calendar, day)) {
            OpenSpan const span{std::max(from, to_instant(day, period.from_minute, calendar.time_zone)),
                                std::min(to, to_instant(day, period.to_minute, calendar.time_zone))};
            if (span.from < span.to) {
                spans.push_back(span);
            }
        }
    }
    join_touching(spans);
    return without(spans, calendar.closures);
}

std::vector<OpenSpan> without(std::vector<OpenSpan> const& spans, std::vector<OpenSpan> closures) {
    std::ranges::sort(closures, {}, &OpenSpan::from);
    std::vector<OpenSpan> open;
    for (auto span : spans) {
        for (auto const& closure : closures) {
            if (closure.to <= span.from || closure.from >= span.to) {
                continue;
            }
            if (span.from < closure.from) {
                open.push_back({span.from, closure.from});
            }
            span.from = std::min(span.to, closure.to);
        }
        if (span.from < span.to) {
            open.push_back(span);
        }
    }
    return open;
}

} // namespace parvis::scheduling
