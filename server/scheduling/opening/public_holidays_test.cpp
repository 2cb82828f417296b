// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/public_holidays.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace parvis::scheduling {
namespace {

std::set<std::string> days(HolidayRegion region, int year) {
    std::set<std::string> found;
    auto const holidays = public_holidays(region, year);
    for (auto const& holiday : holidays) {
        found.insert(to_iso(holiday.day).substr(5));
    }
    return found;
}

TEST(PublicHolidays, of_the_whole_country_are_the_eleven_of_the_labour_code) {
    EXPECT_EQ(days(HolidayRegion::metropole, 2026),
              (std::set<std::string>{"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15",
                                     "11-01", "11-11", "12-25"}));
}

TEST(PublicHolidays, follow_easter_from_its_earliest_to_its_latest_day) {
    // Published tables: earliest and latest of the Gregorian calendar, and the years around now.
    std::map<int, std::string> const published = {
        {1818, "1818-03-22"}, {1943, "1943-04-25"}, {2000, "2000-04-23"},
        {2024, "2024-03-31"}, {2025, "2025-04-20"}, {2026, "2026-04-05"},
        {2027, "2027-03-28"}, {2028, "2028-04-16"}, {2038, "2038-04-25"}};
    for (auto const& [year, day] : published) {
        EXPECT_EQ(to_iso(easter_sunday(year)), day);
    }
}

TEST(PublicHolidays, of_alsace_and_moselle_add_26_december_and_good_friday_only_where_the_law_says) {
    auto const everywhere = days(HolidayRegion::alsace_moselle, 2026);
    EXPECT_TRUE(everywhere.contains("12-26"));
    EXPECT_FALSE(everywhere.contains("04-03"));
    EXPECT_TRUE(days(HolidayRegion::alsace_moselle_good_friday, 2026).contains("04-03"));
    EXPECT_FALSE(days(HolidayRegion::metropole, 2026).contains("12-26"));
}

TEST(PublicHolidays, overseas_remember_the_abolition_of_slavery_each_on_its_own_day) {
    std::map<HolidayRegion, std::string> const abolition = {
        {HolidayRegion::mayotte, "04-27"},    {HolidayRegion::martinique, "05-22"},
        {HolidayRegion::guadeloupe, "05-27"}, {HolidayRegion::saint_martin, "05-28"},
        {HolidayRegion::guyane, "06-10"},     {HolidayRegion::saint_barthelemy, "10-09"},
        {HolidayRegion::la_reunion, "12-20"},
    };
    for (auto const& [region, day] : abolition) {
        auto const found = days(region, 2026);
        EXPECT_TRUE(found.contains(day)) << day;
        EXPECT_EQ(found.size(), 12U) << day;
    }
}

TEST(PublicHolidays, that_fall_together_are_both_named) {
    auto const holidays = public_holidays(HolidayRegion::metropole, 2008); // Ascension fell on 1 May
    EXPECT_EQ(holidays.size(), 11U);
    EXPECT_EQ(days(HolidayRegion::metropole, 2008).size(), 10U);
}

TEST(PublicHolidays, are_told_from_ordinary_days) {
    EXPECT_TRUE(is_public_holiday(HolidayRegion::metropole, {2026, 7, 14}));
    EXPECT_TRUE(is_public_holiday(HolidayRegion::metropole, {2026, 5, 14}));
    EXPECT_FALSE(is_public_holiday(HolidayRegion::metropole, {2026, 7, 15}));
}

} // namespace
} // namespace parvis::scheduling
