// SPDX-License-Identifier: EUPL-1.2
#include "server/network/directory_shared_store.hpp"
#include "server/queue/home_visit_service.hpp"
#include "server/queue/test_queue.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/motives/motive_store.hpp"

#include <algorithm>
#include <map>
#include <vector>

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

constexpr char address[] = "192.0.2.7";

/// Odette has an appointment with the CAF on Thursday at nine, from home; it is a quarter to.
class AVisitFromHome : public TheQueue {
  protected:
    Appointment booked(Door door = Door::home, bool with_site = true) {
        scheduling::BookingWish const wish{
            {AppointmentId::make(now()), book.supply, to_instant({2026, 3, 5}, 540, "Europe/Paris"), door,
             with_site ? std::optional(world.bretenoux.site_id) : std::nullopt},
            {motive}};
        auto const by = with_site ? desk : Requester::citizen();
        auto const made = appointments.book(by, wish, {"Odette", "06 12 34 56 78", "", 0, "", false}).value();
        world.clock.set(made.starts_at - minutes(15));
        return made;
    }
    Result<HomeVisit> arrive(Appointment const& one) {
        return visits.arrive(address, {one.code, TicketId::make(now())});
    }
    QueueTicket ticket_of(Appointment const& one) {
        return world.database()
            .read([&](db::Session& session) -> Result<QueueTicket> {
                return find_ticket_of(session, one.appointment_id).value();
            })
            .value();
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
    scheduling::SlotSearchService slots{world.database(), world.clock, book};
    scheduling::AppointmentWords words{world.database(), world.clock, book};
    scheduling::AppointmentDesk appointment_desk{appointments, slots, words, world.clock};
    scheduling::PublicBooking booking{world.database(), world.clock, appointments, appointment_desk, words};
    HomeVisitService visits{world.database(), world.clock, queue, booking, appointments, words};
    Requester desk = Requester::of(counter.luc);
};
INSTANTIATE_TEST_SUITE_P(Each, AVisitFromHome, ::testing::ValuesIn(testing::engines()),
                         [](auto const& one) { return testing::engine_name(one.param); });

TEST_P(AVisitFromHome, is_a_place_in_the_same_line_at_once_and_once) {
    auto const expected = booked();
    auto const visit = arrive(expected).value();
    EXPECT_EQ(visit.appointment.state, AppointmentState::arrived);
    EXPECT_EQ(visit.wait.value().position, 1);
    EXPECT_EQ(arrive(expected).value().wait.value().position, 1) << "two touches are one person";
    EXPECT_EQ(count("queue_ticket"), 1);
}

TEST_P(AVisitFromHome, is_called_at_its_own_place_though_the_kiosk_is_free) {
    auto const expected = booked();
    arrive(expected).value();
    auto const called = call(counter.marie).value();
    EXPECT_EQ(called.kiosk_id, ticket_of(expected).wanted_kiosk_id);
    EXPECT_EQ(visits.prove(address, expected.code).value(), called.kiosk_id);
    EXPECT_EQ(visits.read(address, {expected.code}).value().wait.value().state, TicketState::called);
}

TEST_P(AVisitFromHome, leaves_the_kiosk_to_whoever_is_at_the_site) {
    auto const expected = booked();
    arrive(expected).value();
    come(world.bretenoux);
    auto const first = call(counter.marie).value();
    EXPECT_EQ(first.appointment_id, expected.appointment_id);
    act(counter.marie, first, TicketActKind::met).value();
    act(counter.marie, first, TicketActKind::finish).value();
    auto const second = call(counter.marie).value();
    EXPECT_NE(second.kiosk_id, first.kiosk_id) << "nobody is sent to somebody else's home";
    world.database()
        .read([&](db::Session& session) -> Result<void> {
            for (auto const& place : network::kiosks_of_site(session, world.bretenoux.site_id)) {
                EXPECT_NE(place.kiosk.kiosk_id, first.kiosk_id) << "a place at home is no kiosk of the site";
            }
            return {};
        })
        .value();
}

TEST_P(AVisitFromHome, is_told_in_every_list_and_nobody_else_is) {
    auto const expected = booked();
    arrive(expected).value();
    auto const present = come(world.bretenoux);
    auto const seen_by = [&](LineView const& line) {
        std::map<bool, std::vector<std::int32_t>> numbers;
        for (auto const& ticket : line.tickets) {
            numbers[ticket.from_home].push_back(ticket.number);
        }
        return numbers;
    };
    auto const told = std::map<bool, std::vector<std::int32_t>>{{true, {1}}, {false, {2}}};
    EXPECT_EQ(seen_by(line_of(counter.marie)), told);
    auto const desk_lines = queue.lines_at(counter.luc, world.bretenoux.site_id).value().lines;
    auto const family = std::ranges::find(desk_lines, line_of(counter.marie).group_id, &LineView::group_id);
    ASSERT_NE(family, desk_lines.end());
    EXPECT_EQ(seen_by(*family), told);
    EXPECT_TRUE(call(counter.marie).value().from_home);
    EXPECT_FALSE(present.from_home);
}

TEST_P(AVisitFromHome, opens_half_an_hour_before_and_not_for_ever) {
    auto const expected = booked();
    world.clock.set(expected.starts_at - minutes(31));
    EXPECT_EQ(reason_of(arrive(expected)), "visit_too_early");
    EXPECT_EQ(visits.read(address, {expected.code}).value().opens_at, expected.starts_at - minutes(30));
    world.clock.set(expected.starts_at + minutes(241));
    EXPECT_EQ(reason_of(arrive(expected)), "arrival_too_late");
    EXPECT_EQ(count("queue_ticket"), 0);
}

TEST_P(AVisitFromHome, lets_nobody_in_before_the_arrival_nor_after_the_end) {
    auto const expected = booked();
    EXPECT_EQ(reason_of(visits.prove(address, expected.code)), "visit_not_open");
    arrive(expected).value();
    EXPECT_TRUE(visits.prove(address, expected.code));
    appointments.cancel(desk, expected.appointment_id, CancelReason::citizen_prevented).value();
    EXPECT_EQ(reason_of(visits.prove(address, expected.code)), "visit_not_open");
    EXPECT_FALSE(call(counter.marie)) << "nobody is there";
}

TEST_P(AVisitFromHome, is_not_for_an_appointment_by_another_door) {
    EXPECT_EQ(reason_of(arrive(booked(Door::telephone))), "visit_not_from_home");
}

TEST_P(AVisitFromHome, needs_no_site_to_have_been_named) {
    auto const expected = booked(Door::home, false);
    EXPECT_EQ(arrive(expected).value().wait.value().position, 1);
    EXPECT_TRUE(call(counter.marie));
}

TEST_P(AVisitFromHome, with_guessed_codes_has_to_wait) {
    auto const expected = booked();
    std::string reason;
    for (int tries = 0; tries < 50 && reason != "code_delayed"; ++tries) {
        reason = reason_of(visits.prove(address, "ACDEF-HJKMP"));
    }
    EXPECT_EQ(reason, "code_delayed");
    EXPECT_EQ(reason_of(visits.prove(address, expected.code)), "code_delayed");
}

} // namespace
} // namespace parvis::queue
