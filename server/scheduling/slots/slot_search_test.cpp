// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/slot_search.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr char paris[] = "Europe/Paris";
LocalDate const wednesday{2026, 3, 4};

/// One adviser, Wednesday 8:30 to 10:30 in Paris, slots of 30 minutes; Bretenoux with one kiosk, open all
/// day.
class SlotSearch : public testing::Test {
  protected:
    SlotSearch() {
        ground.openings.push_back(opening(wednesday, 510, 630));
        ground.sites.push_back({bretenoux, {{at(0), at(1440)}}});
        ground.kiosks.push_back({kiosk, bretenoux, {{at(0), at(1440)}}, 0, {}});
    }

    static Instant at(int minute, LocalDate day = wednesday) { return to_instant(day, minute, paris); }

    Opening opening(LocalDate day, int from, int to) const {
        return {supply, 0, day, to_instant(day, from, paris), to_instant(day, to, paris), {bretenoux},
                30,     1, 0};
    }

    std::vector<std::string> found(Instant now) const {
        std::vector<std::string> times;
        for (auto const& slot : find_slots(ground, wish, now)) {
            times.push_back(format_time(slot.from, paris, Language::en));
        }
        return times;
    }

    void take(std::vector<Tick>& taken, int from, int to) {
        auto const range = ticks_of(at(from), at(to));
        for (auto tick = range.from; tick < range.to; ++tick) {
            taken.push_back(tick);
        }
        std::sort(taken.begin(), taken.end());
    }

    std::string claim_error(SiteId const& site, int minute, Instant now) {
        wish.site_id = site;
        auto const claim = claim_of(ground, wish, supply, at(minute), now);
        return claim ? "" : claim.error().reason;
    }

    static constexpr Instant early{1'772'600'400'000}; // the same Wednesday, 6:00 in Paris
    SiteId bretenoux = SiteId::make(early);
    SiteId salviac = SiteId::make(early);
    KioskId kiosk = KioskId::make(early);
    SupplyId supply = SupplyId::make(early);
    SearchGround ground;
    SlotWish wish{Door::kiosk, std::nullopt, 30, 0, 60, {}, 100};
};

using Times = std::vector<std::string>;

TEST_F(SlotSearch, gives_the_grid_of_the_opening) {
    EXPECT_EQ(found(early), (Times{"8:30", "9:00", "9:30", "10:00"}));
}

TEST_F(SlotSearch, offers_nothing_in_the_past_and_nothing_before_the_notice) {
    EXPECT_EQ(found(at(540)), (Times{"9:00", "9:30", "10:00"}));
    EXPECT_EQ(found(at(541)), (Times{"9:30", "10:00"}));
    wish.notice_least_minutes = 60;
    EXPECT_EQ(found(at(540)), (Times{"10:00"}));
}

TEST_F(SlotSearch, offers_nothing_further_away_than_the_longest_notice) {
    wish.notice_most_days = 1;
    EXPECT_EQ(found(at(570, {2026, 3, 3})), (Times{"8:30", "9:00", "9:30"}));
}

TEST_F(SlotSearch, leaves_out_what_is_taken_of_the_seat_or_of_the_kiosk) {
    take(ground.taken_seats[{supply, 0}], 510, 515);
    take(ground.kiosks[0].taken, 595, 600);
    EXPECT_EQ(found(early), (Times{"9:00", "10:00"}));
}

TEST_F(SlotSearch, leaves_time_to_prepare_the_kiosk_between_two_people) {
    take(ground.kiosks[0].taken, 540, 570);
    ground.kiosks[0].preparation_minutes = 5;
    EXPECT_EQ(found(early), (Times{"9:30", "10:00"})) << "8:30 would end at the very beginning of the next";
}

TEST_F(SlotSearch, uses_the_second_kiosk_and_the_second_seat_when_the_first_are_taken) {
    auto const other = KioskId::make(early);
    ground.kiosks.push_back({other, bretenoux, {{at(0), at(1440)}}, 0, {}});
    ground.openings[0].advisers = 2;
    take(ground.kiosks[0].taken, 510, 540);
    take(ground.taken_seats[{supply, 0}], 510, 540);
    auto const slots = find_slots(ground, wish, early);
    ASSERT_EQ(slots.size(), 4U);
    EXPECT_EQ(slots[0].kiosk_id, other);
    EXPECT_EQ(slots[0].seat, 1);
    EXPECT_EQ(slots[1].kiosk_id, kiosk);
    EXPECT_EQ(slots[1].seat, 0);
}

TEST_F(SlotSearch, offers_one_adviser_at_every_site_of_the_opening) {
    ground.openings[0].sites.push_back(salviac);
    ground.kiosks.push_back({KioskId::make(early), salviac, {{at(540), at(1440)}}, 0, {}});
    EXPECT_EQ(found(early), (Times{"8:30", "9:00", "9:00", "9:30", "9:30", "10:00", "10:00"}));
    wish.site_id = salviac;
    EXPECT_EQ(found(early), (Times{"9:00", "9:30", "10:00"}));
}

TEST_F(SlotSearch, follows_the_adviser_from_site_to_site) {
    auto second = opening(wednesday, 630, 750);
    second.leg = 1;
    second.sites = {salviac};
    ground.openings.push_back(second);
    ground.kiosks.push_back({KioskId::make(early), salviac, {{at(0), at(1440)}}, 0, {}});
    wish.site_id = salviac;
    EXPECT_EQ(found(early), (Times{"10:30", "11:00", "11:30", "12:00"}));
}

TEST_F(SlotSearch, keeps_to_the_hours_of_the_kiosk_unless_the_citizen_is_at_home) {
    ground.kiosks[0].open = {{at(480), at(560)}, {at(570), at(620)}};
    EXPECT_EQ(found(early), (Times{"8:30", "9:30"})) << "9:00 would run into the closure, 10:00 past the end";
    wish.door = Door::home;
    EXPECT_EQ(found(early), (Times{"8:30", "9:00", "9:30", "10:00"}));
    wish.door = Door::on_site;
    ground.sites[0].open = {{at(540), at(600)}};
    EXPECT_EQ(found(early), (Times{"9:00", "9:30"}));
}

TEST_F(SlotSearch, lets_several_subjects_take_several_slots) {
    wish.minutes = 60;
    EXPECT_EQ(found(early), (Times{"8:30", "9:00", "9:30"}));
    take(ground.taken_seats[{supply, 0}], 570, 575);
    EXPECT_EQ(found(early), (Times{"8:30"}));
}

TEST_F(SlotSearch, keeps_a_share_for_people_who_come_unbooked) {
    ground.openings[0].walk_in_percent = 50;
    EXPECT_EQ(found(early), (Times{"8:30", "9:00"})) << "with one adviser the end of the opening";
    ground.openings[0].advisers = 2;
    auto const slots = find_slots(ground, wish, early);
    EXPECT_EQ(slots.size(), 4U) << "with two advisers one of them";
    EXPECT_EQ(bookable_until(ground.openings[0], 0), at(630));
    EXPECT_EQ(bookable_until(ground.openings[0], 1), at(510));
    ground.openings[0].walk_in_percent = 100;
    EXPECT_EQ(found(early), Times{});
}

TEST_F(SlotSearch, stops_at_the_number_that_is_wanted_in_order_of_time) {
    ground.openings.push_back(opening({2026, 3, 3}, 510, 630));
    ground.openings[0].supply_id = SupplyId::make(early);
    ground.kiosks[0].open = {{at(0, {2026, 3, 1}), at(1440)}};
    wish.most = 3;
    auto const slots = find_slots(ground, wish, at(0, {2026, 3, 3}));
    ASSERT_EQ(slots.size(), 3U);
    EXPECT_EQ(slots[0].from, at(510, {2026, 3, 3}));
    EXPECT_EQ(slots[2].from, at(570, {2026, 3, 3}));
    wish.not_before = at(540);
    EXPECT_EQ(find_slots(ground, wish, at(0, {2026, 3, 3})).front().from, at(540));
}

TEST_F(SlotSearch, loses_an_hour_of_slots_when_summer_time_begins_and_gains_one_when_it_ends) {
    ground.kiosks[0].open = {{{0}, {4'000'000'000'000}}};
    wish.notice_most_days = 300;
    ground.openings = {opening({2026, 3, 29}, 60, 300)};
    EXPECT_EQ(found(early), (Times{"1:00", "1:30", "3:00", "3:30", "4:00", "4:30"}));
    ground.openings = {opening({2026, 10, 25}, 60, 240)};
    EXPECT_EQ(found(early), (Times{"1:00", "1:30", "2:00", "2:30", "2:00", "2:30", "3:00", "3:30"}));
}

TEST_F(SlotSearch, says_what_is_wrong_with_a_chosen_moment) {
    EXPECT_EQ(claim_error(bretenoux, 540, early), "");
    EXPECT_EQ(claim_error(bretenoux, 540, at(541)), "slot_in_past");
    EXPECT_EQ(claim_error(bretenoux, 545, early), "slot_not_offered") << "beside the grid";
    EXPECT_EQ(claim_error(bretenoux, 630, early), "slot_not_offered") << "after the opening";
    EXPECT_EQ(claim_error(salviac, 540, early), "slot_not_offered") << "at a site that it does not serve";
    wish.notice_least_minutes = 120;
    EXPECT_EQ(claim_error(bretenoux, 540, at(500)), "slot_too_soon");
    wish.notice_most_days = 1;
    EXPECT_EQ(claim_error(bretenoux, 540, early - hours(48)), "slot_too_far");
    wish.notice_most_days = 30;
    ground.kiosks[0].open = {{at(560), at(620)}};
    EXPECT_EQ(claim_error(bretenoux, 540, early), "site_closed");
}

TEST_F(SlotSearch, claims_a_chosen_moment_at_any_seat_that_is_not_kept_for_walk_ins) {
    ground.openings[0].advisers = 3;
    ground.openings[0].walk_in_percent = 34;
    wish.site_id = bretenoux;
    auto const claim = claim_of(ground, wish, supply, at(600), early).value();
    EXPECT_EQ(claim.seats, (std::vector<int>{0}))
        << "the last seat, and the end of the one before it, are kept";
    ASSERT_EQ(claim.kiosks.size(), 1U);
    EXPECT_EQ(claim.kiosks[0].kiosk_id, kiosk);
    EXPECT_EQ(claim.to, at(630));
    wish.door = Door::telephone;
    EXPECT_TRUE(claim_of(ground, wish, supply, at(510), early).value().kiosks.empty());
}

} // namespace
} // namespace parvis::scheduling
