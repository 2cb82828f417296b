// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_retention_store.hpp"
#include "server/queue/test_queue.hpp"
#include "server/queue/wall_service.hpp"

#include <set>

namespace parvis::queue {
namespace {

using interview::reason_of;

/// Screens of waiting rooms over real databases.
class AScreen : public TheQueue {
  protected:
    std::vector<WallId> dark;
    WallService walls{world.database(), world.clock, [this](WallId const& id) { dark.push_back(id); }};

    MakeWall wish() { return {world.bretenoux.site_id, "Salle d’attente"}; }
};

TEST_P(AScreen, is_opened_by_its_secret_and_by_nothing_else) {
    auto const id = WallId::make(now());
    auto const made = walls.make(counter.luc, id, wish()).value();
    EXPECT_EQ(walls.open(made.secret).value().wall_id, id);
    EXPECT_EQ(reason_of(walls.open("")), "wall_revoked");
    EXPECT_EQ(reason_of(walls.open(id.text())), "wall_revoked");
}

TEST_P(AScreen, that_is_made_again_has_a_new_secret_and_the_old_one_opens_nothing) {
    auto const id = WallId::make(now());
    auto const first = walls.make(counter.luc, id, wish()).value();
    auto const second = walls.make(counter.luc, id, wish()).value();
    EXPECT_NE(first.secret, second.secret);
    EXPECT_EQ(reason_of(walls.open(first.secret)), "wall_revoked");
    EXPECT_TRUE(walls.open(second.secret));
    EXPECT_EQ(walls.at(counter.luc, world.bretenoux.site_id).value().walls.size(), 1U);
}

TEST_P(AScreen, taken_back_is_dark_at_once_and_for_good) {
    auto const id = WallId::make(now());
    auto const made = walls.make(counter.luc, id, wish()).value();
    dark.clear();
    ASSERT_TRUE(walls.revoke(counter.luc, id));
    EXPECT_EQ(dark, std::vector{id});
    EXPECT_EQ(reason_of(walls.open(made.secret)), "wall_revoked");
    EXPECT_EQ(reason_of(walls.make(counter.luc, id, wish())), "wall_unknown");
    EXPECT_TRUE(walls.at(counter.luc, world.bretenoux.site_id).value().walls.empty());
}

TEST_P(AScreen, stays_open_when_it_is_forgotten_who_made_it) {
    auto const made = walls.make(counter.luc, WallId::make(now()), wish()).value();
    EXPECT_EQ(apply_retention(world.database(), now())->staff, 0);
    world.clock.advance(staff_kept_for + std::chrono::hours(1));
    EXPECT_EQ(apply_retention(world.database(), now())->staff, 1);
    EXPECT_EQ(apply_retention(world.database(), now())->staff, 0);
    EXPECT_TRUE(walls.open(made.secret));
}

TEST_P(AScreen, is_kept_by_the_mediator_of_its_site_and_by_who_keeps_the_machines_of_its_network) {
    auto const id = WallId::make(now());
    EXPECT_EQ(reason_of(walls.make(counter.ana, id, wish())), "not_your_site");
    EXPECT_EQ(reason_of(walls.make(counter.marie, id, wish())), "not_your_site");
    auto const technician = world.account("Alex", identity::Role::technician);
    EXPECT_TRUE(walls.make(technician, id, wish()));
    EXPECT_EQ(reason_of(walls.revoke(counter.ana, id)), "wall_unknown");
    EXPECT_EQ(reason_of(walls.at(counter.ana, world.bretenoux.site_id)), "not_your_site");
    auto nameless = wish();
    nameless.name = " ";
    EXPECT_EQ(walls.make(counter.luc, id, nameless).error().pointer, "/name");
}

TEST_P(AScreen, learns_of_every_change_of_a_line_through_the_feed) {
    std::set<AdviserGroupId> told;
    queue.lines_changed().subscribe(
        [&](std::vector<AdviserGroupId> const& groups) { told.insert(groups.begin(), groups.end()); });
    auto const ticket = come(world.bretenoux);
    TicketAct ready;
    ready.act = TicketActKind::announce;
    ready.in_minutes = 10;
    EXPECT_EQ(act(counter.marie, ticket, ready).value().expected_at, now() + std::chrono::minutes(10));
    TicketAct move;
    move.act = TicketActKind::move;
    move.offer_id = world.bretenoux.pension_offer;
    EXPECT_EQ(act(counter.marie, ticket, move).value().expected_at, std::nullopt);
    EXPECT_EQ(told, (std::set{world.caf_group, world.carsat_group}));
    auto const boards = queue.boards({{world.carsat_group, {world.bretenoux.site_id}, {}, {}}}).value();
    EXPECT_EQ(boards.at(0).at_desks.at(world.bretenoux.site_id).tickets.size(), 1U);
    auto const there = queue.destinations(counter.luc, ticket.ticket_id).value().destinations;
    ASSERT_EQ(there.size(), 1U);
    EXPECT_EQ(there[0].offer.acronym, "CAF");
    EXPECT_EQ(reason_of(queue.destinations(counter.marie, ticket.ticket_id)), "ticket_unknown");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AScreen, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::queue
