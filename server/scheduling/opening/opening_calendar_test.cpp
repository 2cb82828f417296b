// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/opening_calendar.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

constexpr char paris[] = "Europe/Paris";

Instant at(LocalDate day, int hour, int minute = 0) {
    return to_instant(day, hour * 60 + minute, paris);
}

SiteCalendar town_hall() {
    SiteCalendar calendar;
    calendar.time_zone = paris;
    for (int weekday = 1; weekday <= 5; ++weekday) {
        calendar.week.push_back({weekday, 9 * 60, 12 * 60});
    }
    return calendar;
}

std::vector<OpenSpan> day_of(SiteCalendar const& calendar, LocalDate day) {
    return open_spans(calendar, at(day, 0), at(day, 24));
}

using Spans = std::vector<OpenSpan>;
LocalDate const wednesday{2026, 3, 4};

TEST(OpeningCalendar, follows_the_weekly_hours_of_the_site) {
    EXPECT_EQ(day_of(town_hall(), wednesday), (Spans{{at(wednesday, 9), at(wednesday, 12)}}));
    EXPECT_TRUE(day_of(town_hall(), {2026, 3, 7}).empty()); // Saturday
}

TEST(OpeningCalendar, gives_only_what_lies_between_the_two_instants) {
    EXPECT_EQ(open_spans(town_hall(), at(wednesday, 10), at(wednesday, 11)),
              (Spans{{at(wednesday, 10), at(wednesday, 11)}}));
    EXPECT_TRUE(open_spans(town_hall(), at(wednesday, 11), at(wednesday, 11)).empty());
}

TEST(OpeningCalendar, has_other_hours_from_the_first_to_the_last_day_of_a_season) {
    auto calendar = town_hall();
    calendar.seasons.push_back({"Été", {2026, 7, 6}, {2026, 8, 28}, {{1, 480, 720}, {5, 480, 720}}});
    EXPECT_EQ(day_of(calendar, {2026, 7, 6}), (Spans{{at({2026, 7, 6}, 8), at({2026, 7, 6}, 12)}}));
    EXPECT_EQ(day_of(calendar, {2026, 8, 28}), (Spans{{at({2026, 8, 28}, 8), at({2026, 8, 28}, 12)}}));
    EXPECT_TRUE(day_of(calendar, {2026, 7, 8}).empty());
    EXPECT_EQ(day_of(calendar, {2026, 8, 31}), (Spans{{at({2026, 8, 31}, 9), at({2026, 8, 31}, 12)}}));
}

TEST(OpeningCalendar, is_closed_on_public_holidays_of_its_region) {
    auto calendar = town_hall();
    EXPECT_TRUE(day_of(calendar, {2026, 5, 14}).empty()); // Ascension
    EXPECT_FALSE(day_of(calendar, {2025, 12, 26}).empty());
    calendar.region = HolidayRegion::alsace_moselle;
    EXPECT_TRUE(day_of(calendar, {2025, 12, 26}).empty());
}

TEST(OpeningCalendar, lets_an_exception_close_a_day_change_its_hours_or_open_a_holiday) {
    auto calendar = town_hall();
    calendar.exceptions = {{wednesday, "Formation", {}},
                           {{2026, 3, 5}, "Vœux", {{600, 660}}},
                           {{2026, 5, 8}, "Ouverture exceptionnelle", {{540, 600}}}};
    EXPECT_TRUE(day_of(calendar, wednesday).empty());
    EXPECT_EQ(day_of(calendar, {2026, 3, 5}), (Spans{{at({2026, 3, 5}, 10), at({2026, 3, 5}, 11)}}));
    EXPECT_EQ(day_of(calendar, {2026, 5, 8}), (Spans{{at({2026, 5, 8}, 9), at({2026, 5, 8}, 10)}}));
}

TEST(OpeningCalendar, is_cut_by_closures_to_the_minute) {
    auto calendar = town_hall();
    calendar.closures = {{at(wednesday, 10, 40), at(wednesday, 11)},
                         {at(wednesday, 9, 30), at(wednesday, 10)}};
    EXPECT_EQ(day_of(calendar, wednesday), (Spans{{at(wednesday, 9), at(wednesday, 9, 30)},
                                                  {at(wednesday, 10), at(wednesday, 10, 40)},
                                                  {at(wednesday, 11), at(wednesday, 12)}}));
}

TEST(OpeningCalendar, lets_a_kiosk_be_closed_while_its_site_is_open) {
    auto const site = day_of(town_hall(), wednesday);
    EXPECT_EQ(without(site, {{at(wednesday, 8), at(wednesday, 10)}}),
              (Spans{{at(wednesday, 10), at(wednesday, 12)}}));
    EXPECT_TRUE(without(site, {{at(wednesday, 9), at(wednesday, 12)}}).empty());
    EXPECT_TRUE(without(site, {{at(wednesday, 9), at(wednesday, 11)}, {at(wednesday, 10), at(wednesday, 13)}})
                    .empty());
}

TEST(OpeningCalendar, opens_at_the_same_time_on_the_wall_before_and_after_the_change_to_summer_time) {
    auto const calendar = town_hall();
    auto const friday = day_of(calendar, {2026, 3, 27}).front();
    auto const monday = day_of(calendar, {2026, 3, 30}).front();
    EXPECT_EQ(monday.from - friday.from, std::chrono::hours(3 * 24 - 1));
    auto const before = day_of(calendar, {2026, 10, 23}).front();
    auto const after = day_of(calendar, {2026, 10, 26}).front();
    EXPECT_EQ(after.from - before.from, std::chrono::hours(3 * 24 + 1));
}

TEST(OpeningCalendar, loses_the_skipped_hour_in_spring_and_has_the_repeated_one_in_autumn) {
    auto calendar = town_hall();
    calendar.week = {{7, 60, 240}}; // Sunday from 1:00 to 4:00
    auto const spring = day_of(calendar, {2026, 3, 29});
    auto const autumn = day_of(calendar, {2026, 10, 25});
    ASSERT_EQ(spring.size(), 1U);
    ASSERT_EQ(autumn.size(), 1U);
    EXPECT_EQ(spring[0].to - spring[0].from, std::chrono::hours(2));
    EXPECT_EQ(autumn[0].to - autumn[0].from, std::chrono::hours(4));
    calendar.week = {{7, 120, 180}}; // an hour that does not exist on the day clocks go forward
    EXPECT_TRUE(day_of(calendar, {2026, 3, 29}).empty());
}

TEST(OpeningCalendar, of_a_place_that_never_closes_is_one_span_over_midnight) {
    SiteCalendar calendar;
    calendar.time_zone = paris;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        calendar.week.push_back({weekday, 0, 1440});
    }
    EXPECT_EQ(open_spans(calendar, at({2026, 3, 2}, 0), at({2026, 3, 6}, 0)),
              (Spans{{at({2026, 3, 2}, 0), at({2026, 3, 6}, 0)}}));
}

TEST(Hours, that_overlap_or_end_before_they_begin_are_refused_with_their_place) {
    EXPECT_EQ(check_week({{1, 540, 720}, {1, 700, 800}}).error().pointer, "/hours/1");
    EXPECT_EQ(check_week({{1, 540, 720}, {1, 700, 800}}).error().reason, "hours_overlap");
    EXPECT_EQ(check_week({{1, 720, 540}}).error().reason, "hours_wrong");
    EXPECT_EQ(check_week({{1, 0, 1441}}).error().reason, "hours_wrong");
    EXPECT_EQ(check_week({{8, 0, 60}}).error().pointer, "/hours/0/weekday");
    EXPECT_TRUE(check_week({{1, 540, 720}, {1, 720, 800}, {2, 540, 720}}).ok());
}

TEST(Seasons, end_after_they_begin_and_do_not_share_a_day) {
    Season const summer{"Été", {2026, 7, 1}, {2026, 8, 31}, {}};
    EXPECT_TRUE(check_season(summer).ok());
    EXPECT_EQ(check_season({"Été", {2026, 8, 31}, {2026, 7, 1}, {}}).error().pointer, "/last_day");
    EXPECT_EQ(check_season({"", {2026, 7, 1}, {2026, 7, 1}, {}}).error().reason, "season_name_missing");
    EXPECT_TRUE(share_a_day(summer, {"Rentrée", {2026, 8, 31}, {2026, 9, 5}, {}}));
    EXPECT_FALSE(share_a_day(summer, {"Rentrée", {2026, 9, 1}, {2026, 9, 5}, {}}));
}

TEST(Exceptions, tell_citizens_why) {
    EXPECT_EQ(check_exception({wednesday, "", {}}).error().pointer, "/reason");
    EXPECT_EQ(check_exception({wednesday, "Vœux", {{600, 540}}}).error().reason, "hours_wrong");
    EXPECT_TRUE(check_exception({wednesday, "Vœux", {}}).ok());
}

} // namespace
} // namespace parvis::scheduling
