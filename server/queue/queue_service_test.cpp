// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/test_queue.hpp"

namespace parvis::queue {
namespace {

using interview::reason_of;
using std::chrono::hours;
using std::chrono::minutes;

TEST_P(TheQueue, gives_numbers_that_begin_at_one_for_each_site_and_day) {
    EXPECT_EQ(come(world.bretenoux).number, 1);
    EXPECT_EQ(come(world.bretenoux).number, 2);
    EXPECT_EQ(come(world.salviac).number, 1);
    world.clock.advance(hours(24));
    EXPECT_EQ(come(world.bretenoux).number, 1);
}

TEST_P(TheQueue, takes_a_repeated_ticket_once) {
    auto const id = TicketId::make(now());
    auto const first = queue.take(counter.luc, id, wish_at(world.bretenoux)).value();
    auto const again = queue.take(counter.luc, id, wish_at(world.bretenoux)).value();
    EXPECT_EQ(again.number, first.number);
    EXPECT_EQ(count("queue_ticket"), 1);
    EXPECT_EQ(reason_of(queue.take(counter.ana, id, wish_at(world.salviac))), "ticket_id_taken");
}

TEST_P(TheQueue, takes_the_arrival_of_one_appointment_once_whatever_the_id) {
    auto const id = scheduling::AppointmentId::make(now());
    auto const first = come_booked(world.bretenoux, id, now());
    EXPECT_EQ(come_booked(world.bretenoux, id, now()).ticket_id, first.ticket_id);
    EXPECT_EQ(count("queue_ticket"), 1);
}

TEST_P(TheQueue, is_entered_at_the_desk_of_the_site_with_an_offer_of_the_site) {
    EXPECT_EQ(reason_of(queue.take(counter.ana, TicketId::make(now()), wish_at(world.bretenoux))),
              "not_your_site");
    auto wish = wish_at(world.bretenoux);
    wish.offer_id = world.salviac.family_offer;
    EXPECT_EQ(reason_of(queue.take(counter.luc, TicketId::make(now()), wish)), "offer_not_here");
    wish = wish_at(world.bretenoux);
    wish.number = 0;
    EXPECT_EQ(queue.take(counter.luc, TicketId::make(now()), wish).error().pointer, "/number");
    EXPECT_EQ(count("queue_ticket"), 0);
}

TEST_P(TheQueue, keeps_the_number_and_the_hour_of_a_desk_that_was_cut_off) {
    come(world.bretenoux);
    world.clock.advance(minutes(30));
    auto wish = wish_at(world.bretenoux);
    wish.number = 12;
    wish.occurred_at = now() - minutes(20);
    auto const late = queue.take(counter.luc, TicketId::make(now()), wish).value();
    EXPECT_EQ(late.number, 12);
    EXPECT_EQ(late.arrived_at, now() - minutes(20));
    EXPECT_EQ(late.waited_minutes, 20);
    wish.number = 1; // the desk gave it twice
    EXPECT_EQ(queue.take(counter.luc, TicketId::make(now()), wish).value().number, 13);
}

TEST_P(TheQueue, calls_the_first_of_all_sites_and_nobody_twice) {
    auto const first = come(world.salviac);
    world.clock.advance(minutes(1));
    auto const second = come(world.bretenoux);
    auto const for_marie = call(counter.marie);
    ASSERT_TRUE(for_marie);
    EXPECT_EQ(for_marie->ticket_id, first.ticket_id);
    EXPECT_EQ(for_marie->kiosk_id, world.salviac.kiosk_id);
    EXPECT_EQ(call(counter.paul)->ticket_id, second.ticket_id);
    EXPECT_EQ(reason_of(queue.call_next(counter.marie, {new_act(), std::nullopt})), "adviser_busy");
}

TEST_P(TheQueue, gives_a_repeated_call_the_same_person) {
    come(world.salviac);
    come(world.bretenoux);
    CallNext const wish{new_act(), std::nullopt};
    auto const first = queue.call_next(counter.marie, wish).value().ticket;
    EXPECT_EQ(queue.call_next(counter.marie, wish).value().ticket->ticket_id, first->ticket_id);
    EXPECT_EQ(reason_of(queue.call_next(counter.paul, wish)), "act_id_taken");
}

TEST_P(TheQueue, calls_nobody_to_a_kiosk_that_is_taken) {
    come(world.bretenoux);
    auto const behind = come(world.bretenoux);
    ASSERT_TRUE(call(counter.marie));
    EXPECT_FALSE(call(counter.paul)) << "the only kiosk of Bretenoux waits for somebody";
    counter.services.interviews
        .ring(world.salviac.kiosk_id, {InterviewId::make(now()), world.salviac.family_offer, "family", "fr"})
        .value();
    come(world.salviac);
    EXPECT_FALSE(call(counter.paul)) << "an interview rings at the only kiosk of Salviac";
    act(counter.marie, line_of(counter.marie).tickets.at(0), TicketActKind::met).value();
    act(counter.marie, line_of(counter.marie).tickets.at(0), TicketActKind::finish).value();
    EXPECT_EQ(call(counter.paul)->ticket_id, behind.ticket_id);
}

TEST_P(TheQueue, calls_to_the_wanted_kiosk_alone_and_never_to_one_that_was_revoked) {
    auto wish = wish_at(world.bretenoux);
    wish.kiosk_id = world.salviac.kiosk_id;
    EXPECT_EQ(reason_of(queue.take(counter.luc, TicketId::make(now()), wish)), "kiosk_unknown");
    wish.kiosk_id = world.bretenoux.kiosk_id;
    queue.take(counter.luc, TicketId::make(now()), wish).value();
    auto const revoke = [&](long long at) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                session.sql()
                    << "UPDATE kiosk SET revoked_at = NULLIF(CAST(:at AS BIGINT), CAST(0 AS BIGINT))",
                    soci::use(at);
                return {};
            })
            .value();
    };
    revoke(1);
    EXPECT_FALSE(call(counter.marie)) << "no kiosk is left at the site";
    revoke(0);
    EXPECT_EQ(call(counter.marie)->kiosk_id, world.bretenoux.kiosk_id);
}

TEST_P(TheQueue, of_one_body_is_unknown_to_another) {
    auto const ticket = come(world.bretenoux);
    EXPECT_FALSE(call(counter.rosa));
    EXPECT_TRUE(line_of(counter.rosa).tickets.empty());
    EXPECT_EQ(reason_of(act(counter.rosa, ticket, TicketActKind::leave)), "ticket_unknown");
    EXPECT_EQ(reason_of(act(counter.ana, ticket, TicketActKind::leave)), "ticket_unknown");
    EXPECT_EQ(reason_of(queue.lines_at(counter.ana, world.bretenoux.site_id)), "not_your_site");
}

TEST_P(TheQueue, calls_out_twice_more_and_then_parks_until_the_desk_brings_them_back) {
    come(world.bretenoux);
    auto const ticket = call(counter.marie).value();
    EXPECT_EQ(reason_of(act(counter.paul, ticket, TicketActKind::no_answer)), "ticket_not_yours");
    EXPECT_EQ(act(counter.marie, ticket, TicketActKind::no_answer)->calls, 2);
    EXPECT_EQ(act(counter.marie, ticket, TicketActKind::no_answer)->calls, 3);
    EXPECT_EQ(act(counter.marie, ticket, TicketActKind::no_answer)->state, TicketState::parked);
    EXPECT_FALSE(call(counter.marie));
    EXPECT_EQ(queue.lines_at(counter.luc, world.bretenoux.site_id)->lines[0].tickets[0].parked_for,
              ParkReason::no_answer)
        << "nobody is forgotten: the desk sees who is parked";
    ASSERT_TRUE(act(counter.luc, ticket, TicketActKind::unpark));
    EXPECT_EQ(call(counter.marie)->ticket_id, ticket.ticket_id);
}

TEST_P(TheQueue, does_a_repeated_act_once) {
    come(world.bretenoux);
    auto const ticket = call(counter.marie).value();
    auto const id = new_act();
    TicketAct form;
    form.act = TicketActKind::no_answer;
    EXPECT_EQ(queue.act(counter.marie, ticket.ticket_id, id, form)->calls, 2);
    EXPECT_EQ(queue.act(counter.marie, ticket.ticket_id, id, form)->calls, 2);
    EXPECT_EQ(reason_of(queue.act(counter.paul, ticket.ticket_id, id, form)), "act_id_taken");
    form.act = TicketActKind::met;
    EXPECT_EQ(reason_of(queue.act(counter.marie, ticket.ticket_id, id, form)), "act_id_taken");
}

TEST_P(TheQueue, keeps_the_place_of_who_is_away) {
    auto const first = come(world.bretenoux);
    world.clock.advance(minutes(1));
    auto const second = come(world.salviac);
    TicketAct form;
    form.act = TicketActKind::away;
    EXPECT_EQ(act(counter.luc, first, form).error().pointer, "/back_at");
    form.back_at = now() + minutes(30);
    ASSERT_TRUE(act(counter.luc, first, form));
    EXPECT_EQ(call(counter.marie)->ticket_id, second.ticket_id);
    world.clock.advance(minutes(31));
    EXPECT_EQ(call(counter.paul)->ticket_id, first.ticket_id);
}

TEST_P(TheQueue, puts_an_appointment_before_walk_ins_from_its_time_on) {
    auto const walk_in = come(world.bretenoux);
    world.clock.advance(minutes(1));
    auto const booked =
        come_booked(world.salviac, scheduling::AppointmentId::make(now()), now() + minutes(30));
    EXPECT_EQ(line_of(counter.marie).tickets[0].ticket_id, walk_in.ticket_id);
    world.clock.advance(minutes(30));
    EXPECT_EQ(line_of(counter.marie).tickets[0].ticket_id, booked.ticket_id);
    EXPECT_EQ(call(counter.marie)->ticket_id, booked.ticket_id);
}

TEST_P(TheQueue, begins_with_who_is_urgent) {
    come(world.bretenoux);
    world.clock.advance(minutes(5));
    auto const second = come(world.salviac);
    TicketAct form;
    form.act = TicketActKind::urgent;
    EXPECT_EQ(act(counter.ana, second, form).error().pointer, "/urgent_reason");
    form.urgent_reason = UrgentReason::last_transport;
    ASSERT_TRUE(act(counter.ana, second, form));
    EXPECT_EQ(call(counter.marie)->ticket_id, second.ticket_id);
}

TEST_P(TheQueue, moves_somebody_to_another_body_with_the_time_they_have_waited) {
    come(world.bretenoux);
    world.clock.advance(minutes(10));
    auto const ticket = call(counter.marie).value();
    EXPECT_FALSE(ticket.handed_on_by);
    act(counter.marie, ticket, TicketActKind::met).value();
    world.clock.advance(minutes(20));
    TicketAct form;
    form.act = TicketActKind::move;
    form.offer_id = world.salviac.pension_offer;
    EXPECT_EQ(reason_of(act(counter.marie, ticket, form)), "offer_not_here");
    form.offer_id = world.bretenoux.pension_offer;
    ASSERT_TRUE(act(counter.marie, ticket, form));
    auto const seen = line_of(counter.rosa).tickets.at(0);
    EXPECT_EQ(seen.handed_on_by.value().acronym, "CAF");
    auto const there = call(counter.rosa).value();
    EXPECT_EQ(there.ticket_id, ticket.ticket_id);
    EXPECT_EQ(there.handed_on_by.value().name, seen.handed_on_by.value().name);
    EXPECT_EQ(there.waited_minutes, 10);
    EXPECT_EQ(reason_of(act(counter.marie, ticket, TicketActKind::park)), "ticket_unknown");
}

TEST_P(TheQueue, counts_waiting_and_walking_apart) {
    come(world.bretenoux);
    world.clock.advance(minutes(12));
    auto const ticket = call(counter.marie).value();
    world.clock.advance(minutes(3));
    act(counter.marie, ticket, TicketActKind::met).value();
    world.clock.advance(minutes(15));
    act(counter.marie, ticket, TicketActKind::finish).value();
    EXPECT_EQ(waited(stored(ticket), now()), minutes(12));
    EXPECT_EQ(walked(stored(ticket)), minutes(3));
}

TEST_P(TheQueue, that_closes_tells_everybody_who_waits_and_who_comes_and_counts_them) {
    auto const called = come(world.bretenoux);
    call(counter.marie).value();
    auto const waits = come(world.salviac);
    CloseLine const wish{ClosingId::make(now()), "Les conseillers de la CAF sont absents cet après-midi."};
    EXPECT_EQ(reason_of(queue.close_line(counter.rosa, world.caf_group, wish)), "group_unknown");
    EXPECT_EQ(queue.close_line(counter.marie, world.caf_group, {ClosingId::make(now()), " "}).error().pointer,
              "/message");
    EXPECT_EQ(queue.close_line(counter.marie, world.caf_group, wish)->told, 1);
    EXPECT_EQ(queue.close_line(counter.marie, world.caf_group, wish)->told, 0)
        << "a repeated closing tells nobody twice";
    EXPECT_EQ(stored(waits).message, wish.message);
    EXPECT_EQ(unmet(stored(waits)), TicketEnd::line_closed);
    EXPECT_EQ(stored(called).state, TicketState::called);
    auto const later = come(world.salviac);
    EXPECT_EQ(later.state, TicketState::closed);
    EXPECT_EQ(later.message, wish.message);
    EXPECT_EQ(line_of(counter.marie).closed_with, wish.message);
    queue.reopen_line(counter.marie, world.caf_group, std::nullopt).value();
    EXPECT_EQ(come(world.salviac).state, TicketState::waiting);
}

TEST_P(TheQueue, that_was_closed_is_open_the_next_day) {
    queue.close_line(counter.marie, world.caf_group, {ClosingId::make(now()), "Panne"}).value();
    world.clock.advance(hours(24));
    EXPECT_EQ(come(world.salviac).state, TicketState::waiting);
}

TEST_P(TheQueue, ends_what_was_forgotten_on_earlier_days_and_counts_it) {
    auto const forgotten = come(world.bretenoux);
    EXPECT_EQ(queue.end_past_days().value(), 0);
    world.clock.advance(hours(48));
    EXPECT_FALSE(call(counter.marie)) << "who was forgotten is not called the day after";
    EXPECT_TRUE(line_of(counter.marie).tickets.empty());
    auto const today = come(world.bretenoux);
    EXPECT_EQ(queue.end_past_days().value(), 1);
    EXPECT_EQ(unmet(stored(forgotten)), TicketEnd::day_over);
    EXPECT_EQ(stored(today).state, TicketState::waiting);
}

TEST_P(TheQueue, says_a_range_only_when_enough_was_measured_and_somebody_is_there) {
    EXPECT_EQ(come(world.bretenoux).wait->unknown, NoEstimate::nobody_on_duty);
    counter.services.presence.set_linked(counter.marie.account_id, true).value();
    counter.services.presence.set_availability(counter.marie, interview::Availability::available).value();
    EXPECT_EQ(come(world.bretenoux).wait->unknown, NoEstimate::too_few_measurements);
    for (std::size_t i = 0; i < least_measurements; ++i) {
        come(world.salviac);
        auto const ticket = call(counter.marie).value();
        act(counter.marie, ticket, TicketActKind::met).value();
        world.clock.advance(minutes(10));
        act(counter.marie, ticket, TicketActKind::finish).value();
    }
    auto const last = come(world.bretenoux);
    ASSERT_TRUE(last.position);
    auto const wait = last.wait.value();
    EXPECT_EQ(wait.from_minutes, 10 * (*last.position - 1));
    EXPECT_EQ(wait.to_minutes, std::max(10 * (*last.position - 1), 5 + *wait.from_minutes));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TheQueue, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::queue
