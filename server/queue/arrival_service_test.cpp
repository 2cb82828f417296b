// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/arrival_service.hpp"
#include "server/queue/test_queue.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/motives/motive_store.hpp"

namespace parvis::queue {
namespace {

using interview::reason_of;
using scheduling::Appointment;
using scheduling::AppointmentId;
using scheduling::AppointmentState;
using scheduling::CancelReason;
using scheduling::Door;
using scheduling::Requester;
using std::chrono::minutes;

/// Luc at Bretenoux books with the CAF for Thursday at nine; it is a quarter to.
class AnArrival : public TheQueue {
  protected:
    Appointment booked(int minute = 540, Door door = Door::kiosk) {
        scheduling::BookingWish const wish{{AppointmentId::make(now()), book.supply,
                                            to_instant({2026, 3, 5}, minute, "Europe/Paris"), door,
                                            world.bretenoux.site_id},
                                           {motive}};
        auto const made =
            appointments.book(desk, wish, {"Odette", "06 12 34 56 78", "", 0, "", false}).value();
        world.clock.set(made.starts_at - minutes(15));
        return made;
    }
    AppointmentState state_of(Appointment const& one) {
        return appointments.read(desk, one.appointment_id).value().state;
    }
    Result<Arrival> arrive(Appointment const& one, TicketId const& ticket) {
        return arrivals.arrive(counter.luc, one.appointment_id, {ticket, {}, {}, {}});
    }
    scheduling::MotiveId add_motive() {
        scheduling::Motive made;
        made.motive_id = book.motive;
        made.network_id = world.network;
        made.partner_id = world.caf;
        made.subject = "family";
        made.label = {"Demander une aide", "Ask for help"};
        made.duration_minutes = 30;
        made.notice_most_days = 60;
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                scheduling::save_motive(session, made);
                return {};
            })
            .value();
        return made.motive_id;
    }

    scheduling::testing_support::TestBook book{world, {2026, 3, 5}, 2, 2};
    scheduling::MotiveId motive = add_motive();
    scheduling::AppointmentService appointments{world.database(), world.clock, book,
                                                QueueService::leave_with};
    scheduling::AppointmentWords words{world.database(), world.clock, book};
    ArrivalService arrivals{world.database(), world.clock, queue, words};
    Requester desk = Requester::of(counter.luc);
};
INSTANTIATE_TEST_SUITE_P(Each, AnArrival, ::testing::ValuesIn(testing::engines()),
                         [](auto const& one) { return testing::engine_name(one.param); });

TEST_P(AnArrival, is_a_place_in_the_line_at_once_and_once) {
    auto const expected = booked();
    auto const ticket = TicketId::make(now());
    auto const first = arrive(expected, ticket).value();
    EXPECT_EQ(first.appointment.state, AppointmentState::arrived);
    EXPECT_EQ(first.ticket.value().position, 1);
    EXPECT_EQ(first.ticket->appointment_at, expected.starts_at);
    EXPECT_EQ(arrive(expected, ticket).value().ticket->number, first.ticket->number);
    EXPECT_EQ(arrive(expected, TicketId::make(now())).value().ticket->ticket_id, ticket)
        << "two touches are one person";
    EXPECT_EQ(count("queue_ticket"), 1);
}

TEST_P(AnArrival, leads_the_appointment_through_the_queue_to_its_end) {
    auto const expected = booked();
    auto const ticket = arrive(expected, TicketId::make(now())).value().ticket.value();
    ASSERT_TRUE(call(counter.marie));
    EXPECT_EQ(state_of(expected), AppointmentState::called);
    act(counter.marie, ticket, TicketActKind::put_back).value();
    EXPECT_EQ(state_of(expected), AppointmentState::arrived);
    ASSERT_TRUE(call(counter.marie));
    act(counter.marie, ticket, TicketActKind::met).value();
    EXPECT_EQ(state_of(expected), AppointmentState::in_interview);
    EXPECT_EQ(reason_of(appointments.cancel(desk, expected.appointment_id, CancelReason::mistake)),
              "appointment_step_impossible");
    act(counter.marie, ticket, TicketActKind::finish).value();
    EXPECT_EQ(state_of(expected), AppointmentState::finished);
}

TEST_P(AnArrival, that_is_taken_back_takes_the_place_in_the_line_with_it) {
    auto const expected = booked();
    auto const ticket = arrive(expected, TicketId::make(now())).value().ticket.value();
    appointments.cancel(desk, expected.appointment_id, CancelReason::citizen_prevented).value();
    EXPECT_EQ(stored(ticket).state, TicketState::left);
    EXPECT_FALSE(call(counter.marie)) << "nobody is there";
}

TEST_P(AnArrival, at_a_closed_line_is_told_so_and_the_body_is_to_blame) {
    auto const expected = booked();
    queue.close_line(counter.marie, world.caf_group, {ClosingId::make(now()), "Fermé ce matin."}).value();
    auto const told = arrive(expected, TicketId::make(now())).value();
    EXPECT_EQ(told.ticket.value().message, "Fermé ce matin.");
    EXPECT_EQ(told.appointment.state, AppointmentState::cancelled);
    EXPECT_EQ(told.appointment.cancel_reason, CancelReason::adviser_prevented);
}

TEST_P(AnArrival, by_telephone_has_no_place_in_the_line_of_a_site) {
    auto const expected = booked(540, Door::telephone);
    auto const there = arrive(expected, TicketId::make(now())).value();
    EXPECT_EQ(there.appointment.state, AppointmentState::arrived);
    EXPECT_FALSE(there.ticket);
}

TEST_P(AnArrival, of_somebody_who_is_met_in_person_calls_nobody_to_a_kiosk) {
    book.comes_in_person = true;
    auto const expected = booked(540, Door::on_site);
    auto const there = arrive(expected, TicketId::make(now())).value();
    EXPECT_EQ(there.appointment.state, AppointmentState::arrived);
    EXPECT_FALSE(there.ticket);
}

TEST_P(AnArrival, that_is_refused_leaves_everything_as_it_was) {
    auto const expected = booked();
    auto const stranger =
        arrivals.arrive(counter.ana, expected.appointment_id, {TicketId::make(now()), {}, {}, {}});
    EXPECT_EQ(reason_of(stranger), "appointment_unknown");
    auto const wrong =
        arrivals.arrive(counter.luc, expected.appointment_id, {TicketId::make(now()), {}, 0, {}});
    EXPECT_EQ(reason_of(wrong), "value_out_of_range");
    EXPECT_EQ(state_of(expected), AppointmentState::confirmed);
    EXPECT_EQ(count("queue_ticket"), 0);
}

} // namespace
} // namespace parvis::queue
