// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/coming_days.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

constexpr char paris[] = "Europe/Paris";
LocalDate const monday{2026, 11, 9};
LocalDate const wednesday{2026, 11, 11};

/// Nine to noon and two to five, Monday to Friday.
SiteCalendar town_hall() {
    SiteCalendar calendar;
    calendar.time_zone = paris;
    for (int weekday = 1; weekday <= 5; ++weekday) {
        calendar.week.push_back({weekday, 540, 720});
        calendar.week.push_back({weekday, 840, 1020});
    }
    return calendar;
}

/// "9:00-12:00 14:00-17:00 (why)".
std::string told(ComingDay const& day) {
    std::string text;
    for (auto const& period : day.hours) {
        text += std::to_string(period.from_minute) + "-" + std::to_string(period.to_minute) + " ";
    }
    return text + (day.reason ? "(" + day.reason->fr + ")" : "");
}

TEST(ComingDays, are_those_of_the_week_and_closed_on_sunday) {
    auto const days = coming_days(town_hall(), {}, monday, 7);
    ASSERT_EQ(days.size(), 7u);
    EXPECT_EQ(days[0].day, monday);
    EXPECT_EQ(told(days[0]), "540-720 840-1020 ");
    EXPECT_EQ(told(days[6]), "");
}

TEST(ComingDays, a_public_holiday_is_closed_and_has_its_name) {
    auto const day = coming_days(town_hall(), {}, wednesday, 1).at(0);
    EXPECT_TRUE(day.hours.empty());
    ASSERT_TRUE(day.reason);
    EXPECT_NE(day.reason->fr, day.reason->en);
    EXPECT_FALSE(day.reason->fr.empty());
}

TEST(ComingDays, an_exception_says_its_reason_whether_closed_or_open) {
    auto calendar = town_hall();
    calendar.exceptions = {{monday, "Foire aux oies", {}},
                           {wednesday, "Permanence du 11 novembre", {{600, 660}}}};
    auto const days = coming_days(calendar, {}, monday, 3);
    EXPECT_EQ(told(days[0]), "(Foire aux oies)");
    EXPECT_EQ(told(days[1]), "540-720 840-1020 ");
    EXPECT_EQ(told(days[2]), "600-660 (Permanence du 11 novembre)");
}

TEST(ComingDays, a_closure_takes_out_its_hours_and_is_told_on_the_days_that_it_touches) {
    ToldClosure const works{{to_instant(monday, 600, paris), to_instant(add_days(monday, 1), 900, paris)},
                            "Travaux"};
    auto const days = coming_days(town_hall(), {works}, monday, 4);
    EXPECT_EQ(told(days[0]), "540-600 (Travaux)");
    EXPECT_EQ(told(days[1]), "900-1020 (Travaux)");
    EXPECT_TRUE(days[2].hours.empty());
    EXPECT_EQ(told(days[3]), "540-720 840-1020 ");
}

TEST(ComingDays, a_closure_outside_of_the_hours_is_not_told) {
    ToldClosure const night{{to_instant(monday, 1200, paris), to_instant(monday, 1300, paris)},
                            "Désinsectisation"};
    EXPECT_EQ(told(coming_days(town_hall(), {night}, monday, 1).at(0)), "540-720 840-1020 ");
}

TEST(ComingDays, hours_stay_those_of_the_wall_clock_when_clocks_change) {
    LocalDate const change{2026, 10, 25};
    auto calendar = town_hall();
    calendar.week = {{7, 540, 720}, {1, 540, 720}, {6, 0, 1440}};
    auto const days = coming_days(calendar, {}, add_days(change, -1), 3);
    EXPECT_EQ(told(days[0]), "0-1440 ");
    EXPECT_EQ(told(days[1]), "540-720 ");
    EXPECT_EQ(told(days[2]), "540-720 ");
}

} // namespace
} // namespace parvis::scheduling
