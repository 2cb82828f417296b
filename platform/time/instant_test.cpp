// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/instant.hpp"

#include <gtest/gtest.h>

namespace parvis {
namespace {

using namespace std::chrono_literals;

TEST(Instant, MovesByDurationsAndMeasuresThem) {
    Instant at{1000};
    EXPECT_EQ(at + 2s, Instant{3000});
    EXPECT_EQ(at - 250ms, Instant{750});
    EXPECT_EQ(Instant{5000} - at, 4s);
    at += 1min;
    EXPECT_EQ(at.ms, 61'000);
    at -= 1s;
    EXPECT_EQ(at.ms, 60'000);
    EXPECT_LT(Instant{1}, Instant{2});
}

TEST(Instant, IsWrittenAsRfc3339InUtc) {
    EXPECT_EQ(to_rfc3339({0}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(to_rfc3339({1'772'357'400'250}), "2026-03-01T09:30:00.250Z");
    EXPECT_EQ(to_rfc3339({-1}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_rfc3339({1'709'164'800'000}), "2024-02-29T00:00:00.000Z");
}

TEST(Clock, TheSystemsOneRunsWithTheMachine) {
    auto const before = std::chrono::system_clock::now();
    auto const now = SystemClock{}.now();
    auto const after = std::chrono::system_clock::now();
    using std::chrono::milliseconds;
    EXPECT_GE(now.ms, std::chrono::duration_cast<milliseconds>(before.time_since_epoch()).count());
    EXPECT_LE(now.ms, std::chrono::duration_cast<milliseconds>(after.time_since_epoch()).count());
}

TEST(Clock, TheManualOneMovesOnlyWhenTold) {
    ManualClock clock({100});
    EXPECT_EQ(clock.now(), Instant{100});
    clock.advance(5ms);
    EXPECT_EQ(clock.now(), Instant{105});
    clock.set({7});
    EXPECT_EQ(clock.now(), Instant{7});
}

} // namespace
} // namespace parvis
