// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_retention_store.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/displacement/displacement_service.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/opening/calendar_service.hpp"
#include "server/scheduling/rota/rota_service.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"
#include "server/scheduling/supply/supply_service.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using namespace testing_support;
using identity::Role;

/// Two advisers of the CAF answer at Bretenoux every Wednesday from 9:00 to 12:00. Today is Wednesday 4
/// March, 10:00; clocks go forward on Sunday 29 March.
class ChangedSupply : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    ChangedSupply() {
        motive.motive_id = MotiveId::make(world.clock.now());
        motive.network_id = world.network;
        motive.partner_id = world.caf;
        motive.subject = "family";
        motive.label = {"Demander une aide", "Ask for help"};
        motive.duration_minutes = 30;
        motive.notice_most_days = 60;
        motive.modalities = {Modality::appointment};
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                save_motive(session, motive);
                return {};
            })
            .value();
        world.clock.set(at({2026, 2, 18}, 7 * 60)); // planned two weeks ago
        supply = SupplyId::make(world.clock.now());
        (void)planning.save(manager, supply, wednesdays()).value();
        past = book({2026, 2, 18}, 540);
        world.clock.set(at({2026, 3, 4}, 600));
    }
    static Instant at(LocalDate day, int minute) { return to_instant(day, minute, "Europe/Paris"); }
    SupplyForm wednesdays() const {
        SupplyForm form;
        form.group_id = world.caf_group;
        form.modality = Modality::appointment;
        form.recurrence = {{2026, 2, 18}, "FREQ=WEEKLY;BYDAY=WE;COUNT=12", {}};
        form.legs = {{{world.bretenoux.site_id}, 540, 720}};
        form.slot_minutes = 30;
        form.advisers = 2;
        return form;
    }
    AppointmentId book(LocalDate day, int minute, Door door = Door::telephone) {
        BookingWish const wish{
            {AppointmentId::make(world.clock.now()), supply, at(day, minute), door, world.bretenoux.site_id},
            {motive.motive_id}};
        return appointments.book(desk, wish, Visitor{"Odette", "0612345678", {}, 0, {}, false, Language::fr})
            .value()
            .appointment_id;
    }
    std::vector<AppointmentId> displaced() {
        std::vector<AppointmentId> found;
        auto const list = displacement.list(manager, world.network).value();
        for (auto const& one : list.appointments) {
            found.push_back(one.appointment_id);
        }
        return found;
    }
    SupplyFromDay from(LocalDate day, SupplyForm later) {
        later.recurrence.first_day = day;
        return {day, 1, SupplyId::make(world.clock.now()), std::move(later)};
    }
    Plan plan(LocalDate first, LocalDate last) {
        return planning.plan(manager, {world.network, first, last}).value();
    }
    void expect_sound() { EXPECT_EQ(fault_of_guard(world.database()), ""); }

    parvis::testing::World world{GetParam()};
    StoredSupplyBook stored;
    SupplyService planning{world.database(), world.clock};
    CalendarService calendars{world.database(), world.clock};
    RotaService rota{world.database(), world.clock};
    DisplacementService displacement{world.database(), world.clock};
    AppointmentService appointments{world.database(), world.clock, stored};
    identity::Caller const manager = world.account("chef", Role::partner_manager, world.caf);
    identity::Caller const coordinator = world.account("coord", Role::coordinator);
    Requester const desk =
        Requester::of(world.account("sylvie", Role::mediator, std::nullopt, world.bretenoux.site_id));
    Motive motive;
    SupplyId supply;
    AppointmentId past;
};
INSTANTIATE_TEST_SUITE_P(Each, ChangedSupply, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(ChangedSupply, from_a_day_on_leaves_the_past_as_it_was_planned_and_used) {
    auto const before = plan({2026, 2, 16}, {2026, 3, 10});
    auto later = wednesdays();
    later.advisers = 1;
    later.legs[0].from_minute = 600;
    auto const wanted = from({2026, 3, 11}, later);
    EXPECT_TRUE(planning.from_day(manager, supply, wanted));
    auto const after = plan({2026, 2, 16}, {2026, 3, 10});
    ASSERT_EQ(after.openings.size(), before.openings.size());
    for (std::size_t i = 0; i < after.openings.size(); ++i) {
        EXPECT_EQ(after.openings[i].from, before.openings[i].from);
        EXPECT_EQ(after.openings[i].advisers, 2);
    }
    ASSERT_EQ(after.booked.size(), 1U);
    EXPECT_EQ(after.booked[0].supply_id, supply);
    EXPECT_EQ(after.booked[0].appointments, before.booked[0].appointments);
    EXPECT_EQ(planning.from_day(manager, supply, wanted).value().supply.supply_id, wanted.later_id)
        << "asked again after a lost answer";
}

TEST_P(ChangedSupply, goes_on_at_the_same_hour_of_the_clock_after_clocks_have_changed) {
    auto later = wednesdays();
    later.legs[0].from_minute = 600;
    auto const made = planning.from_day(manager, supply, from({2026, 3, 25}, later)).value();
    EXPECT_EQ(made.supply.recurrence.rule, "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260506") << "as many as were left";
    auto const days = plan({2026, 3, 16}, {2026, 5, 13}).openings;
    ASSERT_EQ(days.size(), 8U);
    EXPECT_EQ(days[0].from, at({2026, 3, 18}, 540));
    EXPECT_EQ(days[1].from, at({2026, 3, 25}, 600));
    EXPECT_EQ(days[2].from, at({2026, 4, 1}, 600));
    EXPECT_EQ(days[2].from - days[1].from, std::chrono::hours(7 * 24 - 1));
    EXPECT_EQ(days.back().day, (LocalDate{2026, 5, 6}));
}

TEST_P(ChangedSupply, takes_its_appointments_along_and_gives_nobody_two_seats) {
    auto const first = book({2026, 3, 11}, 600);
    auto const second = book({2026, 3, 11}, 600);
    auto later = wednesdays();
    later.slot_minutes = 60;
    auto const wanted = from({2026, 3, 11}, later);
    EXPECT_TRUE(planning.from_day(manager, supply, wanted));
    EXPECT_TRUE(displaced().empty());
    for (auto const& id : {first, second}) {
        EXPECT_EQ(appointments.read(desk, id).value().supply_id, wanted.later_id);
    }
    supply = wanted.later_id;
    BookingWish const third{{AppointmentId::make(world.clock.now()), supply, at({2026, 3, 11}, 600),
                             Door::telephone, world.bretenoux.site_id},
                            {motive.motive_id}};
    EXPECT_EQ(appointments.book(desk, third, Visitor{"Rose", "0612345678", {}, 0, {}, false, Language::fr})
                  .error()
                  .reason,
              "slot_taken")
        << "both advisers have somebody";
    expect_sound();
}

TEST_P(ChangedSupply, that_has_taken_place_is_not_changed_for_its_past) {
    auto form = wednesdays();
    form.advisers = 3;
    form.revision = 1;
    EXPECT_EQ(planning.save(manager, supply, form).error().reason, "supply_started");
    EXPECT_EQ(planning.from_day(manager, supply, from({2026, 2, 25}, form)).error().pointer, "/day");
    auto early = from({2026, 3, 11}, form);
    early.later.recurrence.first_day = {2026, 3, 4};
    EXPECT_EQ(planning.from_day(manager, supply, early).error().pointer, "/later/recurrence/first_day");
    EXPECT_EQ(plan({2026, 3, 9}, {2026, 3, 15}).openings.at(0).advisers, 2) << "nothing has changed";
}

TEST_P(ChangedSupply, shows_who_would_lose_their_place_and_changes_nothing) {
    auto const kept = book({2026, 3, 11}, 540);
    auto const lost = book({2026, 3, 11}, 690);
    auto later = wednesdays();
    later.legs[0].to_minute = 660;
    auto const wanted = from({2026, 3, 11}, later);
    SupplyChange const change{supply, {}, {}, {}, {}, wanted};
    auto const shown = planning.preview(manager, change).value();
    ASSERT_EQ(shown.appointments.size(), 1U);
    EXPECT_EQ(shown.appointments[0].appointment_id, lost);
    EXPECT_EQ(shown.appointments[0].reason, Misfit::nobody_on_duty);
    EXPECT_FALSE(shown.appointments[0].code.empty());
    EXPECT_EQ(shown.appointments[0].site, "Bretenoux");
    EXPECT_TRUE(displaced().empty());
    EXPECT_EQ(appointments.read(desk, kept).value().supply_id, supply);
    EXPECT_EQ(plan({2026, 3, 9}, {2026, 3, 15}).openings.at(0).to, at({2026, 3, 11}, 720));
    expect_sound();
    EXPECT_TRUE(planning.from_day(manager, supply, wanted));
    EXPECT_EQ(displaced(), std::vector{lost});
}

TEST_P(ChangedSupply, with_fewer_advisers_moves_those_whom_somebody_else_can_take_and_lists_the_rest) {
    auto const a = book({2026, 3, 11}, 540);
    auto const b = book({2026, 3, 11}, 540);
    auto const c = book({2026, 3, 11}, 600);
    auto one = wednesdays();
    one.advisers = 1;
    one.recurrence = {{2026, 3, 11}, "", {}};
    SupplyInstead const wanted{{2026, 3, 11}, 1, SupplyId::make(world.clock.now()), one};
    EXPECT_TRUE(planning.instead_of_day(manager, supply, wanted));
    ASSERT_EQ(displaced().size(), 1U);
    EXPECT_TRUE(displaced()[0] == a || displaced()[0] == b);
    EXPECT_EQ(appointments.read(desk, c).value().place->seat, 0);
    expect_sound();
}

TEST_P(ChangedSupply, keeps_those_without_a_place_in_sight_of_their_desk_until_each_is_settled) {
    auto const cancelled = book({2026, 3, 11}, 540);
    auto const agreed = book({2026, 3, 11}, 600);
    EXPECT_TRUE(planning.except_day(manager, supply, {{2026, 3, 11}, 1}));
    EXPECT_EQ(displaced().size(), 2U);
    EXPECT_EQ(appointments.requests(desk, world.bretenoux.site_id).value().size(), 2U);
    EXPECT_TRUE(appointments.cancel(desk, cancelled, CancelReason::adviser_prevented));
    EXPECT_EQ(displaced(), std::vector{agreed});
    auto const stranger = world.account("carsat", Role::partner_manager, world.carsat);
    EXPECT_EQ(displacement.settle(stranger, agreed).error().reason, "appointment_unknown");
    EXPECT_TRUE(displacement.list(stranger, world.network).value().appointments.empty());
    EXPECT_TRUE(displacement.settle(manager, agreed));
    EXPECT_TRUE(displacement.settle(manager, agreed));
    EXPECT_TRUE(displaced().empty());
    EXPECT_TRUE(appointments.requests(desk, world.bretenoux.site_id).value().empty());
    expect_sound();
}

TEST_P(ChangedSupply, forgets_nobody_before_their_time_however_long_ago_it_changed) {
    auto const booked = book({2026, 4, 29}, 540);
    EXPECT_TRUE(planning.except_day(manager, supply, {{2026, 4, 29}, 1}));
    world.clock.set(at({2026, 4, 20}, 600));
    EXPECT_TRUE(apply_appointment_retention(world.database(), world.clock.now()));
    EXPECT_EQ(displaced(), std::vector{booked});
    world.clock.set(at({2026, 6, 1}, 600));
    EXPECT_TRUE(apply_appointment_retention(world.database(), world.clock.now()));
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM displaced_appointment"), 0);
}

TEST_P(ChangedSupply, by_a_closure_displaces_and_by_its_removal_takes_back) {
    auto const booked = book({2026, 3, 11}, 540);
    auto const closure = ClosureId::make(world.clock.now());
    BodyClosureForm const form{world.caf, std::nullopt, at({2026, 3, 11}, 0), at({2026, 3, 12}, 0),
                               "Formation"};
    EXPECT_EQ(planning.preview_closure(manager, closure, form).value().appointments.size(), 1U);
    EXPECT_TRUE(displaced().empty());
    EXPECT_TRUE(planning.save_closure(manager, closure, form));
    EXPECT_EQ(displaced(), std::vector{booked});
    EXPECT_TRUE(planning.remove_closure(manager, closure));
    EXPECT_TRUE(displaced().empty());
}

TEST_P(ChangedSupply, follows_the_hours_of_the_place_for_who_comes_there_only) {
    auto const there = book({2026, 3, 11}, 540, Door::kiosk);
    (void)book({2026, 3, 11}, 600, Door::telephone);
    SiteHours const afternoons{{{3, 780, 1020}}, HolidayRegion::metropole, {}};
    auto const site = world.bretenoux.site_id;
    CalendarChange change;
    change.hours = afternoons;
    EXPECT_EQ(calendars.preview(coordinator, site, change).value().appointments.size(), 1U);
    EXPECT_TRUE(displaced().empty());
    EXPECT_TRUE(calendars.save_hours(coordinator, site, afternoons));
    EXPECT_EQ(displaced(), std::vector{there});
    EXPECT_TRUE(calendars.save_exception(coordinator, site, {2026, 3, 11}, {"Marché", {{480, 720}}}));
    EXPECT_TRUE(displaced().empty());
    expect_sound();
}

TEST_P(ChangedSupply, names_the_wrong_field_of_weekly_hours_and_changes_nothing) {
    auto const site = world.bretenoux.site_id;
    auto const week = [&] {
        return calendars.read(coordinator, site, {2026, 3, 2}, {2026, 3, 8}).value().week;
    };
    auto const before = week().size();
    SiteHours form{{{1, 540, 720}, {1, 700, 800}}, HolidayRegion::metropole, {}};
    EXPECT_EQ(calendars.save_hours(coordinator, site, form).error().pointer, "/hours/1");
    form.hours = {{2, 720, 540}};
    EXPECT_EQ(calendars.save_hours(coordinator, site, form).error().reason, "hours_wrong");
    form.hours = {{2, 540, 720}};
    form.kiosks = {{world.bretenoux.kiosk_id, 61}};
    EXPECT_EQ(calendars.save_hours(coordinator, site, form).error().pointer, "/kiosks/0/preparation_minutes");
    form.kiosks = {{world.salviac.kiosk_id, 10}};
    EXPECT_EQ(calendars.save_hours(coordinator, site, form).error().pointer, "/kiosks/0/kiosk_id");
    EXPECT_EQ(calendars.save_hours(manager, site, form).error().reason, "role_missing");
    EXPECT_EQ(week().size(), before);
    form.kiosks = {{world.bretenoux.kiosk_id, 15}};
    form.region = HolidayRegion::alsace_moselle_good_friday;
    EXPECT_TRUE(calendars.save_hours(coordinator, site, form));
    auto const view = calendars.read(coordinator, site, {2026, 3, 30}, {2026, 4, 5}).value();
    EXPECT_EQ(view.week.size(), 1U);
    EXPECT_EQ(view.kiosks.at(0).preparation_minutes, 15);
    EXPECT_FALSE(view.label.enough);
    ASSERT_EQ(view.holidays.size(), 1U) << "Good Friday is one there";
}

TEST_P(ChangedSupply, shows_a_gap_until_somebody_stands_in_and_tells_them) {
    auto const camille = world.account("camille", Role::adviser, world.caf);
    auto const hugo = world.account("hugo", Role::adviser, world.caf);
    auto const stranger = world.account("nadia", Role::adviser, world.carsat);
    RotaQuery const week{world.network, {2026, 3, 9}, {2026, 3, 15}};
    EXPECT_EQ(rota.save_team(manager, supply, {{stranger.account_id}}).error().pointer, "/account_ids/0");
    EXPECT_TRUE(rota.save_team(manager, supply, {{camille.account_id, hugo.account_id}}));
    auto const absence = AbsenceId::make(world.clock.now());
    AbsenceForm form{world.caf, camille.account_id, {2026, 3, 12}, {2026, 3, 11}};
    EXPECT_EQ(rota.save_absence(manager, absence, form).error().pointer, "/last_day");
    form.first_day = {2026, 3, 10};
    EXPECT_TRUE(rota.save_absence(manager, absence, form));
    auto const gap = rota.read(manager, week).value().sessions.at(0);
    EXPECT_EQ(gap.missing, 1);
    EXPECT_EQ(gap.absent, std::vector{camille.account_id});
    EXPECT_TRUE(gap.free.empty());
    auto const ines = world.account("ines", Role::adviser, world.caf);
    EXPECT_EQ(rota.read(manager, week).value().sessions.at(0).free, std::vector{ines.account_id});
    EXPECT_TRUE(rota.own(ines, week).value().duties.empty());
    EXPECT_TRUE(rota.save_stand_ins(manager, supply, {2026, 3, 11}, {{ines.account_id}}));
    EXPECT_EQ(rota.read(manager, week).value().sessions.at(0).missing, 0);
    auto const own = rota.own(ines, week).value();
    ASSERT_EQ(own.duties.size(), 1U);
    EXPECT_TRUE(own.duties[0].instead);
    EXPECT_TRUE(rota.own(camille, week).value().duties.empty());
    EXPECT_EQ(rota.read(camille, week).error().reason, "role_missing");
    EXPECT_TRUE(rota.remove_absence(manager, absence));
    EXPECT_TRUE(rota.remove_absence(manager, absence));
}

} // namespace
} // namespace parvis::scheduling
