// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_code.hpp"
#include "server/scheduling/appointments/appointment_retention_store.hpp"
#include "server/scheduling/appointments/test_book.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using namespace testing_support;
using identity::Role;
using std::chrono::hours;
using std::chrono::minutes;

Visitor odette() {
    return {"Odette", "06 12 34 56 78", "odette@exemple.fr", 1, "Veuve depuis mars", true};
}

/// Thursday, one adviser of the CAF for both sites. "Now" is the Wednesday before.
class Appointments : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    static Instant at(int minute, int day = 5) { return to_instant({2026, 3, day}, minute, "Europe/Paris"); }

    BookingWish wish(int minute, Door door = Door::kiosk) const {
        return {
            {AppointmentId::make(world.clock.now()), book.supply, at(minute), door, world.bretenoux.site_id},
            {book.motive}};
    }
    Requester staff(Role role, std::optional<PartnerId> partner = {}, std::optional<SiteId> site = {}) {
        return Requester::of(world.account("agent" + std::to_string(++staff_), role, partner, site));
    }
    void expect_sound() { EXPECT_EQ(fault_of_guard(world.database()), ""); }
    long long ticks() { return number(world.database(), "SELECT COUNT(*) FROM taken_tick"); }

    parvis::testing::World world{GetParam()};
    TestBook book{world, {2026, 3, 5}, 2, 1};
    AppointmentService appointments{world.database(), world.clock, book};
    int staff_ = 0;
    Requester const citizen = Requester::citizen();
    Requester mediator = staff(Role::mediator, {}, world.bretenoux.site_id);
};
INSTANTIATE_TEST_SUITE_P(Each, Appointments, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(Appointments, a_place_is_held_for_five_minutes_and_then_goes_to_the_next_who_wants_it) {
    auto const first = wish(540);
    auto const held = appointments.hold(citizen, first).value();
    EXPECT_EQ(held.state, AppointmentState::held);
    EXPECT_EQ(appointments.hold(citizen, wish(540)).error().reason, "slot_taken");

    world.clock.advance(minutes(5));
    auto const second = appointments.hold(citizen, wish(540));
    ASSERT_TRUE(second) << "nobody waits for a job to run";
    auto const late = appointments.confirm(Requester::citizen(held.code), held.appointment_id, odette());
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reason, "hold_expired");
    EXPECT_TRUE(appointments.confirm(Requester::citizen(second->code), second->appointment_id, odette()));
    expect_sound();
}

TEST_P(Appointments, places_that_nobody_confirmed_are_given_back_by_the_job) {
    (void)appointments.hold(citizen, wish(540)).value();
    (void)appointments.hold(citizen, wish(600)).value();
    EXPECT_EQ(appointments.release_expired().value(), 0);
    world.clock.advance(minutes(6));
    EXPECT_EQ(appointments.release_expired().value(), 2);
    EXPECT_EQ(ticks(), 0);
    EXPECT_EQ(appointments.release_expired().value(), 0);
}

TEST_P(Appointments, a_booking_that_is_sent_again_is_one_booking) {
    auto const one = wish(540);
    auto const booked = appointments.book(mediator, one, odette()).value();
    EXPECT_EQ(appointments.book(mediator, one, odette()).value(), booked);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment"), 1);
    auto other = one;
    other.slot.starts_at = at(600);
    EXPECT_EQ(appointments.book(mediator, other, odette()).error().reason, "appointment_id_taken");
    world.clock.set(at(600));
    EXPECT_EQ(appointments.book(mediator, one, odette()).value(), booked) << "even when its time has passed";
    expect_sound();
}

TEST_P(Appointments, a_place_that_is_taken_is_refused_and_nothing_is_left_behind) {
    (void)appointments.book(mediator, wish(540), odette()).value();
    auto const before = ticks();
    auto elsewhere = wish(540);
    elsewhere.slot.site_id = world.salviac.site_id;
    auto const refused = appointments.book(citizen, elsewhere, {});
    ASSERT_FALSE(refused) << "Salviac has a kiosk, but the one adviser is taken";
    EXPECT_EQ(refused.error().reason, "slot_taken");
    EXPECT_EQ(ticks(), before);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment"), 1);
    expect_sound();
}

TEST_P(Appointments, two_bookings_in_a_row_at_one_kiosk_need_time_to_prepare_it) {
    (void)appointments.book(mediator, wish(540), {}).value();
    EXPECT_EQ(appointments.book(mediator, wish(570), {}).error().reason, "slot_taken");
    EXPECT_TRUE(appointments.book(mediator, wish(570, Door::telephone), odette()));
    expect_sound();
}

TEST_P(Appointments, a_moved_appointment_keeps_everything_and_frees_its_old_place) {
    auto const booked = appointments.book(mediator, wish(540), odette()).value();
    ChosenSlot const slot{AppointmentId::make(world.clock.now()), book.supply, at(600), Door::home, {}};
    auto const by = Requester::citizen(booked.code);
    auto const moved = appointments.move(by, booked.appointment_id, slot).value();
    EXPECT_EQ(moved.visitor, odette());
    EXPECT_EQ(moved.code, booked.code);
    EXPECT_EQ(moved.motives, booked.motives);
    EXPECT_EQ(moved.door, Door::home);
    EXPECT_EQ(appointments.move(by, booked.appointment_id, slot).value(), moved) << "sent again";
    EXPECT_TRUE(appointments.book(mediator, wish(540), {})) << "the old place is free";
    EXPECT_EQ(appointments.read_by_code(booked.code).value().appointment_id, moved.appointment_id);
    expect_sound();
}

TEST_P(Appointments, by_telephone_are_not_taken_without_a_number_to_call) {
    auto const by_telephone = wish(540, Door::telephone);
    EXPECT_EQ(appointments.book(mediator, by_telephone, {}).error().pointer, "/visitor/telephone");
    auto const held = appointments.hold(citizen, by_telephone).value();
    EXPECT_EQ(appointments.confirm_own(held.appointment_id, {}).error().reason, "telephone_needed");
    EXPECT_TRUE(appointments.confirm_own(held.appointment_id, odette()));

    auto const booked = appointments.book(mediator, wish(600), {}).value();
    ChosenSlot slot{AppointmentId::make(world.clock.now()), book.supply, at(660), Door::telephone, {}};
    auto const by = Requester::citizen(booked.code);
    EXPECT_EQ(appointments.move(by, booked.appointment_id, slot).error().pointer, "/telephone");
    slot.telephone = "le soir";
    EXPECT_EQ(appointments.move(by, booked.appointment_id, slot).error().reason, "telephone_invalid");
    slot.telephone = "06 98 76 54 32";
    EXPECT_EQ(appointments.move(by, booked.appointment_id, slot).value().visitor.telephone, "06 98 76 54 32");
    expect_sound();
}

TEST_P(Appointments, an_appointment_may_move_into_a_part_of_its_own_place) {
    auto one = wish(540);
    one.motives = {book.motive, book.motive};
    auto const booked = appointments.book(mediator, one, odette()).value();
    for (int const minute : {570, 540, 510, 600}) {
        auto const before = appointments.read_by_code(booked.code).value();
        ChosenSlot const slot{AppointmentId::make(world.clock.now()), book.supply, at(minute), Door::kiosk,
                              world.bretenoux.site_id};
        auto const moved = appointments.move(mediator, before.appointment_id, slot);
        ASSERT_TRUE(moved) << minute << ": " << describe(moved.error());
        expect_sound();
    }
}

TEST_P(Appointments, a_move_to_a_taken_place_changes_nothing) {
    auto const booked = appointments.book(mediator, wish(540), odette()).value();
    auto const before = appointments.read_by_code(booked.code).value();
    (void)appointments.book(mediator, wish(600), {}).value();
    ChosenSlot const slot{AppointmentId::make(world.clock.now()), book.supply, at(600), Door::kiosk,
                          world.bretenoux.site_id};
    EXPECT_EQ(appointments.move(mediator, booked.appointment_id, slot).error().reason, "slot_taken");
    EXPECT_EQ(appointments.read_by_code(booked.code).value(), before);
    expect_sound();
}

TEST_P(Appointments, by_telephone_end_when_the_adviser_has_called_whoever_says_so_twice) {
    auto const adviser = staff(Role::adviser, world.caf);
    auto const booked = appointments.book(mediator, wish(540, Door::telephone), odette()).value();
    world.clock.set(at(550));
    EXPECT_EQ(appointments.finish(mediator, booked.appointment_id).error().code, ErrorCode::forbidden);
    auto const done = appointments.finish(adviser, booked.appointment_id).value();
    EXPECT_EQ(done.state, AppointmentState::finished);
    EXPECT_EQ(appointments.finish(adviser, booked.appointment_id).value(), done);
    EXPECT_EQ(appointments.miss(adviser, booked.appointment_id).error().reason,
              "appointment_step_impossible");
    expect_sound();
}

TEST_P(Appointments, a_cancelled_appointment_frees_its_place_and_says_who_and_why) {
    auto const booked = appointments.book(mediator, wish(540), odette()).value();
    auto const by = Requester::citizen(booked.code);
    auto const gone = appointments.cancel(by, booked.appointment_id, CancelReason::citizen_prevented).value();
    EXPECT_EQ(gone.cancelled_by, ActingAs::citizen);
    EXPECT_EQ(appointments.cancel(by, booked.appointment_id, CancelReason::mistake).value(), gone);
    EXPECT_EQ(ticks(), 0);
    EXPECT_TRUE(appointments.book(mediator, wish(540), {}));
    expect_sound();
}

TEST_P(Appointments, a_booking_that_was_promised_without_a_network_is_kept_as_a_request_when_it_is_taken) {
    (void)appointments.book(citizen, wish(540), {}).value();
    auto const promised = wish(540);
    auto const kept = appointments.book(mediator, promised, odette(), IfTaken::keep_as_request).value();
    EXPECT_EQ(kept.state, AppointmentState::requested);
    EXPECT_FALSE(kept.place);
    EXPECT_EQ(appointments.book(mediator, promised, odette(), IfTaken::keep_as_request).value(), kept);
    ChosenSlot const slot{AppointmentId::make(world.clock.now()), book.supply, at(600), Door::kiosk,
                          world.bretenoux.site_id};
    auto const settled = appointments.move(mediator, kept.appointment_id, slot).value();
    EXPECT_EQ(settled.state, AppointmentState::confirmed);
    EXPECT_EQ(settled.visitor.first_name, "Odette");
    expect_sound();
}

TEST_P(Appointments, what_was_promised_is_judged_by_the_rules_of_that_moment_and_keeps_the_printed_code) {
    auto promised = wish(540);
    promised.promised_at = world.clock.now();
    promised.code = "K7MF4-PXA9C";
    world.clock.set(at(560));
    auto late = wish(540);
    EXPECT_EQ(appointments.book(mediator, late, odette()).error().reason, "slot_in_past");
    auto const booked = appointments.book(mediator, promised, odette()).value();
    EXPECT_EQ(booked.state, AppointmentState::confirmed);
    EXPECT_EQ(booked.code, promised.code);
    auto second = wish(600);
    second.promised_at = promised.promised_at;
    second.code = promised.code;
    auto const other = appointments.book(mediator, second, odette()).value();
    EXPECT_NE(other.code, promised.code) << "taken: the answer has another one";
    expect_sound();
}

TEST_P(Appointments, are_found_by_name_without_accents_and_by_code_at_their_own_site) {
    auto elodie = odette();
    elodie.first_name = "Marie-Élodie";
    auto const one = appointments.book(mediator, wish(540), elodie).value();
    auto const found = [&](Requester const& by, std::string const& text) {
        return appointments.search(by, world.bretenoux.site_id, text).value().size();
    };
    EXPECT_EQ(found(mediator, "elo"), 1U);
    EXPECT_EQ(found(mediator, "lodie"), 0U);
    EXPECT_EQ(found(mediator, one.code), 1U);
    EXPECT_EQ(found(staff(Role::adviser, world.carsat), one.code), 0U) << "of another body";
    EXPECT_EQ(appointments.search(mediator, world.bretenoux.site_id, " - ").error().pointer, "/q");
    world.clock.advance(hours(24 * 9));
    EXPECT_EQ(found(mediator, "elo"), 0U) << "last week's are not looked for";
}

TEST_P(Appointments, a_held_place_belongs_to_who_chose_its_id_and_a_booked_one_to_who_has_the_code) {
    auto const held = appointments.hold(citizen, wish(540)).value();
    auto const mine = appointments.confirm_own(held.appointment_id, odette()).value();
    EXPECT_EQ(appointments.confirm_own(held.appointment_id, odette()).value(), mine) << "the answer was lost";
    EXPECT_EQ(appointments.confirm_own(held.appointment_id, {}).error().reason, "appointment_unknown");
    EXPECT_EQ(appointments.give_up_own(held.appointment_id).error().reason, "appointment_unknown");
    auto const other = appointments.hold(citizen, wish(600)).value();
    EXPECT_EQ(appointments.give_up_own(other.appointment_id).value().state, AppointmentState::cancelled);
    EXPECT_TRUE(appointments.hold(citizen, wish(600)));
    expect_sound();
}

TEST_P(Appointments, a_confidential_note_is_kept_from_the_mediator_and_shown_to_the_adviser) {
    auto const booked = appointments.book(citizen, wish(540), odette()).value();
    auto const adviser = staff(Role::adviser, world.caf);
    EXPECT_EQ(appointments.read(mediator, booked.appointment_id).value().visitor.note, "");
    EXPECT_EQ(appointments.read(adviser, booked.appointment_id).value().visitor.note, odette().note);
    EXPECT_EQ(appointments.list(mediator, world.bretenoux.site_id, at(0), at(1440)).value()[0].visitor.note,
              "");
}

TEST_P(Appointments, appointments_of_others_do_not_exist) {
    auto const booked = appointments.book(mediator, wish(540), odette()).value();
    auto const other_body = staff(Role::adviser, world.carsat);
    auto const other_site = staff(Role::mediator, {}, world.salviac.site_id);
    auto const guessing = Requester::citizen("AAAAA-AAAAA");
    for (Requester const* stranger : {&other_body, &other_site, &guessing, &citizen}) {
        EXPECT_EQ(appointments.cancel(*stranger, booked.appointment_id, CancelReason::mistake).error().reason,
                  "appointment_unknown");
    }
    EXPECT_TRUE(appointments.list(other_body, world.bretenoux.site_id, at(0), at(1440)).value().empty());
    for (Requester const* stranger : {&other_site, &guessing, &citizen}) {
        EXPECT_EQ(appointments.list(*stranger, world.bretenoux.site_id, at(0), at(1440)).error().reason,
                  "not_your_site");
    }
    auto const coordinator = staff(Role::coordinator);
    EXPECT_EQ(appointments.list(coordinator, world.bretenoux.site_id, at(0), at(1440)).value().size(), 1U);
}

TEST_P(Appointments, a_mediator_books_at_another_site_whose_appointment_it_then_is) {
    auto const other_site = staff(Role::mediator, {}, world.salviac.site_id);
    auto const there = wish(600);
    auto const booked = appointments.book(other_site, there, odette()).value();
    EXPECT_EQ(booked.state, AppointmentState::confirmed);
    EXPECT_EQ(appointments.book(other_site, there, odette()).value(), booked);
    EXPECT_EQ(appointments.cancel(other_site, booked.appointment_id, CancelReason::mistake).error().reason,
              "appointment_unknown");
    EXPECT_TRUE(appointments.cancel(mediator, booked.appointment_id, CancelReason::mistake).ok());
    EXPECT_EQ(appointments.book(staff(Role::technician), wish(660), {}).error().reason, "not_your_booking");
}

TEST_P(Appointments, who_comes_is_received_even_when_they_were_counted_as_absent) {
    auto const booked = appointments.book(mediator, wish(540), odette()).value();
    world.clock.set(at(560));
    EXPECT_EQ(appointments.miss(mediator, booked.appointment_id).value().state, AppointmentState::no_show);
    auto const here = appointments.arrive(mediator, booked.appointment_id, at(900)).value();
    EXPECT_EQ(here.state, AppointmentState::arrived);
    EXPECT_EQ(here.arrived_at, at(560)) << "not later than now, whatever the desk's clock says";
    expect_sound();
}

TEST_P(Appointments, a_bad_wish_names_its_field_and_changes_nothing) {
    auto const pointer_of = [&](BookingWish const& bad, Visitor const& visitor) {
        auto const refused = appointments.book(mediator, bad, visitor);
        return refused ? "booked" : refused.error().pointer + " " + refused.error().reason;
    };
    EXPECT_EQ(pointer_of(wish(540), {"", "12", "", 0, "", false}), "/visitor/telephone telephone_invalid");
    EXPECT_EQ(pointer_of(wish(545), {}), "/starts_at slot_not_offered");
    auto bad = wish(540);
    bad.slot.site_id.reset();
    EXPECT_EQ(appointments.book(citizen, bad, {}).error().reason, "site_missing");
    bad = wish(540);
    bad.motives.clear();
    EXPECT_EQ(pointer_of(bad, {}), "/motives motives_missing");
    world.clock.set(at(541));
    EXPECT_EQ(pointer_of(wish(540), {}), "/starts_at slot_in_past");
    EXPECT_EQ(appointments.book(citizen, wish(570), {}).error().reason, "slot_too_soon");
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment"), 0);
    EXPECT_EQ(ticks(), 0);
}

TEST_P(Appointments, a_code_is_found_however_it_is_typed_and_not_before_the_booking_is_confirmed) {
    auto const held = appointments.hold(citizen, wish(540)).value();
    EXPECT_EQ(appointments.read_by_code(held.code).error().reason, "appointment_unknown");
    (void)appointments.confirm(Requester::citizen(held.code), held.appointment_id, odette()).value();
    std::string typed = held.code;
    typed.replace(5, 1, " ");
    for (auto& c : typed) {
        c = static_cast<char>(std::tolower(c));
    }
    EXPECT_EQ(appointments.read_by_code(typed).value().visitor, odette());
    for (auto const* wrong : {"", "AAAAA", "AAAAA-AAAA0", "' OR 1=1 --", "AAAAA-AAAAAA"}) {
        EXPECT_EQ(appointments.read_by_code(wrong).error().reason, "appointment_unknown") << wrong;
    }
}

TEST_P(Appointments, names_and_words_go_after_thirty_days_and_figures_stay) {
    auto const booked = appointments.book(mediator, wish(540), odette()).value();
    (void)appointments.hold(mediator, wish(600)).value();
    world.clock.advance(minutes(6));
    (void)appointments.release_expired().value();

    auto const erase = [&](Instant now) {
        return apply_appointment_retention(world.database(), now).value();
    };
    EXPECT_EQ(erase(at(540) + hours(30 * 24) - minutes(1)).visitors, 0);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment"), 1) << "the empty hold is gone";
    EXPECT_EQ(ticks(), 0) << "the past guards nothing";
    auto const erased = erase(at(540) + hours(30 * 24) + minutes(1));
    EXPECT_EQ(erased.visitors, 1);
    EXPECT_EQ(erase(at(540) + hours(30 * 24) + minutes(1)).visitors, 0);
    auto const left = appointments.read(mediator, booked.appointment_id).value();
    EXPECT_EQ(left.code, "");
    EXPECT_EQ(left.visitor, (Visitor{"", "", "", 1, "", true}));
    EXPECT_EQ(left.starts_at, booked.starts_at);
    EXPECT_EQ(left.state, AppointmentState::confirmed);
}

} // namespace
} // namespace parvis::scheduling
