// SPDX-License-Identifier: EUPL-1.2
#include "embedded/parvis_embedded_pictograms.hpp"
#include "server/poster/drawn_path.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>
#include <string>

namespace parvis::poster {
namespace {

std::string told(std::string_view d) {
    std::ostringstream text;
    for (auto const& step : drawn_path(d)) {
        text << "MLCZ"[static_cast<int>(step.kind)] << std::lround(step.x * 100) << ","
             << std::lround(step.y * 100) << " ";
    }
    return text.str();
}

TEST(DrawnPath, follows_lines_whether_their_numbers_touch_or_not) {
    EXPECT_EQ(told("M3.5 11.5L12 4l8.5 7.5M5.5 10v9h-2z"),
              "M350,1150 L1200,400 L2050,1150 M550,1000 L550,1900 L350,1900 Z550,1000 ");
    EXPECT_EQ(told("M6 19v2h.01"), "M600,1900 L600,2100 L601,2100 ");
    EXPECT_EQ(told("m1 1 2 2"), "M100,100 L300,300 ");
}

TEST(DrawnPath, a_circle_comes_back_to_where_it_began) {
    auto const steps = drawn_path("M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z");
    EXPECT_EQ(steps.size(), 6u); // a move, four quarters, closed
    for (auto const& step : steps) {
        EXPECT_NEAR(std::hypot(step.x - 12, step.y - 12), 3, 1e-9);
    }
}

TEST(DrawnPath, an_arc_turns_to_the_side_that_is_asked_for) {
    EXPECT_EQ(told("M0 0a1 1 0 0 1 1 1"), "M0,0 C100,100 ");
    auto const right = drawn_path("M0 0a1 1 0 0 1 1 1").at(1);
    auto const left = drawn_path("M0 0a1 1 0 0 0 1 1").at(1);
    EXPECT_GT(right.x1, right.y1);
    EXPECT_LT(left.x1, left.y1);
    EXPECT_EQ(told("M0 0a1 1 0 011 1"), told("M0 0a1 1 0 0 1 1 1"));
}

TEST(DrawnPath, refuses_what_it_does_not_know) {
    EXPECT_THROW(drawn_path("M0 0Q1 1 2 2"), std::runtime_error);
    EXPECT_THROW(drawn_path("M0 0a2 1 0 0 1 1 1"), std::runtime_error);
    EXPECT_THROW(drawn_path("M0"), std::runtime_error);
    EXPECT_THROW(drawn_path("12 12"), std::runtime_error);
}

TEST(DrawnPath, draws_every_pictogram_of_the_house_within_its_square) {
    std::istringstream lines{std::string(embedded_pictograms().front().second)};
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        auto const steps = drawn_path(line.substr(line.find(' ') + 1));
        EXPECT_GT(steps.size(), 1u) << line;
        for (auto const& step : steps) {
            EXPECT_TRUE(step.x >= 0 && step.x <= 24 && step.y >= 0 && step.y <= 24) << line;
        }
    }
    EXPECT_GE(count, 16);
}

} // namespace
} // namespace parvis::poster
