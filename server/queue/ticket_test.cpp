// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/line_order.hpp"
#include "server/queue/ticket.hpp"

#include <gtest/gtest.h>

namespace parvis::queue {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant nine{1'772'611'200'000}; // Wednesday 4 March 2026, 9:00 in Paris

QueueTicket waiting() {
    QueueTicket ticket;
    ticket.ticket_id = TicketId::make(nine);
    ticket.offer_id = OfferId::make(nine);
    ticket.group_id = AdviserGroupId::make(nine);
    ticket.subject = "family";
    ticket.state = TicketState::waiting;
    ticket.arrived_at = nine;
    ticket.place_at = nine;
    return ticket;
}

Call call() {
    return {TicketActId::make(nine), AccountId::make(nine), KioskId::make(nine), std::nullopt};
}

QueueTicket called_at(Instant now) {
    return called(waiting(), call(), now).value();
}

std::string reason_of(Result<QueueTicket> const& outcome) {
    return outcome ? "" : outcome.error().reason;
}

TEST(ATicket, that_is_called_is_not_called_again) {
    auto const first = called_at(nine + minutes(12));
    EXPECT_EQ(first.state, TicketState::called);
    EXPECT_EQ(first.revision, 2);
    auto const second = called(first, call(), nine + minutes(13));
    ASSERT_EQ(reason_of(second), "ticket_not_waiting");
    EXPECT_EQ(second.error().arguments, (ErrorArguments{{"state", "called"}}));
}

TEST(ATicket, without_an_answer_is_called_out_twice_more_and_then_parked) {
    auto ticket = called_at(nine + minutes(12));
    ticket = unanswered(ticket, nine + minutes(13)).value();
    EXPECT_EQ(ticket.state, TicketState::called);
    ticket = unanswered(ticket, nine + minutes(14)).value();
    EXPECT_EQ(ticket.state, TicketState::called);
    ticket = unanswered(ticket, nine + minutes(15)).value();
    EXPECT_EQ(ticket.state, TicketState::parked);
    EXPECT_EQ(ticket.parked_for, ParkReason::no_answer);
    EXPECT_EQ(ticket.adviser_id, std::nullopt);
    EXPECT_EQ(reason_of(unanswered(ticket, nine + minutes(16))), "ticket_not_called");
}

TEST(ATicket, that_was_parked_for_a_form_comes_back_with_its_place_and_its_waiting_time) {
    auto ticket = met(called_at(nine + minutes(12)), nine + minutes(14)).value();
    ticket = parked(ticket, ParkReason::form, nine + minutes(20)).value();
    EXPECT_EQ(waited(ticket, nine + minutes(50)), minutes(12));
    ticket = unparked(ticket, nine + minutes(50)).value();
    EXPECT_EQ(ticket.state, TicketState::waiting);
    EXPECT_EQ(ticket.place_at, nine);
    EXPECT_EQ(ticket.calls, 0);
    EXPECT_EQ(waited(ticket, nine + minutes(53)), minutes(15));
}

TEST(ATicket, keeps_its_place_while_its_owner_is_away_and_is_called_from_the_hour_they_named) {
    auto const away = sent_away(waiting(), nine + hours(1), nine + minutes(10)).value();
    EXPECT_EQ(away.place_at, nine);
    EXPECT_EQ(reason_of(called(away, call(), nine + minutes(59))), "ticket_not_waiting");
    auto const ticket = called(away, call(), nine + minutes(65)).value();
    EXPECT_EQ(ticket.state, TicketState::called);
    EXPECT_EQ(ticket.revision, away.revision + 1);
    EXPECT_EQ(waited(ticket, nine + hours(3)), minutes(15)) << "the time away is no waiting";
}

TEST(ATicket, waits_again_as_soon_as_its_owner_is_back) {
    auto const away = sent_away(waiting(), nine + hours(1), nine + minutes(10)).value();
    auto const back = came_back(away, nine + minutes(30)).value();
    EXPECT_EQ(back.state, TicketState::waiting);
    EXPECT_EQ(waited(back, nine + minutes(35)), minutes(15));
    EXPECT_EQ(reason_of(came_back(back, nine + minutes(36))), "ticket_not_away");
}

TEST(ATicket, is_kept_until_an_hour_that_is_yet_to_come_and_not_too_far) {
    EXPECT_EQ(sent_away(waiting(), nine, nine).error().pointer, "/back_at");
    EXPECT_EQ(reason_of(sent_away(waiting(), nine, nine)), "back_at_past");
    EXPECT_EQ(reason_of(sent_away(waiting(), nine + hours(9), nine)), "back_at_too_far");
    EXPECT_EQ(reason_of(sent_away(called_at(nine), nine + hours(1), nine)), "ticket_not_waiting");
}

TEST(ATicket, moved_to_another_body_keeps_place_and_waiting_time_but_not_the_priority_of_its_appointment) {
    auto ticket = waiting();
    ticket.appointment_at = nine;
    ticket.motive_id = scheduling::MotiveId::make(nine);
    ticket = met(called(ticket, call(), nine + minutes(12)).value(), nine + minutes(14)).value();
    Destination const carsat{OfferId::make(nine), PartnerId::make(nine), AdviserGroupId::make(nine),
                             "retirement"};
    auto const there = moved(ticket, carsat, nine + minutes(40)).value();
    EXPECT_EQ(there.state, TicketState::waiting);
    EXPECT_EQ(there.group_id, carsat.group_id);
    EXPECT_EQ(there.subject, "retirement");
    EXPECT_EQ(there.place_at, nine);
    EXPECT_EQ(there.appointment_at, std::nullopt);
    EXPECT_EQ(there.motive_id, std::nullopt);
    EXPECT_EQ(there.adviser_id, std::nullopt);
    EXPECT_EQ(waited(there, nine + minutes(45)), minutes(17))
        << "the interview with the first body is no waiting";
    EXPECT_EQ(reason_of(moved(there, carsat, nine + minutes(41))), "ticket_there_already");
}

TEST(ATicket, counts_waiting_and_walking_apart) {
    auto ticket = called_at(nine + minutes(12));
    EXPECT_EQ(walked(ticket), std::nullopt);
    ticket = met(ticket, nine + minutes(15)).value();
    ticket = finished(ticket, nine + minutes(40)).value();
    EXPECT_EQ(waited(ticket, nine + hours(9)), minutes(12));
    EXPECT_EQ(walked(ticket), minutes(3));
    EXPECT_EQ(unmet(ticket), std::nullopt);
}

TEST(ATicket, of_somebody_who_comes_early_for_an_appointment_waits_from_its_time) {
    auto ticket = waiting();
    ticket.appointment_at = nine + minutes(30);
    EXPECT_EQ(waited(ticket, nine + minutes(20)), minutes(0));
    EXPECT_EQ(waited(ticket, nine + minutes(37)), minutes(7));
}

TEST(ATicket, of_somebody_who_leaves_is_an_unmet_request) {
    auto const gone = left(waiting(), TicketEnd::gave_up, nine + minutes(50)).value();
    EXPECT_EQ(unmet(gone), TicketEnd::gave_up);
    EXPECT_EQ(waited(gone, nine + hours(5)), minutes(50));
    EXPECT_EQ(reason_of(left(met(called_at(nine), nine).value(), TicketEnd::gave_up, nine)),
              "ticket_not_waiting");
}

TEST(ATicket, of_a_closed_line_is_told_why_unless_somebody_serves_it) {
    auto const told = closed(waiting(), "Panne générale", nine + minutes(5));
    EXPECT_EQ(told.state, TicketState::closed);
    EXPECT_EQ(told.message, "Panne générale");
    EXPECT_EQ(unmet(told), TicketEnd::line_closed);
    auto const served = called_at(nine);
    EXPECT_EQ(closed(served, "Panne générale", nine + minutes(5)), served);
    auto const away = sent_away(waiting(), nine + hours(1), nine).value();
    EXPECT_EQ(closed(away, "x", nine).state, TicketState::closed) << "who is away is told too";
}

TEST(ATicket, that_was_forgotten_overnight_ends_as_what_it_was) {
    EXPECT_EQ(unmet(day_over(waiting(), nine + hours(24))), TicketEnd::day_over);
    EXPECT_EQ(day_over(met(called_at(nine), nine).value(), nine + hours(24)).state, TicketState::finished);
    auto const gone = left(waiting(), TicketEnd::gave_up, nine).value();
    EXPECT_EQ(day_over(gone, nine + hours(24)), gone);
}

TEST(ATicket, that_is_over_stays_over) {
    auto const over = left(waiting(), TicketEnd::gave_up, nine).value();
    for (auto const& outcome :
         {called(over, call(), nine), unanswered(over, nine), sent_away(over, nine + hours(1), nine),
          came_back(over, nine), parked(over, ParkReason::form, nine), unparked(over, nine),
          put_back(over, nine), moved(over, {}, nine), made_urgent(over, UrgentReason::health),
          met(over, nine), finished(over, nine), left(over, TicketEnd::gave_up, nine)}) {
        EXPECT_EQ(reason_of(outcome), "ticket_over");
    }
}

TEST(ATicket, that_was_called_for_nothing_is_put_back_at_its_place) {
    auto const back = put_back(called_at(nine + minutes(12)), nine + minutes(20)).value();
    EXPECT_EQ(back.state, TicketState::waiting);
    EXPECT_EQ(back.place_at, nine);
    EXPECT_EQ(waited(back, nine + minutes(21)), minutes(13));
    EXPECT_EQ(reason_of(put_back(back, nine + minutes(21))), "ticket_not_called");
}

TEST(ATicket, made_urgent_twice_changes_once) {
    auto const urgent = made_urgent(waiting(), UrgentReason::last_transport).value();
    EXPECT_EQ(urgent.revision, 2);
    EXPECT_EQ(made_urgent(urgent, UrgentReason::last_transport).value().revision, 2);
    EXPECT_EQ(made_urgent(urgent, std::nullopt).value().urgent, std::nullopt);
}

} // namespace
} // namespace parvis::queue
