// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/public_holidays.hpp"

#include <algorithm>
#include <array>

namespace parvis::scheduling {

namespace {

struct FixedDay {
    int month;
    int day;
    char const* fr;
    char const* en;
};
constexpr std::array fixed_days = {
    FixedDay{1, 1, "Jour de l’An", "New Year’s Day"},
    FixedDay{5, 1, "Fête du Travail", "Labour Day"},
    FixedDay{5, 8, "Victoire 1945", "Victory Day 1945"},
    FixedDay{7, 14, "Fête nationale", "National Day"},
    FixedDay{8, 15, "Assomption", "Assumption Day"},
    FixedDay{11, 1, "Toussaint", "All Saints’ Day"},
    FixedDay{11, 11, "Armistice 1918", "Armistice Day 1918"},
    FixedDay{12, 25, "Noël", "Christmas Day"},
};

struct MovingDay {
    int after_easter;
    char const* fr;
    char const* en;
};
constexpr std::array moving_days = {
    MovingDay{1, "Lundi de Pâques", "Easter Monday"},
    MovingDay{39, "Ascension", "Ascension Day"},
    MovingDay{50, "Lundi de Pentecôte", "Whit Monday"},
};

struct AbolitionDay {
    HolidayRegion region;
    int month;
    int day;
};
// Saint-Martin: L3422-2 named 27 May with Guadeloupe; 28 May is kept there since the circular of 4 May 2018.
constexpr std::array abolition_days = {
    AbolitionDay{HolidayRegion::mayotte, 4, 27},     AbolitionDay{HolidayRegion::martinique, 5, 22},
    AbolitionDay{HolidayRegion::guadeloupe, 5, 27},  AbolitionDay{HolidayRegion::saint_martin, 5, 28},
    AbolitionDay{HolidayRegion::guyane, 6, 10},      AbolitionDay{HolidayRegion::saint_barthelemy, 10, 9},
    AbolitionDay{HolidayRegion::la_reunion, 12, 20},
};

/// Calls `tell(day, fr, en)` for each holiday of the year, in no order.
template <class Tell>
void each_holiday(HolidayRegion region, int year, Tell tell) {
    auto const easter = easter_sunday(year);
    for (auto const& fixed : fixed_days) {
        tell(LocalDate{year, fixed.month, fixed.day}, fixed.fr, fixed.en);
    }
    for (auto const& moving : moving_days) {
        tell(add_days(easter, moving.after_easter), moving.fr, moving.en);
    }
    bool const good_friday = region == HolidayRegion::alsace_moselle_good_friday;
    if (good_friday) {
        tell(add_days(easter, -2), "Vendredi saint", "Good Friday");
    }
    if (good_friday || region == HolidayRegion::alsace_moselle) {
        tell(LocalDate{year, 12, 26}, "Deuxième jour de Noël", "Boxing Day");
    }
    for (auto const& abolition : abolition_days) {
        if (abolition.region == region) {
            tell(LocalDate{year, abolition.month, abolition.day}, "Abolition de l’esclavage",
                 "Abolition of slavery");
        }
    }
}

} // namespace

LocalDate easter_sunday(int year) {
    // Letters as in the book: there is no plain word for most of them.
    int const a = year % 19;
    int const b = year / 100;
    int const c = year % 100;
    int const d = b / 4;
    int const e = b % 4;
    int const f = (b + 8) / 25;
    int const g = (b - f + 1) / 3;
    int const h = (19 * a + b - d - g + 15) % 30;
    int const i = c / 4;
    int const k = c % 4;
    int const l = (32 + 2 * e + 2 * i - h - k) % 7;
    int const m = (a + 11 * h + 22 * l) / 451;
    int const n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

std::vector<PublicHoliday> public_holidays(HolidayRegion region, int year) {
    std::vector<PublicHoliday> holidays;
    each_holiday(region, year, [&](LocalDate day, char const* fr, char const* en) {
        holidays.push_back({day, {fr, en}});
    });
    std::ranges::stable_sort(holidays, {}, &PublicHoliday::day);
    return holidays;
}

bool is_public_holiday(HolidayRegion region, LocalDate day) {
    bool found = false;
    each_holiday(region, day.year,
                 [&](LocalDate holiday, char const*, char const*) { found = found || holiday == day; });
    return found;
}

} // namespace parvis::scheduling
