// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/walk_in/walk_in_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using identity::Role;

/// "Now" is Wednesday 4 March 2026, 10:00 in Paris.
class WalkIns : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    WalkInService service{world.database(), world.clock};
    identity::Caller const mediator = world.account("mediator", Role::mediator, {}, world.bretenoux.site_id);
    identity::Caller const coordinator = world.account("coordinator", Role::coordinator);

    WalkInId id() const { return WalkInId::make(world.clock.now()); }
    WalkInForm form(Guidance guidance) const {
        return {world.bretenoux.site_id, guidance, world.caf, std::nullopt, std::nullopt};
    }
    std::vector<WalkInCount> counted() {
        return service.counts(coordinator, world.network, {2026, 3, 1}, {2026, 3, 31}).value().counts;
    }
};
INSTANTIATE_TEST_SUITE_P(Each, WalkIns, ::testing::ValuesIn(testing::engines()),
                         [](auto const& one) { return testing::engine_name(one.param); });

TEST_P(WalkIns, are_counted_once_by_day_site_and_what_became_of_them) {
    auto const known = id();
    EXPECT_TRUE(service.record(mediator, known, form(Guidance::solved_here)).ok());
    EXPECT_TRUE(service.record(mediator, known, form(Guidance::solved_here)).ok()); // told again
    EXPECT_TRUE(service.record(mediator, id(), form(Guidance::solved_here)).ok());
    EXPECT_TRUE(service.record(mediator, id(), form(Guidance::in_person)).ok());
    auto const counts = counted();
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts[0].day, (LocalDate{2026, 3, 4}));
    EXPECT_EQ(counts[0].site_id, world.bretenoux.site_id);
    EXPECT_EQ(counts[0].solved_here, 2);
    EXPECT_EQ(counts[0].in_person, 1);
}

TEST_P(WalkIns, told_late_count_on_the_day_on_which_they_came) {
    auto late = form(Guidance::in_person);
    late.occurred_at = to_instant({2026, 3, 2}, 1439, "Europe/Paris");
    EXPECT_EQ(service.record(mediator, id(), late).value().occurred_at, *late.occurred_at);
    EXPECT_EQ(counted().at(0).day, (LocalDate{2026, 3, 2}));
    late.occurred_at = world.clock.now() + std::chrono::hours(1);
    EXPECT_EQ(service.record(mediator, id(), late).value().occurred_at,
              world.clock.now()); // a clock that is wrong
}

TEST_P(WalkIns, are_told_by_the_mediator_of_the_site_and_read_by_who_runs_the_network) {
    auto elsewhere = form(Guidance::solved_here);
    elsewhere.site_id = world.salviac.site_id;
    EXPECT_EQ(service.record(mediator, id(), elsewhere).error().reason, "not_your_site");
    EXPECT_EQ(service.record(coordinator, id(), form(Guidance::solved_here)).error().reason, "not_your_site");
    EXPECT_EQ(service.counts(mediator, world.network, {2026, 3, 1}, {2026, 3, 2}).error().reason,
              "role_missing");
    EXPECT_EQ(service.counts(coordinator, NetworkId::make(world.clock.now()), {2026, 3, 1}, {2026, 3, 2})
                  .error()
                  .reason,
              "network_unknown");
    EXPECT_EQ(service.counts(coordinator, world.network, {2026, 3, 1}, {2026, 6, 1}).error().reason,
              "plan_span_wrong");
    EXPECT_TRUE(counted().empty());
}

TEST_P(WalkIns, that_name_a_body_or_a_motive_of_nobody_change_nothing) {
    auto wrong = form(Guidance::solved_here);
    wrong.partner_id = PartnerId::make(world.clock.now());
    EXPECT_EQ(service.record(mediator, id(), wrong).error().pointer, "/partner_id");
    wrong = form(Guidance::solved_here);
    wrong.motive_id = MotiveId::make(world.clock.now());
    EXPECT_EQ(service.record(mediator, id(), wrong).error().pointer, "/motive_id");
    auto const taken = id();
    (void)service.record(mediator, taken, form(Guidance::solved_here)).value();
    EXPECT_EQ(service.record(mediator, taken, form(Guidance::in_person)).error().reason, "walk_in_id_taken");
    EXPECT_EQ(counted().at(0).solved_here, 1);
}

} // namespace
} // namespace parvis::scheduling
