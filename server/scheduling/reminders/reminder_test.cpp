// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/zone.hpp"
#include "server/scheduling/reminders/reminder.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using Event = AppointmentEventKind;

constexpr char paris[] = "Europe/Paris";

Instant at(int month, int day, int minute) {
    return to_instant({2026, month, day}, minute, paris);
}

std::vector<PlannedMessage> plan(Instant starts_at, Instant now, Event event = Event::confirmed) {
    return planned_messages(event, starts_at, paris, now);
}

std::vector<MessageKind> kinds(std::vector<PlannedMessage> const& planned) {
    std::vector<MessageKind> found;
    for (auto const& one : planned) {
        found.push_back(one.kind);
    }
    return found;
}

TEST(AReminder, comes_at_once_two_days_before_and_in_the_morning) {
    auto const now = at(3, 2, 600);
    auto const starts = at(3, 9, 870); // 14:30
    EXPECT_EQ(plan(starts, now), (std::vector<PlannedMessage>{
                                     {MessageKind::confirmed, now, starts},
                                     {MessageKind::two_days_before, starts - hours(48), at(3, 9, 450)},
                                     {MessageKind::same_morning, at(3, 9, 450), starts},
                                 }));
}

TEST(AReminder, of_the_morning_is_at_half_past_seven_also_when_the_clock_changed_in_the_night) {
    auto const planned = plan(at(3, 29, 600), at(3, 20, 600));
    EXPECT_EQ(to_local(planned.back().due_at, paris).minutes_of_day(), 450);
    EXPECT_EQ(planned.back().due_at, Instant{at(3, 29, 600).ms - 150 * 60'000});
}

TEST(AReminder, of_an_early_appointment_comes_an_hour_before) {
    auto const starts = at(3, 9, 480);
    EXPECT_EQ(plan(starts, at(3, 2, 600)).back().due_at, starts - hours(1));
}

TEST(AReminder, is_not_sent_to_somebody_who_has_just_been_told) {
    auto const starts = at(3, 9, 870);
    EXPECT_EQ(kinds(plan(starts, starts - hours(49))),
              (std::vector{MessageKind::confirmed, MessageKind::same_morning}));
    EXPECT_EQ(kinds(plan(starts, at(3, 9, 450) - minutes(119))), std::vector{MessageKind::confirmed});
    EXPECT_EQ(kinds(plan(starts, starts - minutes(1))), std::vector{MessageKind::confirmed});
    EXPECT_TRUE(plan(starts, starts).empty()) << "it has begun";
}

TEST(AReminder, is_never_planned_for_what_was_cancelled) {
    EXPECT_EQ(kinds(plan(at(3, 9, 870), at(3, 2, 600), Event::cancelled)),
              std::vector{MessageKind::cancelled});
    EXPECT_EQ(kinds(plan(at(3, 9, 870), at(3, 2, 600), Event::moved)).front(), MessageKind::moved);
}

TEST(AReminder, is_true_only_while_the_appointment_is_still_to_come) {
    using State = AppointmentState;
    for (auto const state :
         {State::requested, State::held, State::arrived, State::called, State::in_interview, State::finished,
          State::no_show, State::cancelled, State::moved}) {
        EXPECT_FALSE(is_still_true(MessageKind::same_morning, state));
        EXPECT_EQ(is_still_true(MessageKind::cancelled, state), state == State::cancelled);
    }
    EXPECT_TRUE(is_still_true(MessageKind::two_days_before, State::confirmed));
    EXPECT_FALSE(is_still_true(MessageKind::cancelled, State::confirmed));
}

TEST(AReminder, is_tried_less_and_less_often_and_not_for_ever) {
    Instant now{0};
    auto const until = now + hours(72);
    auto last = std::chrono::milliseconds(0);
    for (int attempt = 1; attempt < message_attempts; ++attempt) {
        auto const next = next_attempt(attempt, now, until);
        ASSERT_TRUE(next) << attempt;
        EXPECT_GT(*next - now, last);
        last = *next - now;
        now = *next;
    }
    EXPECT_FALSE(next_attempt(message_attempts, now, until));
    EXPECT_FALSE(next_attempt(1, until - minutes(1), until)) << "it would come too late";
}

TEST(AMobileNumber, is_understood_as_people_write_it) {
    for (auto const* typed : {"06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "0033612345678",
                              "06.12.34.56.78", "+33 (0)6 12 34 56 78"}) {
        EXPECT_EQ(mobile_number(typed), "+33612345678") << typed;
    }
    EXPECT_EQ(mobile_number("0692 12 34 56"), "+262692123456") << "La Réunion";
    EXPECT_EQ(mobile_number("0690 12 34 56"), "+590690123456") << "Guadeloupe";
    EXPECT_EQ(mobile_number("+32 470 12 34 56"), "+32470123456");
}

TEST(AMobileNumber, is_none_where_no_text_message_arrives) {
    for (auto const* typed : {"", "05 65 00 00 00", "09 70 00 00 00", "3646", "112", "06 12 34 56",
                              "+33 5 65 00 00 00", "+33612345678901234"}) {
        EXPECT_FALSE(mobile_number(typed)) << typed;
    }
}

} // namespace
} // namespace parvis::scheduling
