// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/recurrence.hpp"

#include <gtest/gtest.h>

namespace parvis {
namespace {

LocalDate const wednesday{2026, 3, 4};

std::vector<std::string> days(std::string_view rule, LocalDate from, LocalDate to,
                              LocalDate first = wednesday) {
    std::vector<std::string> found;
    auto const expanded = recurring_days(first, rule, from, to).value();
    for (auto const& day : expanded) {
        found.push_back(to_iso(day));
    }
    return found;
}

using Days = std::vector<std::string>;

TEST(Recurrence, without_a_rule_happens_once) {
    EXPECT_EQ(days("", {2026, 1, 1}, {2026, 12, 31}), Days{"2026-03-04"});
    EXPECT_EQ(days("", {2026, 3, 5}, {2026, 12, 31}), Days{});
}

TEST(Recurrence, every_other_wednesday_counts_from_its_first_day) {
    EXPECT_EQ(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", {2026, 3, 9}, {2026, 4, 15}),
              (Days{"2026-03-18", "2026-04-01", "2026-04-15"}));
}

TEST(Recurrence, on_the_first_monday_of_the_month_finds_it_in_each_month) {
    EXPECT_EQ(days("FREQ=MONTHLY;BYDAY=1MO", {2026, 3, 1}, {2026, 6, 30}),
              (Days{"2026-04-06", "2026-05-04", "2026-06-01"}));
}

TEST(Recurrence, on_the_last_friday_and_on_the_31st_skip_months_that_have_none) {
    EXPECT_EQ(days("FREQ=MONTHLY;BYDAY=-1FR", {2026, 3, 1}, {2026, 4, 30}),
              (Days{"2026-03-27", "2026-04-24"}));
    EXPECT_EQ(days("FREQ=MONTHLY;BYMONTHDAY=31", {2026, 3, 1}, {2026, 6, 30}),
              (Days{"2026-03-31", "2026-05-31"}));
}

TEST(Recurrence, until_a_day_includes_that_day) {
    EXPECT_EQ(days("FREQ=WEEKLY;BYDAY=WE;UNTIL=20260318", {2026, 1, 1}, {2026, 12, 31}),
              (Days{"2026-03-04", "2026-03-11", "2026-03-18"}));
}

TEST(Recurrence, that_is_counted_ends_after_so_many_days_from_the_first) {
    EXPECT_EQ(days("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", {2026, 3, 8}, {2026, 12, 31}),
              (Days{"2026-03-09", "2026-03-11"}));
}

TEST(Recurrence, does_not_happen_on_a_first_day_that_its_rule_does_not_name) {
    EXPECT_EQ(days("FREQ=WEEKLY;BYDAY=TH", {2026, 3, 1}, {2026, 3, 12}), (Days{"2026-03-05", "2026-03-12"}));
}

TEST(Recurrence, of_29_february_waits_for_leap_years) {
    EXPECT_EQ(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", {2026, 1, 1}, {2033, 1, 1}),
              (Days{"2028-02-29", "2032-02-29"}));
}

TEST(Recurrence, that_cannot_be_read_is_refused_with_the_part_that_is_wrong) {
    auto const part_of = [](std::string_view rule) {
        auto const checked = check_recurrence(wednesday, rule);
        EXPECT_FALSE(checked.ok()) << rule;
        EXPECT_EQ(checked.error().reason, "recurrence_unreadable") << rule;
        return checked.error().arguments.at(0).second;
    };
    EXPECT_EQ(part_of("every other Wednesday"), "every other Wednesday");
    EXPECT_EQ(part_of("INTERVAL=2;BYDAY=WE"), "INTERVAL=2;BYDAY=WE");
    EXPECT_EQ(part_of("FREQ=WEEKLY;INTERVAL=0"), "INTERVAL=0");
    EXPECT_EQ(part_of("FREQ=WEEKLY;BYDAY=XX"), "BYDAY=XX");
    EXPECT_EQ(part_of("FREQ=WEEKLY;FREQ=DAILY"), "FREQ=DAILY");
    EXPECT_EQ(part_of("FREQ=WEEKLY;COUNT=2;UNTIL=20260401"), "COUNT, UNTIL");
    EXPECT_EQ(part_of("FREQ=WEEKLY;UNTIL=20260231"), "UNTIL=20260231");
    EXPECT_EQ(part_of("FREQ=WEEKLY;X-MOON=FULL"), "X-MOON=FULL");
    EXPECT_EQ(part_of("FREQ=WEEKLY;"), "");
    EXPECT_EQ(part_of("FREQ=FORTNIGHTLY"), "FREQ=FORTNIGHTLY");
    EXPECT_EQ(part_of("FREQ=WEEKLY;BYDAY=" + std::string(600, 'M')),
              "FREQ=WEEKLY;BYDAY=MMMMMMMMMMMMMMMMMMMMMM");
}

TEST(Recurrence, of_hours_is_refused_because_days_are_wanted) {
    for (auto const* rule : {"FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY;UNTIL=20260401T080000Z"}) {
        EXPECT_EQ(check_recurrence(wednesday, rule).error().reason, "recurrence_not_of_days") << rule;
    }
}

TEST(Recurrence, that_names_no_day_at_all_is_refused) {
    EXPECT_EQ(check_recurrence(wednesday, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").error().reason,
              "recurrence_never");
    EXPECT_EQ(check_recurrence(wednesday, "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30").error().reason,
              "recurrence_never");
    EXPECT_EQ(check_recurrence(wednesday, "FREQ=WEEKLY;UNTIL=20260301").error().reason, "recurrence_never");
}

TEST(Recurrence, is_never_expanded_without_bound) {
    EXPECT_EQ(recurring_days(wednesday, "FREQ=DAILY", {2090, 1, 1}, {2090, 1, 2}).error().reason,
              "recurrence_too_long");
}

TEST(Recurrence, knows_its_last_day_when_it_has_one) {
    EXPECT_EQ(last_recurring_day(wednesday, "").value(), wednesday);
    EXPECT_EQ(last_recurring_day(wednesday, "FREQ=WEEKLY;COUNT=2").value(), (LocalDate{2026, 3, 11}));
    EXPECT_EQ(last_recurring_day(wednesday, "FREQ=WEEKLY").value(), std::nullopt);
}

TEST(Recurrence, that_is_ended_names_no_later_day_and_all_earlier_ones) {
    auto const ended = ended_by(wednesday, "FREQ=WEEKLY;COUNT=9;BYDAY=WE", {2026, 3, 12}).value();
    EXPECT_EQ(ended, "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260312");
    EXPECT_EQ(days(ended, {2026, 1, 1}, {2026, 12, 31}), (Days{"2026-03-04", "2026-03-11"}));
    EXPECT_EQ(ended_by(wednesday, "FREQ=WEEKLY;COUNT=2", {2026, 12, 31}).value(), "FREQ=WEEKLY;COUNT=2");
}

} // namespace
} // namespace parvis
