// SPDX-License-Identifier: EUPL-1.2
// Local time, for opening hours and for display only. Zones are IANA names; the rules come from ICU.
#pragma once

#include "platform/text/language.hpp"
#include "platform/time/instant.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace parvis {

/// A day of the (proleptic Gregorian) calendar, in no particular zone.
struct LocalDate {
    int year = 1970;
    int month = 1; ///< 1..12
    int day = 1;   ///< 1..31
    friend auto operator<=>(LocalDate const&, LocalDate const&) = default;
};

/// What a clock on the wall shows.
struct LocalTime {
    int year = 1970;
    int month = 1;   ///< 1..12
    int day = 1;     ///< 1..31
    int hour = 0;    ///< 0..23
    int minute = 0;  ///< 0..59
    int second = 0;  ///< 0..59
    int weekday = 4; ///< 1 = Monday .. 7 = Sunday

    LocalDate date() const { return {year, month, day}; }
    int minutes_of_day() const { return hour * 60 + minute; }
    friend auto operator<=>(LocalTime const&, LocalTime const&) = default;
};

/// True when ICU knows the zone, e.g. "Europe/Paris". Ask before storing a zone; the functions below throw
/// std::invalid_argument for an unknown one. All are safe from any thread.
bool is_known_zone(std::string_view zone);

LocalTime to_local(Instant at, std::string_view zone);

/// `minutes` after midnight on the wall, 0..1440 (1440 is the next midnight). An hour that the change to
/// summer time skips becomes the first minute after the gap; an hour that exists twice means its first
/// passage.
Instant to_instant(LocalDate date, int minutes, std::string_view zone);

/// The hour as people write it: French "9 h 30" and "14 h", English "9:30" and "14:00".
std::string format_time(Instant at, std::string_view zone, Language language);
/// French "lundi 2 mars 2026", English "Monday 2 March 2026".
std::string format_date(Instant at, std::string_view zone, Language language);

/// True for a date that exists ("29 February 2026" does not).
bool is_valid(LocalDate date);
LocalDate add_days(LocalDate date, int days);
/// 1 = Monday .. 7 = Sunday.
int weekday(LocalDate date);
/// "2026-03-01"; parse is strict and returns false for anything else.
std::string to_iso(LocalDate date);
bool parse_iso(std::string_view text, LocalDate& date);

} // namespace parvis
