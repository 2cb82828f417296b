// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/duty_calendar.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

TEST(DutyCalendar, has_an_event_of_its_own_for_each_piece_of_a_session_that_a_closure_cuts) {
    Instant const morning{1'772'524'800'000};
    Opening const whole{
        SupplyId::make(morning), 0, {2026, 3, 3}, morning, morning + std::chrono::hours(2), {}, 30, 1, 0};
    auto rest = whole;
    rest.from = morning + std::chrono::hours(3);
    rest.to = morning + std::chrono::hours(8);
    auto const part = [](Opening const& opening) {
        return DutyPart{opening, 1, Modality::appointment, "CAF", {"Bretenoux"}, 1, {}};
    };
    auto const events = duty_events({part(whole), part(rest)}, {}, Language::fr);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_NE(events[0].uid, events[1].uid) << "calendars keep one event of each name";
    EXPECT_EQ(events[0].uid, duty_events({part(whole)}, {}, Language::fr).at(0).uid);
}

} // namespace
} // namespace parvis::scheduling
