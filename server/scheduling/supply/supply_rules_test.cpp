// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::scheduling {
namespace {

constexpr char paris[] = "Europe/Paris";
Instant const any{1'700'000'000'000};

Instant at(LocalDate day, int hour, int minute = 0) {
    return to_instant(day, hour * 60 + minute, paris);
}

class Supplies : public ::testing::Test {
  protected:
    SiteId const thueyts = SiteId::make(any);
    SiteId const villeneuve = SiteId::make(any);
    network::AdviserGroupId const group = network::AdviserGroupId::make(any);
    LocalDate const wednesday{2026, 3, 4};
    SupplySurroundings around{paris, {}, {}};

    /// The Caf adviser of the field: Wednesdays 8:30-10:30 in one town, 10:30-12:30 in the other.
    Supply following_supply() const {
        Supply supply;
        supply.supply_id = SupplyId::make(any);
        supply.group_id = group;
        supply.modality = Modality::time_window;
        supply.recurrence = {wednesday, "FREQ=WEEKLY;BYDAY=WE", {}};
        supply.legs = {{{thueyts}, 510, 630}, {{villeneuve}, 630, 750}};
        supply.slot_minutes = 20;
        supply.advisers = 1;
        return supply;
    }
    Error refusal(Supply const& supply) const {
        auto const checked = check_supply(supply, {thueyts, villeneuve});
        return checked ? Error{} : checked.error();
    }
    std::vector<Opening> of_march(Supply const& supply) const {
        return openings(supply, at({2026, 3, 1}, 0), at({2026, 4, 1}, 0), around).value();
    }
};

TEST_F(Supplies, follow_the_adviser_from_one_site_to_the_next) {
    EXPECT_TRUE(check_supply(following_supply(), {thueyts, villeneuve}).ok());
    auto const day = openings(following_supply(), at(wednesday, 0), at(wednesday, 24), around).value();
    ASSERT_EQ(day.size(), 2U);
    EXPECT_EQ(day[0].sites, std::vector{thueyts});
    EXPECT_EQ(day[0].from, at(wednesday, 8, 30));
    EXPECT_EQ(day[0].to, at(wednesday, 10, 30));
    EXPECT_EQ(day[1].sites, std::vector{villeneuve});
    EXPECT_EQ(day[1].leg, 1);
    EXPECT_EQ(day[1].to, at(wednesday, 12, 30));
}

TEST_F(Supplies, keep_their_hour_on_the_wall_across_both_clock_changes) {
    auto const all =
        openings(following_supply(), at({2026, 3, 24}, 0), at({2026, 10, 30}, 0), around).value();
    for (auto const& opening : all) {
        EXPECT_EQ(to_local(opening.from, paris).minutes_of_day(), opening.leg == 0 ? 510 : 630)
            << to_iso(opening.day);
        EXPECT_EQ(opening.to - opening.from, std::chrono::hours(2));
    }
    EXPECT_EQ(all.size(), 2U * 32U); // 25 March to 28 October
}

TEST_F(Supplies, do_not_happen_on_days_that_are_excepted) {
    auto supply = following_supply();
    supply.recurrence.except = {{2026, 3, 11}};
    auto const march = of_march(supply);
    EXPECT_EQ(march.size(), 6U);
    EXPECT_TRUE(std::ranges::none_of(march, [](auto const& o) { return o.day == LocalDate{2026, 3, 11}; }));
}

TEST_F(Supplies, lose_the_sites_that_have_a_public_holiday) {
    around.regions = {{thueyts, HolidayRegion::metropole}, {villeneuve, HolidayRegion::alsace_moselle}};
    auto supply = following_supply();
    supply.recurrence = {{2025, 12, 26}, "", {}};
    supply.legs = {{{thueyts, villeneuve}, 510, 630}};
    auto const found = openings(supply, at({2025, 12, 26}, 0), at({2025, 12, 27}, 0), around).value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].sites, std::vector{thueyts});
    supply.recurrence.first_day = {2025, 12, 25};
    EXPECT_TRUE(openings(supply, at({2025, 12, 25}, 0), at({2025, 12, 26}, 0), around).value().empty());
}

TEST_F(Supplies, are_cut_by_closures_of_the_body_and_stay_on_ticks) {
    around.closures = {{at(wednesday, 9, 2), at(wednesday, 9, 33)},
                       {at(wednesday, 10, 30), at(wednesday, 13)}};
    auto const day = openings(following_supply(), at(wednesday, 0), at(wednesday, 24), around).value();
    ASSERT_EQ(day.size(), 2U);
    EXPECT_EQ(day[0].to, at(wednesday, 9, 0));
    EXPECT_EQ(day[1].from, at(wednesday, 9, 35));
    EXPECT_EQ(day[1].leg, 0);
}

TEST_F(Supplies, give_only_openings_of_the_asked_span_and_give_them_whole) {
    auto const found = openings(following_supply(), at(wednesday, 10), at(wednesday, 10, 30), around).value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].from, at(wednesday, 8, 30));
    EXPECT_TRUE(openings(following_supply(), at(wednesday, 10), at(wednesday, 10), around).value().empty());
}

TEST_F(Supplies, with_an_unreadable_recurrence_are_refused_and_the_field_is_named) {
    auto supply = following_supply();
    supply.recurrence.rule = "every Wednesday";
    EXPECT_EQ(refusal(supply).reason, "recurrence_unreadable");
    EXPECT_EQ(refusal(supply).pointer, "/recurrence/rule");
}

TEST_F(Supplies, have_legs_that_follow_one_another) {
    auto supply = following_supply();
    supply.legs[1].from_minute = 600;
    EXPECT_EQ(refusal(supply).reason, "leg_out_of_order");
    EXPECT_EQ(refusal(supply).pointer, "/legs/1/from_minute");
    supply.legs.clear();
    EXPECT_EQ(refusal(supply).reason, "legs_missing");
    supply.legs = {{{thueyts}, 600, 600}};
    EXPECT_EQ(refusal(supply).reason, "leg_hours_wrong");
    supply.legs = {{{thueyts}, 600, 661}};
    EXPECT_EQ(refusal(supply).reason, "leg_not_on_tick");
}

TEST_F(Supplies, serve_sites_where_their_group_answers_each_once) {
    auto supply = following_supply();
    supply.legs[1].sites = {villeneuve, SiteId::make(any)};
    EXPECT_EQ(refusal(supply).reason, "site_not_served");
    EXPECT_EQ(refusal(supply).pointer, "/legs/1/sites/1");
    supply.legs[1].sites = {villeneuve, villeneuve};
    EXPECT_EQ(refusal(supply).reason, "leg_site_twice");
    supply.legs[1].sites.clear();
    EXPECT_EQ(refusal(supply).reason, "leg_sites_missing");
}

TEST_F(Supplies, have_slots_of_whole_ticks_that_fit_into_each_leg) {
    for (int const minutes : {0, 7, 125, -20}) {
        auto supply = following_supply();
        supply.slot_minutes = minutes;
        EXPECT_EQ(refusal(supply).pointer, "/slot_minutes") << minutes;
    }
    auto supply = following_supply();
    supply.slot_minutes = 120;
    EXPECT_EQ(refusal(supply), Error{});
}

TEST_F(Supplies, have_1_to_99_advisers_and_keep_0_to_100_percent_for_those_who_come_unbooked) {
    auto supply = following_supply();
    for (int const advisers : {0, 100}) {
        supply.advisers = advisers;
        EXPECT_EQ(refusal(supply).pointer, "/advisers");
    }
    supply.advisers = 99;
    for (int const percent : {-1, 101}) {
        supply.walk_in_percent = percent;
        EXPECT_EQ(refusal(supply).pointer, "/walk_in_percent");
    }
    supply.walk_in_percent = 100;
    EXPECT_EQ(refusal(supply), Error{});
}

TEST_F(Supplies, on_site_are_by_appointment_at_one_place_after_the_other) {
    auto supply = following_supply();
    supply.on_site = true;
    supply.modality = Modality::half_day_session;
    EXPECT_EQ(refusal(supply), Error{});
    auto at_their_desks = supply;
    at_their_desks.on_site = false;
    EXPECT_EQ(first_clash(supply, supply, wednesday).value(), wednesday);
    EXPECT_EQ(first_clash(supply, at_their_desks, wednesday).value(), std::nullopt);
    supply.modality = Modality::time_window;
    EXPECT_EQ(refusal(supply).reason, "on_site_by_appointment");
    EXPECT_EQ(refusal(supply).pointer, "/on_site");
    supply.modality = Modality::appointment;
    supply.walk_in_percent = 10;
    EXPECT_EQ(refusal(supply).reason, "on_site_no_walk_ins");
    EXPECT_EQ(refusal(supply).pointer, "/walk_in_percent");
    supply.walk_in_percent = 0;
    supply.legs[1].sites = {thueyts, villeneuve};
    EXPECT_EQ(refusal(supply).reason, "on_site_one_place");
    EXPECT_EQ(refusal(supply).pointer, "/legs/1/sites");
}

TEST_F(Supplies, of_one_group_clash_when_they_meet_at_one_site_at_one_time) {
    auto const weekly = following_supply();
    auto monthly = following_supply();
    monthly.recurrence = {wednesday, "FREQ=MONTHLY;BYDAY=1WE", {wednesday}};
    EXPECT_EQ(first_clash(weekly, monthly, wednesday).value(), (LocalDate{2026, 4, 1}));
    monthly.legs = {{{villeneuve}, 510, 630}}; // when the other one is in Thueyts
    EXPECT_EQ(first_clash(weekly, monthly, wednesday).value(), std::nullopt);
    monthly.legs = {{{thueyts}, 510, 630}};
    monthly.modality = Modality::appointment;
    EXPECT_EQ(first_clash(weekly, monthly, wednesday).value(), std::nullopt);
    monthly.modality = weekly.modality;
    monthly.group_id = network::AdviserGroupId::make(any);
    EXPECT_EQ(first_clash(weekly, monthly, wednesday).value(), std::nullopt);
}

} // namespace
} // namespace parvis::scheduling
