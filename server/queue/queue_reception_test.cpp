// SPDX-License-Identifier: EUPL-1.2
// Who is called when kiosks are off, taken or kept: the database chooses as the rule says.
#include "server/queue/arrival_service.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/queue/test_queue.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/motives/motive_store.hpp"

namespace parvis::queue {
namespace {

using interview::reason_of;
using std::chrono::minutes;

class AWaitingRoom : public TheQueue {
  protected:
    KioskId const at_bretenoux = world.bretenoux.kiosk_id;

    void loses_its_link(KioskId const& kiosk) { counter.services.presence.keep_links({}, {kiosk}).value(); }
    void comes_back(KioskId const& kiosk) { counter.services.presence.keep_links({kiosk}, {}).value(); }
    std::optional<HeldUp> shown_at(testing::Site const& site) {
        for (auto const& ticket : line_of(counter.marie).tickets) {
            if (ticket.site_id == site.site_id && ticket.position) {
                return ticket.held_up;
            }
        }
        ADD_FAILURE() << "nobody waits there";
        return std::nullopt;
    }
};
INSTANTIATE_TEST_SUITE_P(EachDatabase, AWaitingRoom, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

TEST_P(AWaitingRoom, whose_kiosk_is_off_is_passed_over_keeps_its_place_and_shows_why) {
    auto const first = come(world.bretenoux);
    world.clock.advance(minutes(1));
    auto const second = come(world.salviac);
    loses_its_link(at_bretenoux);
    EXPECT_EQ(shown_at(world.bretenoux), HeldUp::kiosk_offline);
    EXPECT_EQ(line_of(counter.marie).receivable, 1);
    EXPECT_EQ(queue.lines_at(counter.luc, world.bretenoux.site_id)->lines.at(0).tickets.at(0).held_up,
              HeldUp::kiosk_offline)
        << "the desk sees it as well";
    EXPECT_EQ(call(counter.marie)->ticket_id, second.ticket_id);
    EXPECT_FALSE(call(counter.paul));
    comes_back(at_bretenoux);
    EXPECT_EQ(shown_at(world.bretenoux), std::nullopt);
    EXPECT_EQ(call(counter.paul)->ticket_id, first.ticket_id);
}

TEST_P(AWaitingRoom, whose_kiosk_is_off_is_told_no_range) {
    counter.services.presence.set_linked(counter.marie.account_id, true).value();
    counter.services.presence.set_availability(counter.marie, interview::Availability::available).value();
    loses_its_link(at_bretenoux);
    EXPECT_EQ(come(world.bretenoux).wait->unknown, NoEstimate::kiosk_offline);
}

TEST_P(AWaitingRoom, whose_only_kiosk_is_with_another_body_waits_until_it_is_free) {
    auto const ticket = come(world.bretenoux);
    auto const ring = counter.ring();
    EXPECT_EQ(shown_at(world.bretenoux), HeldUp::kiosk_taken);
    EXPECT_FALSE(call(counter.marie));
    counter.services.interviews.stop_by_citizen(at_bretenoux, ring).value();
    EXPECT_EQ(call(counter.marie)->ticket_id, ticket.ticket_id);
}

TEST_P(AWaitingRoom, hears_no_second_call_from_a_kiosk_that_went_off) {
    come(world.bretenoux);
    auto const ticket = call(counter.marie).value();
    loses_its_link(at_bretenoux);
    TicketAct again;
    again.act = TicketActKind::no_answer;
    again.interview_id = InterviewId::make(now());
    EXPECT_EQ(reason_of(act(counter.marie, ticket, again)), "kiosk_offline");
    EXPECT_EQ(act(counter.marie, ticket, TicketActKind::put_back)->position, 1);
}

TEST_P(AWaitingRoom, finds_its_kiosks_as_they_were_after_the_server_started_again) {
    come(world.bretenoux);
    counter.services.presence.keep_seen(at_bretenoux).value();
    counter.services.presence.start_of_links().value();
    EXPECT_EQ(shown_at(world.bretenoux), std::nullopt) << "it gets the time to come back";
    counter.services.presence.keep_only_links({}).value();
    EXPECT_EQ(shown_at(world.bretenoux), HeldUp::kiosk_offline);
    counter.services.presence.keep_only_links({at_bretenoux}).value();
    EXPECT_EQ(shown_at(world.bretenoux), std::nullopt);
}

TEST_P(AWaitingRoom, closed_for_one_site_tells_its_people_alone) {
    auto const here = come(world.bretenoux);
    auto const there = come(world.salviac);
    CloseLine wish{ClosingId::make(now()), "Le conseiller est parti à Salviac.", world.bretenoux.site_id};
    EXPECT_EQ(queue.close_line(counter.marie, world.caf_group, wish)->told, 1);
    EXPECT_EQ(stored(here).message, wish.message);
    EXPECT_EQ(unmet(stored(here)), TicketEnd::line_closed);
    EXPECT_EQ(stored(there).state, TicketState::waiting);
    EXPECT_EQ(come(world.bretenoux).message, wish.message);
    EXPECT_EQ(come(world.salviac).state, TicketState::waiting);
    auto const line = line_of(counter.marie);
    EXPECT_FALSE(line.closed_with);
    ASSERT_EQ(line.closed_sites.size(), 1U);
    EXPECT_EQ(line.closed_sites[0].name, "Bretenoux");
    EXPECT_EQ(queue.lines_at(counter.luc, world.bretenoux.site_id)->lines.at(0).closed_with, wish.message);
}

TEST_P(AWaitingRoom, closed_alone_opens_alone) {
    queue
        .close_line(counter.marie, world.caf_group,
                    {ClosingId::make(now()), "Plus tard", world.bretenoux.site_id})
        .value();
    queue.reopen_line(counter.marie, world.caf_group, std::nullopt).value();
    EXPECT_EQ(come(world.bretenoux).state, TicketState::closed) << "that was the whole line's";
    queue.reopen_line(counter.marie, world.caf_group, world.bretenoux.site_id).value();
    EXPECT_EQ(come(world.bretenoux).state, TicketState::waiting);
}

TEST_P(AWaitingRoom, is_closed_by_nobody_who_has_no_line_there) {
    CloseLine const wish{ClosingId::make(now()), "Fermé", SiteId::make(now())};
    auto const refused = queue.close_line(counter.marie, world.caf_group, wish);
    EXPECT_EQ(reason_of(refused), "site_unknown");
    EXPECT_EQ(refused.error().pointer, "/site_id");
}

/// Luc at Bretenoux books with the CAF for Thursday at nine, at the only kiosk.
class ABookedKiosk : public AWaitingRoom {
  protected:
    scheduling::Appointment booked() {
        scheduling::BookingWish const wish{{scheduling::AppointmentId::make(now()), book.supply,
                                            to_instant({2026, 3, 5}, 540, "Europe/Paris"),
                                            scheduling::Door::kiosk, world.bretenoux.site_id},
                                           {book.motive}};
        return appointments.book(desk, wish, {"Odette", "", "", 0, "", false}).value();
    }
    void add_motive() {
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
    }

    scheduling::testing_support::TestBook book{world, {2026, 3, 5}, 2, 2};
    std::vector<scheduling::AppointmentState> told;
    scheduling::AppointmentService appointments{world.database(), world.clock, book, QueueService::leave_with,
                                                [this](scheduling::Appointment const& changed) {
                                                    told.push_back(changed.state);
                                                    queue.appointment_changed(changed);
                                                }};
    scheduling::AppointmentWords words{world.database(), world.clock, book};
    ArrivalService arrivals{world.database(), world.clock, queue, words};
    scheduling::Requester desk = scheduling::Requester::of(counter.luc);
};
INSTANTIATE_TEST_SUITE_P(EachDatabase, ABookedKiosk, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

TEST_P(ABookedKiosk, is_kept_for_who_booked_it_and_others_keep_their_places) {
    add_motive();
    auto const appointment = booked();
    world.clock.set(appointment.starts_at - minutes(15));
    auto const walk_in = come(world.bretenoux);
    EXPECT_EQ(shown_at(world.bretenoux), std::nullopt);
    world.clock.set(appointment.starts_at - minutes(10));
    EXPECT_EQ(shown_at(world.bretenoux), HeldUp::kiosk_kept);
    EXPECT_FALSE(call(counter.marie));
    auto const odette =
        arrivals.arrive(counter.luc, appointment.appointment_id, {TicketId::make(now()), {}, {}, {}});
    EXPECT_EQ(call(counter.marie)->ticket_id, odette->ticket->ticket_id);
    EXPECT_EQ(shown_at(world.bretenoux), HeldUp::kiosk_taken);
    act(counter.luc, *odette->ticket, TicketActKind::leave).value();
    EXPECT_EQ(call(counter.marie)->ticket_id, walk_in.ticket_id) << "it is kept for nobody any more";
}

TEST_P(ABookedKiosk, is_given_to_who_waits_when_nobody_came_in_time) {
    add_motive();
    auto const appointment = booked();
    world.clock.set(appointment.starts_at + minutes(9));
    auto const walk_in = come(world.bretenoux);
    EXPECT_FALSE(call(counter.marie));
    world.clock.set(appointment.starts_at + minutes(10));
    EXPECT_EQ(call(counter.marie)->ticket_id, walk_in.ticket_id);
}

TEST_P(ABookedKiosk, receives_who_is_urgent_all_the_same) {
    add_motive();
    world.clock.set(booked().starts_at);
    auto const walk_in = come(world.bretenoux);
    TicketAct urgent;
    urgent.act = TicketActKind::urgent;
    urgent.urgent_reason = UrgentReason::health;
    act(counter.luc, walk_in, urgent).value();
    EXPECT_EQ(call(counter.marie)->ticket_id, walk_in.ticket_id);
}

TEST_P(ABookedKiosk, whose_appointment_is_cancelled_while_they_wait_is_told_to_the_line_at_once) {
    add_motive();
    auto const appointment = booked();
    world.clock.set(appointment.starts_at - minutes(5));
    arrivals.arrive(counter.luc, appointment.appointment_id, {TicketId::make(now()), {}, {}, {}}).value();
    std::vector<AdviserGroupId> lines;
    queue.lines_changed().subscribe([&](std::vector<AdviserGroupId> const& groups) {
        EXPECT_TRUE(line_of(counter.marie).tickets.empty()) << "told after the commit, not before";
        lines = groups;
    });
    appointments.cancel(desk, appointment.appointment_id, scheduling::CancelReason::citizen_prevented)
        .value();
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front(), world.caf_group);
    EXPECT_EQ(told.back(), scheduling::AppointmentState::cancelled);
}

} // namespace
} // namespace parvis::queue
