// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/zone.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace parvis {
namespace {

constexpr auto paris = "Europe/Paris";
constexpr Instant winter_morning{1'768'464'000'000}; // Thursday 2026-01-15 08:00 UTC
constexpr Instant summer_morning{1'784'102'400'000}; // Wednesday 2026-07-15 08:00 UTC

TEST(Zone, ParisIsOneHourAheadInWinterAndTwoInSummer) {
    EXPECT_EQ(to_local(winter_morning, paris), (LocalTime{2026, 1, 15, 9, 0, 0, 4}));
    EXPECT_EQ(to_local(summer_morning, paris), (LocalTime{2026, 7, 15, 10, 0, 0, 3}));
}

TEST(Zone, OverseasTerritoriesHaveTheirOwnDay) {
    EXPECT_EQ(to_local(winter_morning, "Indian/Reunion").hour, 12);
    EXPECT_EQ(to_local({winter_morning.ms - 6 * 3'600'000}, "America/Martinique"),
              (LocalTime{2026, 1, 14, 22, 0, 0, 3}));
}

TEST(Zone, MidnightBelongsToTheNewDay) {
    auto const midnight = to_instant({2026, 3, 1}, 0, paris);
    EXPECT_EQ(to_local(midnight, paris), (LocalTime{2026, 3, 1, 0, 0, 0, 7}));
    EXPECT_EQ(to_local({midnight.ms - 1}, paris), (LocalTime{2026, 2, 28, 23, 59, 59, 6}));
    EXPECT_EQ(to_instant({2026, 2, 28}, 1440, paris), midnight);
}

TEST(Zone, LocalTimeGoesThereAndBack) {
    for (int minutes = 0; minutes < 1440; minutes += 15) {
        auto const local = to_local(to_instant({2026, 7, 15}, minutes, paris), paris);
        EXPECT_EQ(local.date(), (LocalDate{2026, 7, 15}));
        EXPECT_EQ(local.minutes_of_day(), minutes);
    }
}

TEST(Zone, TheHourThatSummerTimeSkipsBecomesTheFirstMinuteAfterIt) {
    // Sunday 2026-03-29: 02:00 -> 03:00
    EXPECT_EQ(to_instant({2026, 3, 29}, 150, paris), to_instant({2026, 3, 29}, 180, paris));
    EXPECT_EQ(to_local(to_instant({2026, 3, 29}, 150, paris), paris).hour, 3);
}

TEST(Zone, TheHourThatComesTwiceMeansItsFirstPassage) {
    // Sunday 2026-10-25: 03:00 -> 02:00
    auto const first = to_instant({2026, 10, 25}, 150, paris);
    EXPECT_EQ(to_local(first, paris).minutes_of_day(), 150);
    EXPECT_EQ(to_local({first.ms + 3'600'000}, paris).minutes_of_day(), 150);
}

TEST(Zone, AnUnknownZoneIsToldApartAndRefused) {
    EXPECT_TRUE(is_known_zone(paris));
    EXPECT_TRUE(is_known_zone("UTC"));
    EXPECT_FALSE(is_known_zone("Europe/Gramat"));
    EXPECT_FALSE(is_known_zone(""));
    EXPECT_THROW((void)to_local(winter_morning, "Europe/Gramat"), std::invalid_argument);
    EXPECT_THROW((void)to_instant({2026, 2, 29}, 0, paris), std::invalid_argument);
    EXPECT_THROW((void)to_instant({2026, 2, 28}, 1441, paris), std::invalid_argument);
}

TEST(Zone, HoursAndDaysAreWrittenAsPeopleDo) {
    EXPECT_EQ(format_time(winter_morning, paris, Language::fr), "9\u00A0h");
    EXPECT_EQ(format_time({winter_morning.ms + 5 * 60'000}, paris, Language::fr), "9\u00A0h\u00A005");
    EXPECT_EQ(format_time({winter_morning.ms + 30 * 60'000}, paris, Language::en), "9:30");
    EXPECT_EQ(format_date(winter_morning, paris, Language::fr), "jeudi 15 janvier 2026");
    EXPECT_EQ(format_date(winter_morning, paris, Language::en), "Thursday 15 January 2026");
    EXPECT_EQ(format_date(to_instant({2026, 3, 1}, 600, paris), paris, Language::fr),
              "dimanche 1er mars 2026");
}

TEST(LocalDate, KnowsTheCalendar) {
    EXPECT_TRUE(is_valid({2024, 2, 29}));
    for (auto const date :
         {LocalDate{2026, 2, 29}, {2026, 0, 1}, {2026, 13, 1}, {2026, 1, 0}, {2026, 4, 31}, {0, 1, 1}}) {
        EXPECT_FALSE(is_valid(date)) << to_iso(date);
    }
    EXPECT_EQ(add_days({2026, 2, 28}, 1), (LocalDate{2026, 3, 1}));
    EXPECT_EQ(add_days({2026, 1, 1}, -1), (LocalDate{2025, 12, 31}));
    EXPECT_EQ(weekday({2026, 3, 1}), 7);
    EXPECT_EQ(weekday({2026, 3, 2}), 1);
}

TEST(LocalDate, IsReadStrictly) {
    LocalDate date;
    ASSERT_TRUE(parse_iso("2026-03-01", date));
    EXPECT_EQ(date, (LocalDate{2026, 3, 1}));
    EXPECT_EQ(to_iso(date), "2026-03-01");
    for (auto const* text : {"", "2026-3-1", "2026-02-30", "2026/03/01", "2026-03-01 ", "-026-03-01",
                             "2026-03--1", "20260-3-01", "2026-03-0x"}) {
        EXPECT_FALSE(parse_iso(text, date)) << text;
    }
    EXPECT_EQ(date, (LocalDate{2026, 3, 1})) << "a refused text leaves the date alone";
}

} // namespace
} // namespace parvis
