// SPDX-License-Identifier: EUPL-1.2
// The slot engine against a naive one, over very many random steps and both changes of the clocks. The naive
// one knows bookings, wall clocks and nothing else; it looks at every five minutes and at every booking.
//
// PARVIS_SLOT_STEPS and PARVIS_SLOT_SEED choose how many steps and which; a failure prints the seed.
// `scripts/bench slot_walk` goes on for millions of steps, in another world for each seed.
#include "server/scheduling/slots/test_slot_walk.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace parvis::scheduling {
namespace {

using testing_support::SlotWalk;

long from_environment(char const* name, long otherwise) {
    auto const* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atol(text);
}

class SlotEngine : public testing::TestWithParam<LocalDate> {};
INSTANTIATE_TEST_SUITE_P(AroundTheChangeOfClocks, SlotEngine,
                         testing::Values(LocalDate{2026, 3, 28}, LocalDate{2026, 10, 24}),
                         [](auto const& day) { return day.param.month == 3 ? "in_spring" : "in_autumn"; });

TEST_P(SlotEngine, never_differs_from_one_that_looks_at_every_minute_and_every_booking) {
    auto const steps = from_environment("PARVIS_SLOT_STEPS", 1000);
    auto const seed = static_cast<unsigned>(from_environment("PARVIS_SLOT_SEED", 20'260'329));
    SlotWalk walk(GetParam(), seed, 0);
    for (long step = 0; step < steps; ++step) {
        ASSERT_NO_THROW(walk.step()) << "step " << step << " of seed " << seed;
    }
    EXPECT_GT(walk.booked, steps / 10) << "the walk must do something";
    EXPECT_GT(walk.refused, steps / 50);
    EXPECT_GT(walk.slots_compared, steps / 2);
}

TEST_P(SlotEngine, never_differs_in_worlds_that_are_made_at_random) {
    auto const seed = static_cast<unsigned>(from_environment("PARVIS_SLOT_SEED", 20'260'329));
    for (unsigned variation = 1; variation <= 10; ++variation) {
        SlotWalk walk(GetParam(), seed, seed + variation);
        for (int step = 0; step < 100; ++step) {
            ASSERT_NO_THROW(walk.step()) << "step " << step << " of world " << seed + variation;
        }
    }
}

} // namespace
} // namespace parvis::scheduling
