// SPDX-License-Identifier: EUPL-1.2
// When a site is open: weekly hours, seasons, exceptions, public holidays, closures. Pure; any thread.
//
// For each day, the first of these that says something decides: an exception of that day, a public holiday
// (closed), the season that the day lies in, the weekly hours. Closures are then taken out, to the minute.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "platform/result/result.hpp"
#include "platform/time/zone.hpp"
#include "server/scheduling/opening/public_holidays.hpp"

#include <boost/describe.hpp>

#include <string>
#include <vector>

namespace parvis::scheduling {

/// From `from` until just before `to`.
struct OpenSpan {
    Instant from;
    Instant to;

    friend bool operator==(OpenSpan const&, OpenSpan const&) = default;
};
BOOST_DESCRIBE_STRUCT(OpenSpan, (), (from, to))

/// A part of a day, in local minutes after midnight.
struct DayPeriod {
    int from_minute{};
    int to_minute{};
};
BOOST_DESCRIBE_STRUCT(DayPeriod, (), (from_minute, to_minute))

/// Other weekly hours from the first to the last day, both included, e.g. in summer.
struct Season {
    std::string name;
    LocalDate first_day;
    LocalDate last_day;
    std::vector<kiosk_protocol::OpeningPeriod> hours;
};
BOOST_DESCRIBE_STRUCT(Season, (), (name, first_day, last_day, hours))

/// One day that is unlike others; no hours: closed. `reason` is told to citizens.
struct DayException {
    LocalDate day;
    std::string reason;
    std::vector<DayPeriod> hours;
};
BOOST_DESCRIBE_STRUCT(DayException, (), (day, reason, hours))

/// Of one site. `closures` are those of the whole site.
struct SiteCalendar {
    std::string time_zone;
    HolidayRegion region{};
    std::vector<kiosk_protocol::OpeningPeriod> week;
    std::vector<Season> seasons;
    std::vector<DayException> exceptions;
    std::vector<OpenSpan> closures;
};

/// Errors (invalid_input, pointers within the season): season_name_missing, season_name_too_long,
/// season_days_wrong (first after last, or over two years), and those of check_week.
Result<void> check_season(Season const& season);
/// True when the two share a day; two seasons of one site must not.
bool share_a_day(Season const& a, Season const& b);
/// Errors: exception_reason_missing, exception_reason_too_long, and those of hours.
Result<void> check_exception(DayException const& exception);
/// Hours of a week. Errors (pointer "/hours/<n>"): hours_weekday_wrong, hours_wrong (not within a day, or the
/// end is not after the beginning), hours_overlap, hours_too_many (most).
Result<void> check_week(std::vector<kiosk_protocol::OpeningPeriod> const& hours);

/// When the site is open between two instants, in order, touching spans joined. On the day clocks go forward
/// a skipped hour is not open; on the day they go back an hour from 1:00 to 4:00 lasts four hours.
std::vector<OpenSpan> open_spans(SiteCalendar const& calendar, Instant from, Instant to);

/// `spans` (in order, apart) without what lies in `closures` (any order): how a room's or kiosk's closures
/// apply.
std::vector<OpenSpan> without(std::vector<OpenSpan> const& spans, std::vector<OpenSpan> closures);

} // namespace parvis::scheduling
