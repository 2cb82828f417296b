// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wait_estimate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <queue>
#include <random>

namespace parvis::queue {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

DurationSpread const quarter_hour{minutes(10), minutes(20)};

Ahead behind(std::size_t people, int on_duty, int taken) {
    return {std::vector<std::optional<DurationSpread>>(people, quarter_hour), quarter_hour, on_duty, taken};
}

TEST(AWait, is_a_range_and_never_one_number) {
    for (std::size_t people = 0; people < 30; ++people) {
        for (int on_duty = 1; on_duty < 6; ++on_duty) {
            auto const wait = estimate_of(behind(people, on_duty, on_duty));
            EXPECT_GE(*wait.to_minutes, *wait.from_minutes + estimate_step_minutes);
            EXPECT_EQ(*wait.from_minutes % estimate_step_minutes, 0);
            EXPECT_EQ(*wait.to_minutes % estimate_step_minutes, 0);
        }
    }
}

TEST(AWait, with_nobody_ahead_and_a_free_adviser_is_as_good_as_none) {
    EXPECT_EQ(estimate_of(behind(0, 2, 1)), (WaitEstimate{0, 10, std::nullopt}));
    EXPECT_EQ(estimate_of(behind(0, 2, 0)), (WaitEstimate{0, 5, std::nullopt}));
}

TEST(AWait, grows_with_the_people_ahead_and_shrinks_with_the_advisers) {
    EXPECT_EQ(estimate_of(behind(3, 1, 1)), (WaitEstimate{30, 80, std::nullopt}));
    EXPECT_EQ(estimate_of(behind(3, 2, 2)), (WaitEstimate{10, 50, std::nullopt}));
}

TEST(AWait, is_not_told_from_too_few_measurements) {
    std::vector<milliseconds> measured(least_measurements - 1, minutes(15));
    EXPECT_FALSE(spread_of(measured));
    measured.push_back(minutes(15));
    EXPECT_TRUE(spread_of(measured));
    auto ahead = behind(2, 1, 0);
    ahead.people[1].reset();
    EXPECT_EQ(estimate_of(ahead),
              (WaitEstimate{std::nullopt, std::nullopt, NoEstimate::too_few_measurements}));
    ahead = behind(0, 1, 1);
    ahead.typical.reset();
    EXPECT_EQ(estimate_of(ahead).unknown, NoEstimate::too_few_measurements);
}

TEST(AWait, is_not_told_while_nobody_is_on_duty) {
    EXPECT_EQ(estimate_of(behind(2, 0, 0)).unknown, NoEstimate::nobody_on_duty);
}

TEST(ASpread, is_the_short_and_the_long_quarter_in_any_order) {
    std::vector<milliseconds> measured;
    for (int i = 21; i >= 1; --i) {
        measured.push_back(minutes(i));
    }
    auto const spread = spread_of(measured).value();
    EXPECT_EQ(spread.short_quarter, minutes(6));
    EXPECT_EQ(spread.long_quarter, minutes(16));
}

/// A line that is really worked off: how long the last of `people` waits.
minutes real_wait(std::mt19937& random, std::lognormal_distribution<>& duration, std::size_t people,
                  int on_duty) {
    auto const drawn = [&] { return duration(random); };
    std::priority_queue<double, std::vector<double>, std::greater<>> free_at;
    for (int i = 0; i < on_duty; ++i) {
        free_at.push(drawn() * std::uniform_real_distribution<>(0, 1)(random)); // what is left of theirs
    }
    for (std::size_t i = 0; i < people; ++i) {
        auto const at = free_at.top();
        free_at.pop();
        free_at.push(at + drawn());
    }
    return minutes(static_cast<int>(free_at.top()));
}

TEST(AWait, holds_for_nine_of_ten_people_in_lines_worked_off_by_chance) {
    std::mt19937 random(4);
    std::lognormal_distribution<> duration(std::log(15.0), 0.5);
    std::vector<milliseconds> measured;
    measured.reserve(200);
    for (int i = 0; i < 200; ++i) {
        measured.push_back(milliseconds(static_cast<int>(duration(random) * 60'000)));
    }
    auto const spread = spread_of(measured).value();
    int held = 0;
    int all = 0;
    for (std::size_t people = 0; people < 12; ++people) {
        for (int on_duty = 1; on_duty < 5; ++on_duty) {
            Ahead const ahead{std::vector<std::optional<DurationSpread>>(people, spread), spread, on_duty,
                              on_duty};
            auto const told = estimate_of(ahead);
            for (int i = 0; i < 100; ++i, ++all) {
                auto const wait = real_wait(random, duration, people, on_duty).count();
                held += *told.from_minutes <= wait && wait <= *told.to_minutes ? 1 : 0;
            }
        }
    }
    EXPECT_GE(held, all * 9 / 10);
}

} // namespace
} // namespace parvis::queue
