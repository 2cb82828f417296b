// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/waiting/waiting_list.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr char paris[] = "Europe/Paris";

/// March 2026: the 2nd is a Monday.
Instant at(int day, int hour, int minute = 0) {
    return to_instant({2026, 3, day}, hour * 60 + minute, paris);
}

WaitingEntry entry() {
    WaitingEntry one;
    one.doors = {Door::kiosk};
    one.times = {{2026, 3, 2}, {2026, 3, 20}, {}, 0, 1440};
    one.visitor.telephone = "06 12 34 56 78";
    one.state = WaitingState::waiting;
    return one;
}

WaitingEntry asked(Instant until) {
    return offered(entry(), {AppointmentId::make(at(2, 9)), until}).value();
}

TEST(AskingHours, NobodyIsAskedAtNightOrOnASunday) {
    AskingHours const asking;
    EXPECT_FALSE(may_ask(asking, at(2, 7, 59), paris));
    EXPECT_TRUE(may_ask(asking, at(2, 8), paris));
    EXPECT_TRUE(may_ask(asking, at(2, 19, 59), paris));
    EXPECT_FALSE(may_ask(asking, at(2, 20), paris));
    EXPECT_FALSE(may_ask(asking, at(8, 10), paris)) << "Sunday";
    EXPECT_EQ(answer_until(asking, at(2, 22), at(10, 9), paris), std::nullopt);
}

TEST(AskingHours, TheTimeToAnswerStandsStillAtNightAndOnSundays) {
    AskingHours const asking;
    EXPECT_EQ(answer_until(asking, at(2, 9), at(10, 9), paris), at(2, 11));
    EXPECT_EQ(answer_until(asking, at(2, 19), at(10, 9), paris), at(3, 9));
    EXPECT_EQ(answer_until(asking, at(7, 19, 30), at(12, 9), paris), at(9, 9, 30)) << "Saturday evening";
}

TEST(AskingHours, TheTimeToAnswerStandsStillAlsoInTheNightWhenClocksChange) {
    // Saturday 28 March, 19:00; the night has 23 hours, and Sunday does not count.
    EXPECT_EQ(answer_until({}, at(28, 19), at(31, 18), paris), at(30, 9));
}

TEST(AskingHours, WhoIsAskedMustStillBeAbleToCome) {
    AskingHours const asking;
    EXPECT_EQ(answer_until(asking, at(2, 9), at(2, 11), paris), at(2, 10)) << "an hour before";
    EXPECT_EQ(answer_until(asking, at(2, 9), at(2, 10, 15), paris), std::nullopt) << "a quarter of an hour";
}

TEST(WaitingList, APlaceSuitsOnItsDaysAndHoursAsTheWallClockShowsThem) {
    SuitableTimes const mornings{{2026, 3, 2}, {2026, 3, 6}, {1, 5}, 9 * 60, 12 * 60};
    EXPECT_TRUE(suits(mornings, at(2, 9), paris));
    EXPECT_TRUE(suits(mornings, at(6, 11, 59), paris));
    EXPECT_FALSE(suits(mornings, at(2, 12), paris)) << "too late in the day";
    EXPECT_FALSE(suits(mornings, at(3, 9), paris)) << "a Tuesday";
    EXPECT_FALSE(suits(mornings, at(9, 9), paris)) << "the week after";
    // 23:30 of UTC is the next day in Paris.
    SuitableTimes const any_hour{{2026, 3, 3}, {2026, 3, 3}, {}, 0, 1440};
    EXPECT_TRUE(suits(any_hour, at(3, 0, 30), paris));
}

TEST(WaitingList, WhoCannotBeToldCannotWait) {
    LocalDate const today{2026, 3, 2};
    EXPECT_TRUE(check_wish(entry(), today));
    auto one = entry();
    one.visitor.telephone.clear();
    EXPECT_EQ(check_wish(one, today).error().reason, "waiting_contact_missing");
    one = entry();
    one.doors = {Door::kiosk, Door::kiosk};
    EXPECT_EQ(check_wish(one, today).error().pointer, "/doors");
    one = entry();
    one.times.to_day = {2026, 3, 1};
    EXPECT_EQ(check_wish(one, today).error().pointer, "/to_day");
    one = entry();
    one.times.weekdays = {0};
    EXPECT_EQ(check_wish(one, today).error().pointer, "/weekdays");
    one = entry();
    one.times.to_minute = 0;
    EXPECT_EQ(check_wish(one, today).error().pointer, "/to_minute");
}

TEST(WaitingList, AnOfferIsAcceptedInTimeAndOnlyOnce) {
    auto const offer = asked(at(2, 11));
    auto const taken = accepted(offer, at(2, 10, 59)).value();
    EXPECT_EQ(taken.state, WaitingState::accepted);
    EXPECT_EQ(taken.offer, offer.offer);
    EXPECT_EQ(accepted(taken, at(2, 13)).value(), taken) << "said again";
    EXPECT_EQ(accepted(offer, at(2, 11)).error().reason, "offer_expired");
    EXPECT_EQ(accepted(entry(), at(2, 10)).error().reason, "waiting_step_impossible");
}

TEST(WaitingList, WhoSaysNoMayGoOnWaiting) {
    auto const staying = refused(asked(at(2, 11)), true, at(2, 10)).value();
    EXPECT_EQ(staying.state, WaitingState::waiting);
    EXPECT_FALSE(staying.offer);
    EXPECT_EQ(refused(staying, true, at(2, 10)).value(), staying) << "said again";
    auto const gone = refused(asked(at(2, 11)), false, at(2, 10)).value();
    EXPECT_EQ(gone.state, WaitingState::refused);
    EXPECT_EQ(offered(gone, {AppointmentId::make(at(2, 9)), at(2, 12)}).error().reason,
              "waiting_step_impossible");
}

TEST(WaitingList, WhoDoesNotAnswerIsNotAskedAgain) {
    auto const ended = offer_expired(asked(at(2, 11)), at(2, 11));
    EXPECT_TRUE(is_over(ended.state));
    EXPECT_EQ(accepted(ended, at(2, 12)).error().reason, "offer_expired");
    EXPECT_EQ(withdrawn(ended, at(2, 12)).error().reason, "waiting_step_impossible");
}

} // namespace
} // namespace parvis::scheduling
