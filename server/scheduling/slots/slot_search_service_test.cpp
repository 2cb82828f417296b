// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using namespace testing_support;

/// Two days of eight slots, one adviser, from Thursday; both sites have a kiosk. "Now" is the Wednesday
/// before.
class SlotSearches : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    static Instant at(int minute, int day = 5) { return to_instant({2026, 3, day}, minute, "Europe/Paris"); }

    std::vector<Slot> found(Door door = Door::kiosk) {
        return search.find({{book.motive}, door, world.bretenoux.site_id, {}, 100}).value();
    }
    Appointment hold(Instant from, Door door = Door::kiosk) {
        return appointments
            .hold(Requester::citizen(),
                  {{AppointmentId::make(world.clock.now()), book.supply, from, door, world.bretenoux.site_id},
                   {book.motive}})
            .value();
    }
    ProposalWish ask() {
        return {UnmetId::make(world.clock.now()), {book.motive}, world.bretenoux.site_id, {}};
    }
    long long unmet(std::string const& reason) {
        return number(world.database(), "SELECT COUNT(*) FROM unmet_request WHERE reason = '" + reason + "'");
    }
    void fill() {
        for (int const day : {5, 6}) {
            for (int minute = 480; minute < 720; minute += 30) {
                hold(at(minute, day), Door::telephone);
            }
        }
    }

    parvis::testing::World world{GetParam()};
    TestBook book{world, {2026, 3, 5}, 2, 1};
    AppointmentService appointments{world.database(), world.clock, book};
    SlotSearchService search{world.database(), world.clock, book};
    Requester const citizen = Requester::citizen();
};
INSTANTIATE_TEST_SUITE_P(Each, SlotSearches, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(SlotSearches, find_what_nobody_has_taken_and_what_was_held_too_long) {
    EXPECT_EQ(found().size(), 16U);
    hold(at(540));
    auto const left = found();
    ASSERT_EQ(left.size(), 13U) << "the kiosk needs five minutes before and after";
    EXPECT_EQ(found(Door::telephone).size(), 15U);
    world.clock.advance(hold_patience);
    EXPECT_EQ(found().size(), 16U);
}

TEST_P(SlotSearches, find_a_slot_that_can_be_booked_as_it_was_found) {
    hold(at(480), Door::telephone);
    auto const slot = found().at(0);
    EXPECT_EQ(slot.from, at(510));
    EXPECT_EQ(slot.kiosk_id, world.bretenoux.kiosk_id);
    hold(slot.from);
    EXPECT_NE(found().at(0).from, slot.from);
}

TEST_P(SlotSearches, look_further_than_the_first_weeks_and_not_beyond_the_notice) {
    auto const far = [&](int days) {
        auto const day = add_days({2026, 3, 4}, days);
        book.openings = {{book.supply,
                          0,
                          day,
                          to_instant(day, 480, "Europe/Paris"),
                          to_instant(day, 540, "Europe/Paris"),
                          {world.bretenoux.site_id},
                          30,
                          1,
                          0}};
        return found().size();
    };
    EXPECT_EQ(far(59), 2U);
    EXPECT_EQ(far(61), 0U);
}

TEST_P(SlotSearches, propose_three_ways_here_nearby_and_from_home) {
    book.neighbours = {{world.salviac.site_id, 21'500}};
    auto const answer = search.propose(citizen, ask()).value();
    ASSERT_EQ(answer.proposals.size(), 3U);
    EXPECT_FALSE(answer.unmet);
    EXPECT_EQ(answer.proposals[0].kind, ProposalKind::here);
    EXPECT_EQ(answer.proposals[0].slot.site_id, world.bretenoux.site_id);
    EXPECT_EQ(answer.proposals[1].kind, ProposalKind::nearby);
    EXPECT_EQ(answer.proposals[1].slot.site_id, world.salviac.site_id);
    EXPECT_EQ(answer.proposals[1].metres, 21'500);
    EXPECT_EQ(answer.proposals[2].kind, ProposalKind::remote);
    EXPECT_EQ(answer.proposals[2].doors, (std::vector{Door::telephone, Door::home}));
}

/// Hundreds of openings of one body begin at the same moment; the supply of the book is one of them.
TEST_P(SlotSearches, find_by_telephone_what_is_left_of_many_openings_and_the_earliest_of_it) {
    auto const free = book.openings.front();
    book.openings.clear();
    for (int other = 0; other < 100; ++other) {
        auto opening = free;
        opening.supply_id = SupplyId::make(world.clock.now() + std::chrono::milliseconds(other + 1));
        opening.from = opening.from + std::chrono::minutes(30);
        // Nobody answers there.
        opening.advisers = 0;
        book.openings.push_back(opening);
    }
    book.openings.push_back(free);
    EXPECT_EQ(found(Door::telephone).size(), 8U);
    auto last = book.openings.front();
    last.advisers = 1;
    book.openings.insert(book.openings.begin() + 50, last);
    EXPECT_EQ(found(Door::telephone).front().from, at(480));
    EXPECT_EQ(found(Door::telephone).size(), 15U);
    world.clock.set(free.to);
    EXPECT_TRUE(found(Door::telephone).empty()) << "all of that day is over";
}

TEST_P(SlotSearches, propose_the_nearer_of_two_towns_with_the_same_moment_whichever_was_founded_first) {
    auto const towns = std::pair(world.bretenoux.site_id, world.salviac.site_id);
    for (auto const& [nearer, farther] : {towns, std::pair(towns.second, towns.first)}) {
        book.neighbours = {{nearer, 9'000}, {farther, 21'500}};
        auto const answer = search.propose(citizen, ask()).value();
        ASSERT_EQ(answer.proposals.at(1).kind, ProposalKind::nearby);
        EXPECT_EQ(answer.proposals[1].slot.site_id, nearer);
        EXPECT_EQ(answer.proposals[1].metres, 9'000);
    }
}

TEST_P(SlotSearches, propose_three_times_here_and_by_telephone_when_there_is_no_neighbour) {
    auto const answer = search.propose(citizen, ask()).value();
    ASSERT_EQ(answer.proposals.size(), 3U);
    EXPECT_EQ(answer.proposals[2].kind, ProposalKind::here);
    EXPECT_GT(answer.proposals[2].slot.from, answer.proposals[0].slot.from);
}

TEST_P(SlotSearches, count_a_request_that_nothing_here_can_meet_once_with_its_reason) {
    book.neighbours = {{world.salviac.site_id, 21'500}};
    book.kiosks[0].open.clear();
    auto const wish = ask();
    auto const answer = search.propose(citizen, wish).value();
    EXPECT_EQ(answer.unmet, UnmetReason::site_closed);
    EXPECT_EQ(answer.proposals.size(), 3U);
    EXPECT_EQ(answer.proposals[0].kind, ProposalKind::nearby);
    (void)search.propose(citizen, wish).value();
    EXPECT_EQ(unmet("site_closed"), 1) << "asked again with the same id";

    book.openings.clear();
    EXPECT_EQ(search.propose(citizen, ask()).value().unmet, UnmetReason::nothing_offered);
    EXPECT_EQ(unmet("nothing_offered"), 1);
}

TEST_P(SlotSearches, tell_that_all_is_taken) {
    fill();
    EXPECT_EQ(search.propose(citizen, ask()).value().unmet, UnmetReason::all_taken);
    EXPECT_EQ(unmet("all_taken"), 1);
    EXPECT_TRUE(search.propose(citizen, ask()).value().proposals.empty());
    (void)search.refuse(citizen, ask());
    EXPECT_EQ(unmet("refused"), 1);
}

TEST_P(SlotSearches, tell_the_next_three_windows_and_then_nothing_is_unmet) {
    book.openings.clear();
    book.walk_in = {{at(480, 4), at(540, 4)},
                    {at(480), at(540)},
                    {at(480, 6), at(540, 6)},
                    {at(480, 7), at(540, 7)},
                    {at(480, 8), at(540, 8)}};
    auto const answer = search.propose(citizen, ask()).value();
    ASSERT_EQ(answer.windows.size(), 3U) << "that of this morning is over";
    EXPECT_EQ(answer.windows[0].from, at(480));
    EXPECT_FALSE(answer.unmet);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM unmet_request"), 0);
}

TEST_P(SlotSearches, in_a_poor_network_tell_when_one_may_come_to_a_near_site_without_an_appointment) {
    book.neighbours = {{world.salviac.site_id, 21'500}};
    book.walk_in = {{at(480, 4), at(540, 4)}, {at(480), at(540)}, {at(480, 6), at(540, 6)}};
    EXPECT_TRUE(search.propose(citizen, ask()).value().nearby_windows.empty()) << "there are three already";
    book.openings.clear();
    auto const answer = search.propose(citizen, ask()).value();
    EXPECT_TRUE(answer.proposals.empty());
    ASSERT_EQ(answer.nearby_windows.size(), 1U) << "the next of each site";
    EXPECT_EQ(answer.nearby_windows[0].site_id, world.salviac.site_id);
    EXPECT_EQ(answer.nearby_windows[0].span.from, at(480));
    EXPECT_EQ(answer.nearby_windows[0].metres, 21'500);
}

TEST_P(SlotSearches, end_where_they_are_told_and_see_what_somebody_who_moves_has_as_free) {
    auto const held = hold(at(540));
    SearchWish wish{{book.motive}, Door::kiosk, world.bretenoux.site_id, {}, 100};
    wish.until = at(0, 6);
    EXPECT_EQ(search.find(wish).value().size(), 5U) << "eight of that day without three";
    wish.moving = held.appointment_id;
    EXPECT_EQ(search.find(wish).value().size(), 8U);
}

TEST_P(SlotSearches, do_not_count_for_a_desk_that_could_not_book) {
    auto const other = world.account("ana", identity::Role::mediator, {}, world.salviac.site_id);
    EXPECT_EQ(search.propose(Requester::of(other), ask()).error().reason, "not_your_booking");
    EXPECT_EQ(search.refuse(Requester::of(other), ask()).error().reason, "not_your_booking");
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM unmet_request"), 0);
}

TEST_P(SlotSearches, say_that_a_kiosk_needs_a_site) {
    auto const refused = search.find({{book.motive}, Door::kiosk, std::nullopt, {}, 5});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().pointer, "/site_id");
}

TEST(Distances, are_those_of_the_great_circle) {
    Position const cahors{44'447'500, 1'441'900};
    Position const figeac{44'608'600, 2'031'700};
    Position const fort_de_france{14'616'000, -61'059'000};
    EXPECT_NEAR(metres_between(cahors, figeac), 50'070, 100);
    EXPECT_NEAR(metres_between(cahors, fort_de_france), 6'706'000, 15'000);
    EXPECT_EQ(metres_between(cahors, cahors), 0);
    EXPECT_NEAR(metres_between({-17'000'000, 179'999'000}, {-17'000'000, -179'999'000}), 213, 1)
        << "over the line where the date changes";
}

} // namespace
} // namespace parvis::scheduling
