// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/appointments/appointment_policy.hpp"

#include <gtest/gtest.h>

#include <set>

namespace parvis::scheduling {
namespace {

using State = AppointmentState;
using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant monday{1'772'614'800'000};
constexpr Instant time_of_it = monday + hours(48);

Appointment held() {
    Appointment one;
    one.appointment_id = AppointmentId::make(monday);
    one.network_id = NetworkId::make(monday);
    one.supply_id = SupplyId::make(monday);
    one.site_id = SiteId::make(monday);
    one.motives = {MotiveId::make(monday)};
    one.starts_at = time_of_it;
    one.minutes = 20;
    one.place = Place{0, KioskId::make(monday), 10};
    one.state = State::held;
    one.held_until = monday + hold_patience;
    one.code = "K7MF4-PXA9C";
    one.created_at = monday;
    return one;
}

Visitor odette() {
    return {"Odette", "06 12 34 56 78", "", 1, "Veuve depuis mars", true};
}

Appointment booked() {
    return confirmed(held(), ActingAs::mediator, odette(), monday).value();
}

Appointment here() {
    return arrived(booked(), ActingAs::mediator, time_of_it - minutes(10)).value();
}

TEST(AnAppointment, takes_only_the_steps_of_its_life) {
    std::set<std::pair<State, State>> const allowed = {
        {State::requested, State::cancelled},  {State::requested, State::moved},
        {State::held, State::confirmed},       {State::held, State::cancelled},
        {State::confirmed, State::arrived},    {State::confirmed, State::no_show},
        {State::confirmed, State::cancelled},  {State::confirmed, State::moved},
        {State::arrived, State::called},       {State::arrived, State::in_interview},
        {State::arrived, State::cancelled},    {State::arrived, State::moved},
        {State::called, State::arrived},       {State::called, State::in_interview},
        {State::called, State::cancelled},     {State::in_interview, State::finished},
        {State::in_interview, State::arrived}, {State::no_show, State::arrived}};
    for (int from = 0; from <= static_cast<int>(State::moved); ++from) {
        for (int to = 0; to <= static_cast<int>(State::moved); ++to) {
            auto const step = std::pair(static_cast<State>(from), static_cast<State>(to));
            EXPECT_EQ(may_become(step.first, step.second), allowed.contains(step)) << from << " to " << to;
        }
    }
}

TEST(AnAppointment, that_is_confirmed_knows_who_comes_and_is_no_longer_held) {
    auto const done = booked();
    EXPECT_EQ(done.state, State::confirmed);
    EXPECT_EQ(done.visitor, odette());
    EXPECT_EQ(done.code, "K7MF4-PXA9C");
    EXPECT_FALSE(done.held_until);
    EXPECT_EQ(done.revision, 2);
}

TEST(AnAppointment, confirmed_twice_keeps_who_was_named_first) {
    auto const again = confirmed(booked(), ActingAs::mediator, {}, monday + minutes(1)).value();
    EXPECT_EQ(again.code, "K7MF4-PXA9C");
    EXPECT_EQ(again.visitor, odette());
    EXPECT_EQ(again.revision, 2);
}

TEST(AnAppointment, whose_five_minutes_are_over_cannot_be_confirmed) {
    auto const late = confirmed(held(), ActingAs::citizen, {}, monday + hold_patience);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::expired);
    EXPECT_EQ(late.error().reason, "hold_expired");
    EXPECT_TRUE(confirmed(held(), ActingAs::citizen, {}, monday + hold_patience - minutes(1)));

    auto const released = expired(held(), monday + hold_patience).value();
    EXPECT_EQ(confirmed(released, ActingAs::citizen, {}, monday).error().reason, "hold_expired");
}

TEST(AnAppointment, that_is_cancelled_says_by_whom_and_why_and_claims_nothing) {
    auto const gone =
        cancelled(booked(), ActingAs::adviser, CancelReason::adviser_prevented, 0, monday + hours(1)).value();
    EXPECT_EQ(gone.state, State::cancelled);
    EXPECT_EQ(gone.cancelled_by, ActingAs::adviser);
    EXPECT_EQ(gone.cancel_reason, CancelReason::adviser_prevented);
    EXPECT_EQ(gone.ended_at, monday + hours(1));
    EXPECT_FALSE(gone.place);
    EXPECT_EQ(cancelled(gone, ActingAs::citizen, CancelReason::mistake, 0, monday + hours(2)).value(), gone);
}

TEST(AnAppointment, cannot_be_cancelled_by_the_citizen_after_the_limit_but_by_the_mediator) {
    auto const at = time_of_it - hours(24);
    auto const cancel = [&](ActingAs by, Instant when) {
        return cancelled(booked(), by, CancelReason::citizen_prevented, 24 * 60, when);
    };
    EXPECT_TRUE(cancel(ActingAs::citizen, at));
    auto const late = cancel(ActingAs::citizen, at + minutes(1));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reason, "cancellation_too_late");
    EXPECT_EQ(late.error().arguments, (ErrorArguments{{"minutes", "1440"}}));
    EXPECT_TRUE(cancel(ActingAs::mediator, at + minutes(1)));
}

TEST(AnAppointment, that_moves_keeps_everything_but_its_time_and_door) {
    Appointment wanted;
    wanted.appointment_id = AppointmentId::make(monday);
    wanted.starts_at = time_of_it + hours(1);
    wanted.minutes = 20;
    wanted.door = Door::telephone;
    wanted.place = Place{1, std::nullopt, 0};
    auto const [before, after] = moved(booked(), wanted, ActingAs::citizen, 60, monday + hours(1)).value();
    EXPECT_EQ(before.state, State::moved);
    EXPECT_EQ(before.moved_to, wanted.appointment_id);
    EXPECT_FALSE(before.place);
    EXPECT_EQ(before.code, "");
    EXPECT_EQ(before.visitor, Visitor{});
    EXPECT_EQ(after.state, State::confirmed);
    EXPECT_EQ(after.visitor, odette());
    EXPECT_EQ(after.code, "K7MF4-PXA9C");
    EXPECT_EQ(after.motives.size(), 1U);
    EXPECT_EQ(after.starts_at, wanted.starts_at);
    EXPECT_EQ(after.door, Door::telephone);
    EXPECT_EQ(after.place, wanted.place);
}

TEST(AnAppointment, whose_interview_runs_cannot_be_moved) {
    auto const running = begun(called(here(), ActingAs::adviser).value(), ActingAs::adviser).value();
    auto const refused = moved(running, booked(), ActingAs::mediator, 0, time_of_it);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "appointment_step_impossible");
    EXPECT_EQ(refused.error().arguments, (ErrorArguments{{"state", "in_interview"}, {"step", "moved"}}));
}

TEST(AnAppointment, by_telephone_is_finished_by_the_adviser_who_called_in_one_step) {
    auto by_telephone = booked();
    by_telephone.door = Door::telephone;
    auto const talked = ended_by_hand(by_telephone, ActingAs::adviser, time_of_it + minutes(20)).value();
    EXPECT_EQ(talked.state, State::finished);
    EXPECT_EQ(talked.arrived_at, time_of_it);
    EXPECT_EQ(talked.ended_at, time_of_it + minutes(20));
    EXPECT_EQ(talked.revision, by_telephone.revision + 1);
    EXPECT_EQ(ended_by_hand(talked, ActingAs::adviser, time_of_it + hours(1)).value(), talked) << "again";
    EXPECT_EQ(ended_by_hand(by_telephone, ActingAs::adviser, time_of_it + hours(9)).value().state,
              State::finished)
        << "noted in the evening";
    EXPECT_EQ(ended_by_hand(by_telephone, ActingAs::adviser, time_of_it - hours(5)).error().reason,
              "arrival_too_early");
    EXPECT_EQ(ended_by_hand(by_telephone, ActingAs::mediator, time_of_it).error().reason,
              "appointment_step_not_yours");
    EXPECT_EQ(ended_by_hand(booked(), ActingAs::adviser, time_of_it).error().reason,
              "appointment_step_impossible")
        << "at a kiosk one arrives, and the queue leads on";
}

TEST(AnAppointment, in_person_is_finished_by_the_adviser_whether_or_not_somebody_marked_them_as_arrived) {
    auto in_person = booked();
    in_person.door = Door::on_site;
    auto const there = arrived(in_person, ActingAs::mediator, time_of_it - minutes(10)).value();
    auto const met = ended_by_hand(there, ActingAs::adviser, time_of_it + minutes(20)).value();
    EXPECT_EQ(met.state, State::finished);
    EXPECT_EQ(met.arrived_at, time_of_it - minutes(10));
    EXPECT_EQ(met.revision, there.revision + 1);
    EXPECT_EQ(ended_by_hand(in_person, ActingAs::adviser, time_of_it + minutes(20)).value().arrived_at,
              time_of_it);
    for (auto const& before : {in_person, there}) {
        auto const allowed = allowed_actions(ActingAs::adviser, before, 0, time_of_it);
        EXPECT_EQ(std::ranges::count(allowed, AppointmentAction::finish), 1);
    }
    EXPECT_EQ(std::ranges::count(allowed_actions(ActingAs::mediator, there, 0, time_of_it),
                                 AppointmentAction::finish),
              0);
}

TEST(AnAppointment, is_arrived_from_four_hours_before_until_four_hours_after) {
    auto const arrive = [](Instant at) { return arrived(booked(), ActingAs::mediator, at); };
    EXPECT_EQ(arrive(time_of_it - hours(5)).error().reason, "arrival_too_early");
    EXPECT_EQ(arrive(time_of_it - hours(4)).value().arrived_at, time_of_it - hours(4));
    EXPECT_EQ(arrive(time_of_it + hours(5)).error().reason, "arrival_too_late");
}

TEST(AnAppointment, that_was_counted_as_missed_is_still_received_when_the_person_comes_late) {
    auto const absent = missed(booked(), ActingAs::mediator, time_of_it + minutes(15)).value();
    EXPECT_EQ(absent.state, State::no_show);
    EXPECT_TRUE(is_over(absent.state));
    auto const late = arrived(absent, ActingAs::mediator, time_of_it + minutes(25)).value();
    EXPECT_EQ(late.state, State::arrived);
    EXPECT_FALSE(late.ended_at);
}

TEST(AnAppointment, is_not_missed_before_its_time) {
    EXPECT_EQ(missed(booked(), ActingAs::system, time_of_it - minutes(1)).error().reason,
              "no_show_too_early");
}

TEST(AnAppointment, that_is_called_and_not_answered_waits_again) {
    auto const calling = called(here(), ActingAs::adviser).value();
    EXPECT_EQ(waiting_again(calling, ActingAs::adviser).value().state, State::arrived);
    EXPECT_EQ(waiting_again(booked(), ActingAs::adviser).error().reason, "appointment_step_impossible");
    auto const done =
        finished(begun(calling, ActingAs::adviser).value(), ActingAs::adviser, time_of_it).value();
    EXPECT_EQ(done.ended_at, time_of_it);
}

TEST(AnAppointment, follows_the_queue_and_stays_when_no_way_leads_there) {
    auto const follow = [](Appointment const& from, State to) {
        return followed(from, to, CancelReason::adviser_prevented, time_of_it);
    };
    auto const waiting = here();
    auto const done = follow(waiting, State::finished);
    EXPECT_EQ(done.state, State::finished);
    EXPECT_EQ(done.revision, waiting.revision + 1) << "met and finished at once is one change on disk";
    auto const talking = follow(follow(waiting, State::called), State::in_interview);
    EXPECT_EQ(follow(talking, State::arrived).state, State::arrived) << "the line was lost";
    EXPECT_EQ(follow(waiting, State::cancelled).cancel_reason, CancelReason::adviser_prevented);
    EXPECT_EQ(follow(done, State::arrived), done);
    auto const expected = booked();
    EXPECT_EQ(follow(expected, State::called), expected) << "they are not here";
}

TEST(AVisitor, who_is_to_be_called_needs_a_number) {
    EXPECT_TRUE(check_reachable({}, Door::kiosk));
    EXPECT_TRUE(check_reachable(odette(), Door::telephone));
    auto const refused = check_reachable({}, Door::telephone);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "telephone_needed");
    EXPECT_EQ(refused.error().pointer, "/visitor/telephone");
}

TEST(AnAppointment, is_called_by_an_adviser_and_not_by_a_citizen) {
    auto const refused = called(here(), ActingAs::citizen);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
    EXPECT_EQ(refused.error().reason, "appointment_step_not_yours");
}

TEST(AnAppointment, claims_its_kiosk_for_the_preparation_too) {
    auto const one = held();
    EXPECT_EQ(seat_ticks(one).count(), 4);
    EXPECT_EQ(kiosk_ticks(one).count(), 6);
    EXPECT_EQ(instant_of(kiosk_ticks(one).from), one.starts_at);
}

TEST(AVisitor, may_have_as_many_letters_as_the_forms_allow_whatever_their_accents) {
    auto const times = [](int count, std::string const& letter) {
        std::string text;
        for (int each = 0; each < count; ++each) {
            text += letter;
        }
        return text;
    };
    Visitor long_one{times(60, "é"), "", "", 3, times(500, "œ"), false};
    EXPECT_TRUE(check_visitor(long_one));
    long_one.first_name += "é";
    EXPECT_EQ(check_visitor(long_one).error().pointer, "/visitor/first_name");
    EXPECT_EQ(check_visitor({"", "", "", 0, times(501, "œ"), false}).error().pointer, "/visitor/note");
    EXPECT_EQ(check_visitor({"", "", "", 4, "", false}).error().pointer, "/visitor/companions");
}

TEST(AVisitor, with_a_field_that_cannot_be_right_is_told_which) {
    EXPECT_TRUE(check_visitor(odette()));
    EXPECT_TRUE(check_visitor({}));
    auto const pointer_of = [](Visitor const& visitor) { return check_visitor(visitor).error().pointer; };
    EXPECT_EQ(pointer_of({std::string(61, 'a'), "", "", 0, "", false}), "/visitor/first_name");
    for (auto const* telephone : {"12", "06 12 34 56 78 ext", "06+1234567", "appelez-moi"}) {
        EXPECT_EQ(pointer_of({"", telephone, "", 0, "", false}), "/visitor/telephone") << telephone;
    }
    for (auto const* email :
         {"odette", "@exemple.fr", "odette@fr", "odette@exemple.", "o d@exemple.fr", "a@b@c.fr"}) {
        EXPECT_EQ(pointer_of({"", "", email, 0, "", false}), "/visitor/email") << email;
    }
    EXPECT_EQ(pointer_of({"", "", "", 4, "", false}), "/visitor/companions");
    EXPECT_EQ(pointer_of({"", "", "", 0, std::string(501, 'x'), false}), "/visitor/note");
    EXPECT_TRUE(check_visitor({"", "+33 (0)6.12-34.56 78", "odette@mairie.exemple.fr", 0, "", false}));
}

} // namespace
} // namespace parvis::scheduling
