// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/test_queue.hpp"

namespace parvis::queue {
namespace {

using interview::reason_of;
using std::chrono::hours;
using std::chrono::minutes;

TEST_P(TheQueue, begins_the_interview_with_the_call_and_follows_it_to_its_end) {
    counter.services.feed.subscribe(
        [&](interview::InterviewCard const& card) { queue.follow(card.interview); });
    come(world.bretenoux);
    world.clock.advance(minutes(5));
    auto const id = InterviewId::make(now());
    auto const ticket = queue.call_next(counter.marie, {new_act(), id}).value().ticket.value();
    EXPECT_EQ(counter.told.back().interview.interview_id, id);
    EXPECT_EQ(counter.told.back().interview.kiosk_id, world.bretenoux.kiosk_id);
    world.clock.advance(minutes(2));
    counter.services.interviews.answer(world.bretenoux.kiosk_id, id).value();
    EXPECT_EQ(stored(ticket).state, TicketState::in_interview);
    EXPECT_EQ(walked(stored(ticket)), minutes(2));
    world.clock.advance(minutes(20));
    counter.services.interviews.end(counter.marie, id).value();
    EXPECT_EQ(stored(ticket).state, TicketState::finished);
    EXPECT_EQ(stored(ticket).ended_at, now());
}

TEST_P(TheQueue, receives_who_touched_a_kiosk_before_somebody_came_elsewhere) {
    auto const ring = counter.ring();
    world.clock.advance(minutes(1));
    auto const later = come(world.salviac);
    CallNext const wish{new_act(), InterviewId::make(now())};
    EXPECT_EQ(queue.call_next(counter.marie, wish).value().accepted_ring, ring);
    EXPECT_EQ(counter.told.back().interview.state, kiosk_protocol::InterviewState::running);
    EXPECT_EQ(counter.told.back().interview.adviser_id, counter.marie.account_id);
    EXPECT_EQ(queue.call_next(counter.marie, wish).value().accepted_ring, ring)
        << "told again, it is done once";
    auto const next = queue.call_next(counter.paul, {new_act(), InterviewId::make(now())}).value();
    EXPECT_EQ(next.ticket.value().ticket_id, later.ticket_id);
}

TEST_P(TheQueue, lets_nobody_who_touches_a_kiosk_pass_those_who_came_before) {
    auto const early = come(world.salviac);
    world.clock.advance(minutes(1));
    counter.ring();
    auto const next = queue.call_next(counter.marie, {new_act(), InterviewId::make(now())}).value();
    EXPECT_EQ(next.ticket.value().ticket_id, early.ticket_id);
    EXPECT_FALSE(next.accepted_ring);
}

TEST_P(TheQueue, gives_a_ring_the_place_of_somebody_who_came_to_that_site_then) {
    come(world.bretenoux);
    world.clock.advance(minutes(1));
    counter.ring();
    world.clock.advance(minutes(4));
    auto const elsewhere = come(world.salviac);
    auto const next = queue.call_next(counter.marie, {new_act(), InterviewId::make(now())}).value();
    EXPECT_EQ(next.ticket.value().ticket_id, elsewhere.ticket_id)
        << "ten minutes after the one before, as if they had come one by one";
}

TEST_P(TheQueue, calls_the_kiosk_again_after_no_answer) {
    counter.services.feed.subscribe(
        [&](interview::InterviewCard const& card) { queue.follow(card.interview); });
    come(world.bretenoux);
    auto const first = InterviewId::make(now());
    auto const ticket = queue.call_next(counter.marie, {new_act(), first}).value().ticket.value();
    counter.services.interviews.stop_by_citizen(world.bretenoux.kiosk_id, first).value();
    EXPECT_EQ(stored(ticket).state, TicketState::called)
        << "the adviser decides: call again, park, or let go";
    TicketAct form;
    form.act = TicketActKind::no_answer;
    form.interview_id = InterviewId::make(now());
    act(counter.marie, ticket, form).value();
    EXPECT_EQ(counter.told.back().interview.interview_id, form.interview_id);
    counter.services.interviews.answer(world.bretenoux.kiosk_id, *form.interview_id).value();
    EXPECT_EQ(stored(ticket).state, TicketState::in_interview);
}

TEST_P(TheQueue, puts_somebody_back_whose_call_or_interview_was_lost) {
    counter.services.feed.subscribe(
        [&](interview::InterviewCard const& card) { queue.follow(card.interview); });
    come(world.bretenoux);
    auto const first = InterviewId::make(now());
    auto const ticket = queue.call_next(counter.marie, {new_act(), first}).value().ticket.value();
    counter.services.interviews.cancel_call(counter.marie, first).value();
    EXPECT_EQ(stored(ticket).state, TicketState::waiting);
    auto const second = InterviewId::make(now());
    ASSERT_TRUE(queue.call_next(counter.paul, {new_act(), second}).value().ticket);
    counter.services.interviews.answer(world.bretenoux.kiosk_id, second).value();
    counter.services.interviews.end_lost(second).value();
    EXPECT_EQ(stored(ticket).state, TicketState::waiting);
}

TEST_P(TheQueue, follows_after_a_restart_what_it_missed) {
    come(world.bretenoux);
    auto const id = InterviewId::make(now());
    auto const ticket = queue.call_next(counter.marie, {new_act(), id}).value().ticket.value();
    counter.services.interviews.answer(world.bretenoux.kiosk_id, id).value();
    counter.services.interviews.end(counter.marie, id).value();
    EXPECT_EQ(stored(ticket).state, TicketState::called);
    EXPECT_EQ(queue.follow_all().value(), 1);
    EXPECT_EQ(stored(ticket).state, TicketState::finished);
    EXPECT_EQ(queue.follow_all().value(), 0);
}

TEST_P(TheQueue, holds_one_ticket_for_an_adviser_even_for_the_database) {
    come(world.bretenoux);
    come(world.salviac);
    call(counter.marie).value();
    auto second = stored(call(counter.paul).value());
    second.adviser_id = counter.marie.account_id;
    ++second.revision;
    EXPECT_THROW((void)world.database().write(
                     [&](db::Session& session) -> Result<bool> { return save_ticket(session, second); }),
                 db::DatabaseError);
}

TEST_P(TheQueue, forgets_who_it_was_and_who_served_them_when_that_is_due_and_keeps_its_figures) {
    come_booked(world.bretenoux, scheduling::AppointmentId::make(now()), now());
    auto const ticket = call(counter.marie).value();
    TicketAct urgent;
    urgent.act = TicketActKind::urgent;
    urgent.urgent_reason = UrgentReason::health;
    act(counter.marie, ticket, urgent).value();
    act(counter.marie, ticket, TicketActKind::met).value();
    act(counter.marie, ticket, TicketActKind::finish).value();
    world.clock.advance(circumstances_kept_for + hours(1));
    EXPECT_EQ(apply_retention(world.database(), now())->circumstances, 1);
    EXPECT_EQ(stored(ticket).urgent, std::nullopt);
    EXPECT_EQ(stored(ticket).appointment_id, std::nullopt);
    EXPECT_EQ(stored(ticket).adviser_id, counter.marie.account_id);
    world.clock.advance(staff_kept_for);
    EXPECT_GT(apply_retention(world.database(), now())->staff, 0);
    EXPECT_EQ(stored(ticket).adviser_id, std::nullopt);
    EXPECT_EQ(stored(ticket).end, TicketEnd::served);
    EXPECT_EQ(apply_retention(world.database(), now())->staff, 0);
}

} // namespace
} // namespace parvis::queue
