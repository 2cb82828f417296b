// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/zone.hpp"

#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace parvis {
namespace {

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::unique_ptr<icu::TimeZone> make_zone(std::string_view name) {
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(unicode(name)));
    if (!zone || *zone == icu::TimeZone::getUnknown()) {
        throw std::invalid_argument("unknown time zone \"" + std::string(name) + '"');
    }
    return zone;
}

/// Loading a zone's rules costs far more than asking them; a process meets only a handful of zones.
icu::TimeZone const& zone_of(std::string_view name) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<icu::TimeZone>, std::less<>> known;
    std::lock_guard const lock(mutex);
    auto found = known.find(name);
    if (found == known.end()) {
        found = known.emplace(std::string(name), make_zone(name)).first;
    }
    return *found->second;
}

void check(UErrorCode status, char const* what) {
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
    }
}

std::string format(Instant at, std::string_view zone, Language language, char const* pattern) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale const locale = language == Language::fr ? icu::Locale("fr", "FR") : icu::Locale("en", "GB");
    icu::SimpleDateFormat formatter(unicode(pattern), locale, status);
    check(status, "date format");
    formatter.setTimeZone(zone_of(zone));
    icu::UnicodeString text;
    formatter.format(static_cast<UDate>(at.ms), text);
    std::string out;
    text.toUTF8String(out);
    return out;
}

} // namespace

bool is_known_zone(std::string_view zone) {
    std::unique_ptr<icu::TimeZone> const made(icu::TimeZone::createTimeZone(unicode(zone)));
    return made && *made != icu::TimeZone::getUnknown();
}

LocalTime to_local(Instant at, std::string_view zone) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    zone_of(zone).getOffset(static_cast<UDate>(at.ms), false, raw, summer, status);
    check(status, "time zone offset");

    using namespace std::chrono;
    auto const local = sys_time<milliseconds>{milliseconds{at.ms + raw + summer}};
    auto const day = floor<days>(local);
    year_month_day const date{day};
    hh_mm_ss const time{floor<seconds>(local - day)};
    LocalTime out;
    out.year = static_cast<int>(date.year());
    out.month = static_cast<int>(static_cast<unsigned>(date.month()));
    out.day = static_cast<int>(static_cast<unsigned>(date.day()));
    out.hour = static_cast<int>(time.hours().count());
    out.minute = static_cast<int>(time.minutes().count());
    out.second = static_cast<int>(time.seconds().count());
    out.weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding());
    return out;
}

Instant to_instant(LocalDate date, int minutes, std::string_view zone) {
    if (!is_valid(date) || minutes < 0 || minutes > 24 * 60) {
        throw std::invalid_argument("no such local time: " + to_iso(date) + " + " + std::to_string(minutes) +
                                    " min");
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(zone_of(zone), status);
    calendar.setGregorianChange(-8.64e15, status);
    calendar.setRepeatedWallTimeOption(UCAL_WALLTIME_FIRST);
    calendar.setSkippedWallTimeOption(UCAL_WALLTIME_NEXT_VALID);
    calendar.clear();
    if (minutes == 24 * 60) {
        date = add_days(date, 1);
        minutes = 0;
    }
    calendar.set(date.year, date.month - 1, date.day, minutes / 60, minutes % 60, 0);
    double const ms = calendar.getTime(status);
    check(status, "local time");
    return {static_cast<std::int64_t>(std::llround(ms))};
}

std::string format_time(Instant at, std::string_view zone, Language language) {
    if (language == Language::en) {
        return format(at, zone, language, "H:mm");
    }
    // U+00A0: the hour and its sign stay on one line.
    bool const whole = to_local(at, zone).minute == 0;
    return format(at, zone, language, whole ? "H\u00A0'h'" : "H\u00A0'h'\u00A0mm");
}

std::string format_date(Instant at, std::string_view zone, Language language) {
    bool const first = to_local(at, zone).day == 1;
    if (language == Language::fr && first) {
        return format(at, zone, language, "EEEE '1er' MMMM y");
    }
    return format(at, zone, language, "EEEE d MMMM y");
}

bool is_valid(LocalDate date) {
    using namespace std::chrono;
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.day >= 1 &&
           year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                          day{static_cast<unsigned>(date.day)}}
               .ok();
}

namespace {

std::chrono::sys_days days_of(LocalDate date) {
    using namespace std::chrono;
    return sys_days{year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                                   day{static_cast<unsigned>(date.day)}}};
}

} // namespace

LocalDate add_days(LocalDate date, int count) {
    using namespace std::chrono;
    year_month_day const moved{days_of(date) + days{count}};
    return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
            static_cast<int>(static_cast<unsigned>(moved.day()))};
}

int weekday(LocalDate date) {
    return static_cast<int>(std::chrono::weekday{days_of(date)}.iso_encoding());
}

std::string to_iso(LocalDate date) {
    std::array<char, 48> text{};
    int const length =
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return {text.data(), static_cast<std::size_t>(length)};
}

bool parse_iso(std::string_view text, LocalDate& date) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' ||
        text.find_first_not_of("0123456789-") != std::string_view::npos) {
        return false;
    }
    auto read = [&](std::size_t from, std::size_t count, int& into) {
        auto const* begin = text.data() + from;
        auto const [end, error] = std::from_chars(begin, begin + count, into);
        return error == std::errc{} && end == begin + count && into >= 0;
    };
    LocalDate read_date;
    if (!read(0, 4, read_date.year) || !read(5, 2, read_date.month) || !read(8, 2, read_date.day) ||
        !is_valid(read_date)) {
        return false;
    }
    date = read_date;
    return true;
}

} // namespace parvis
