// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/hold_limit.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

Instant const noon{1'770'000'000'000};

TEST(OneAddress, holds_twenty_places_at_once_and_others_once_five_minutes_are_over) {
    HoldLimit limit;
    auto const first = AppointmentId::make(noon);
    EXPECT_TRUE(limit.note("192.0.2.1", first, noon));
    for (std::size_t held = 1; held < most_holds_of_an_address; ++held) {
        EXPECT_TRUE(limit.note("192.0.2.1", AppointmentId::make(noon), noon));
    }
    auto const refused = limit.note("192.0.2.1", AppointmentId::make(noon), noon + std::chrono::minutes(1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().arguments, (ErrorArguments{{"retry_after_seconds", "241"}}));
    EXPECT_TRUE(limit.note("192.0.2.1", first, noon)) << "asked again, it is the same place";
    EXPECT_TRUE(limit.note("192.0.2.2", AppointmentId::make(noon), noon));
    EXPECT_TRUE(limit.note("192.0.2.1", AppointmentId::make(noon), noon + hold_patience));
}

} // namespace
} // namespace parvis::scheduling
