// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/supply/supply_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::scheduling {
namespace {

using identity::Role;

class PlannedSupply : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    SupplyService service{world.database(), world.clock};
    identity::Caller const manager = world.account("chef", Role::partner_manager, world.caf);
    LocalDate const wednesday{2026, 3, 4}; // today

    SupplyForm wednesdays() const {
        SupplyForm form;
        form.group_id = world.caf_group;
        form.modality = Modality::time_window;
        form.recurrence = {wednesday, "FREQ=WEEKLY;BYDAY=WE", {}};
        form.legs = {{{world.bretenoux.site_id}, 510, 630}, {{world.salviac.site_id}, 630, 750}};
        form.slot_minutes = 20;
        form.advisers = 2;
        form.walk_in_percent = 50;
        return form;
    }
    SupplyId new_id() const { return SupplyId::make(world.clock.now()); }
    SupplyView saved(SupplyForm const& form) { return service.save(manager, new_id(), form).value(); }
    Error refusal(SupplyForm const& form) {
        auto const outcome = service.save(manager, new_id(), form);
        return outcome ? Error{} : outcome.error();
    }
    Plan week(LocalDate monday) {
        return service.plan(manager, {world.network, monday, add_days(monday, 6)}).value();
    }
    std::vector<std::string> days_of(Plan const& plan) {
        std::vector<std::string> days;
        for (auto const& opening : plan.openings) {
            days.push_back(to_iso(opening.day));
        }
        return days;
    }
    Instant at(LocalDate day, int hour) const { return to_instant(day, hour * 60, "Europe/Paris"); }
    MotiveId motive_of(PartnerId const& partner, std::vector<Modality> modalities) {
        Motive motive;
        motive.motive_id = MotiveId::make(world.clock.now());
        motive.network_id = world.network;
        motive.partner_id = partner;
        motive.subject = partner == world.caf ? "family" : "retirement";
        motive.label = {"Demander une aide", "Ask for help"};
        motive.duration_minutes = 20;
        motive.notice_most_days = 30;
        motive.modalities = std::move(modalities);
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                save_motive(session, motive);
                return {};
            })
            .value();
        return motive.motive_id;
    }
};

TEST_P(PlannedSupply, comes_back_as_it_was_planned_and_shows_in_each_week) {
    auto const view = saved(wednesdays());
    EXPECT_EQ(view.revision, 1);
    EXPECT_EQ(view.allowed_actions, std::vector<std::string>{"change_supply"});
    auto const plan = week({2026, 3, 9});
    ASSERT_EQ(plan.openings.size(), 2U);
    EXPECT_EQ(plan.openings[0].sites, std::vector{world.bretenoux.site_id});
    EXPECT_EQ(plan.openings[1].sites, std::vector{world.salviac.site_id});
    EXPECT_EQ(plan.openings[0].from, at({2026, 3, 11}, 8) + std::chrono::minutes(30));
    EXPECT_EQ(plan.openings[0].advisers, 2);
    EXPECT_EQ(plan.supplies.size(), 1U);
}

TEST_P(PlannedSupply, on_site_comes_back_so_is_copied_so_and_stays_so) {
    auto form = wednesdays();
    form.modality = Modality::half_day_session;
    form.walk_in_percent = 0;
    form.on_site = true;
    auto const view = saved(form);
    EXPECT_TRUE(view.supply.on_site);
    auto once = form;
    once.recurrence = {{2026, 3, 20}, "", {}};
    (void)saved(once);
    auto const copied = service.copy_week(manager, CopyId::make(world.clock.now()),
                                          {world.caf_group, {2026, 3, 16}, {2026, 4, 13}});
    ASSERT_TRUE(copied);
    for (auto const& one : week({2026, 4, 13}).supplies) {
        EXPECT_TRUE(one.supply.on_site);
    }
    form.on_site = false;
    form.revision = 1;
    auto const id = view.supply.supply_id;
    auto const refused = service.save(manager, id, form);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "supply_on_site_fixed");
    EXPECT_EQ(refused.error().pointer, "/on_site");
    auto single = form;
    single.revision = 0;
    single.recurrence = {{2026, 3, 11}, "", {}};
    EXPECT_EQ(service.instead_of_day(manager, id, {{2026, 3, 11}, 1, new_id(), single}).error().pointer,
              "/instead/on_site");
    auto later = form;
    later.recurrence.first_day = {2026, 3, 11};
    EXPECT_EQ(service.from_day(manager, id, {{2026, 3, 11}, 1, new_id(), later}).error().pointer,
              "/later/on_site");
    EXPECT_EQ(service.plan(manager, {world.network, {2026, 3, 9}, {2026, 3, 15}}).value().openings.size(), 2U)
        << "nothing has changed";
}

TEST_P(PlannedSupply, said_again_after_a_lost_answer_is_made_once) {
    auto const id = new_id();
    EXPECT_EQ(service.save(manager, id, wednesdays()).value().revision, 1);
    EXPECT_EQ(service.save(manager, id, wednesdays()).value().revision, 1);
    EXPECT_EQ(week({2026, 3, 9}).supplies.size(), 1U);
}

TEST_P(PlannedSupply, is_not_overwritten_by_somebody_who_read_it_before_the_last_change) {
    auto const id = new_id();
    (void)service.save(manager, id, wednesdays()).value();
    auto first = wednesdays();
    first.revision = 1;
    first.advisers = 3;
    EXPECT_EQ(service.save(manager, id, first).value().revision, 2);
    EXPECT_EQ(service.save(manager, id, first).value().revision, 2); // repeated
    auto late = wednesdays();
    late.revision = 1;
    late.advisers = 1;
    EXPECT_EQ(service.save(manager, id, late).error().reason, "supply_changed");
    EXPECT_EQ(week({2026, 3, 9}).openings[0].advisers, 3);
}

TEST_P(PlannedSupply, of_one_group_may_not_promise_the_same_advisers_twice) {
    (void)saved(wednesdays());
    auto once = wednesdays();
    once.recurrence = {{2026, 3, 18}, "", {}};
    auto const error = refusal(once);
    EXPECT_EQ(error.reason, "supply_overlaps");
    EXPECT_EQ(error.arguments.at(0).second, "2026-03-18");
    EXPECT_EQ(week({2026, 3, 16}).supplies.size(), 1U);
    once.modality = Modality::appointment;
    EXPECT_EQ(refusal(once), Error{});
}

TEST_P(PlannedSupply, with_bad_input_is_refused_and_changes_nothing) {
    auto form = wednesdays();
    form.recurrence.rule = "FREQ=SOMETIMES";
    EXPECT_EQ(refusal(form).pointer, "/recurrence/rule");
    form = wednesdays();
    form.recurrence = {{2026, 3, 3}, "", {}};
    EXPECT_EQ(refusal(form).reason, "date_past");
    form = wednesdays();
    form.legs[0].sites = {SiteId::make(world.clock.now())};
    EXPECT_EQ(refusal(form).reason, "site_not_served");
    form = wednesdays();
    form.motives = {MotiveId::make(world.clock.now())};
    EXPECT_EQ(refusal(form).reason, "motive_unknown");
    EXPECT_TRUE(week({2026, 3, 9}).supplies.empty());
}

TEST_P(PlannedSupply, names_motives_of_its_own_body_that_may_be_met_in_its_way) {
    auto form = wednesdays();
    form.motives = {motive_of(world.carsat, {Modality::time_window})};
    EXPECT_EQ(refusal(form).reason, "motive_unknown");
    form.motives = {motive_of(world.caf, {Modality::appointment})};
    EXPECT_EQ(refusal(form).reason, "motive_not_for_modality");
    form.motives = {motive_of(world.caf, {Modality::time_window, Modality::appointment})};
    EXPECT_EQ(saved(form).supply.motives, form.motives);
}

TEST_P(PlannedSupply, is_found_by_site_body_motive_and_subject) {
    auto const served = motive_of(world.caf, {Modality::time_window});
    auto const other = motive_of(world.caf, {Modality::appointment});
    auto form = wednesdays();
    form.legs.pop_back(); // Bretenoux only
    (void)saved(form);
    auto const count = [&](SupplyQuery query) {
        query.network_id = world.network;
        return world.database()
            .read([&](db::Session& session) -> Result<std::size_t> {
                return supplies_serving(session, query, at({2026, 3, 9}, 0), at({2026, 3, 16}, 0)).size();
            })
            .value();
    };
    EXPECT_EQ(count({}), 1U);
    EXPECT_EQ(count({.network_id = {}, .partner_id = world.carsat}), 0U);
    EXPECT_EQ(count({.network_id = {}, .sites = {world.salviac.site_id, world.bretenoux.site_id}}), 1U);
    EXPECT_EQ(count({.network_id = {}, .sites = {world.salviac.site_id}}), 0U);
    EXPECT_EQ(count({.network_id = {}, .motives = {served}}), 1U);
    EXPECT_EQ(count({.network_id = {}, .motives = {served, other}}), 0U);
    EXPECT_EQ(count({.network_id = {}, .subject = "family"}), 1U);
    EXPECT_EQ(count({.network_id = {}, .subject = "retirement"}), 0U);
}

TEST_P(PlannedSupply, ends_on_its_last_day_and_no_later) {
    auto const id = saved(wednesdays()).supply.supply_id;
    EXPECT_EQ(service.end(manager, id, {{2026, 2, 1}, 1}).error().reason, "date_past");
    EXPECT_EQ(service.end(manager, id, {{2026, 3, 12}, 7}).error().reason, "supply_changed");
    EXPECT_TRUE(service.end(manager, id, {{2026, 3, 12}, 1}).ok());
    EXPECT_TRUE(service.end(manager, id, {{2026, 3, 12}, 1}).ok()); // repeated
    EXPECT_EQ(week({2026, 3, 9}).openings.size(), 2U);
    EXPECT_TRUE(week({2026, 3, 16}).supplies.empty());
}

TEST_P(PlannedSupply, that_ends_before_it_begins_never_takes_place) {
    auto form = wednesdays();
    form.recurrence.first_day = {2026, 4, 1};
    auto const id = saved(form).supply.supply_id;
    EXPECT_TRUE(service.end(manager, id, {{2026, 3, 31}, 1}).ok());
    EXPECT_TRUE(service.end(manager, id, {{2026, 3, 31}, 1}).ok());
    EXPECT_TRUE(week({2026, 3, 30}).supplies.empty());
    EXPECT_EQ(service.save(manager, id, form).error().reason, "supply_ended");
}

TEST_P(PlannedSupply, skips_a_day_that_was_excepted) {
    auto const id = saved(wednesdays()).supply.supply_id;
    EXPECT_EQ(service.except_day(manager, id, {{2026, 3, 12}, 1}).error().reason, "day_not_in_recurrence");
    EXPECT_EQ(service.except_day(manager, id, {{2026, 3, 11}, 1}).value().revision, 2);
    EXPECT_EQ(service.except_day(manager, id, {{2026, 3, 11}, 1}).value().revision, 2);
    EXPECT_TRUE(week({2026, 3, 9}).openings.empty());
    EXPECT_EQ(week({2026, 3, 16}).openings.size(), 2U);
}

TEST_P(PlannedSupply, of_one_day_takes_place_at_another_hour_instead_and_is_never_lost_in_between) {
    auto const id = saved(wednesdays()).supply.supply_id;
    SupplyInstead later{{2026, 3, 11}, 1, new_id(), wednesdays()};
    later.instead.recurrence = {{2026, 3, 11}, "", {}};
    later.instead.legs = {{{world.bretenoux.site_id}, 480, 620}};

    later.instead.slot_minutes = 7;
    auto const refused = service.instead_of_day(manager, id, later).error();
    EXPECT_EQ(refused.reason, "slot_length_wrong");
    EXPECT_EQ(refused.pointer, "/instead/slot_minutes");
    EXPECT_EQ(week({2026, 3, 9}).openings.size(), 2U);

    later.instead.slot_minutes = 20;
    ASSERT_TRUE(service.instead_of_day(manager, id, later).ok());
    auto const again = service.instead_of_day(manager, id, later).value();
    EXPECT_EQ(again.supply.supply_id, later.instead_id);
    auto const openings = week({2026, 3, 9}).openings;
    ASSERT_EQ(openings.size(), 1U);
    EXPECT_EQ(openings.front().from, to_instant({2026, 3, 11}, 480, "Europe/Paris"));
    EXPECT_EQ(week({2026, 3, 16}).openings.size(), 2U);
}

TEST_P(PlannedSupply, of_one_week_is_copied_to_another_once) {
    auto form = wednesdays();
    form.recurrence = {{2026, 3, 10}, "FREQ=DAILY;COUNT=3", {}};
    (void)saved(form);
    auto const copy = CopyId::make(world.clock.now());
    WeekCopyForm const wanted{world.caf_group, {2026, 3, 9}, {2026, 4, 6}};
    auto const first = service.copy_week(manager, copy, wanted).value();
    EXPECT_EQ(first.made.size(), 3U);
    EXPECT_EQ(service.copy_week(manager, copy, wanted).value().made.size(), 3U);
    EXPECT_EQ(days_of(week({2026, 4, 6})),
              (std::vector<std::string>{"2026-04-07", "2026-04-07", "2026-04-08", "2026-04-08", "2026-04-09",
                                        "2026-04-09"}));
}

TEST_P(PlannedSupply, is_not_copied_onto_itself_nor_onto_a_holiday) {
    (void)saved(wednesdays());
    auto const again = service
                           .copy_week(manager, CopyId::make(world.clock.now()),
                                      {world.caf_group, {2026, 3, 9}, {2026, 3, 16}})
                           .value();
    EXPECT_TRUE(again.made.empty());
    EXPECT_EQ(again.left_out, (std::vector<LocalDate>{{2026, 3, 18}}));
    auto friday = wednesdays();
    friday.recurrence = {{2026, 3, 13}, "", {}};
    (void)saved(friday);
    auto const victory_day = // 8 May 2026 is a Friday
        service
            .copy_week(manager, CopyId::make(world.clock.now()),
                       {world.caf_group, {2026, 3, 9}, {2026, 5, 4}})
            .value();
    EXPECT_TRUE(std::ranges::count(victory_day.left_out, LocalDate{2026, 5, 8}) == 1);
    EXPECT_EQ(service
                  .copy_week(manager, CopyId::make(world.clock.now()),
                             {world.caf_group, {2026, 3, 10}, {2026, 5, 4}})
                  .error()
                  .reason,
              "week_wrong");
}

TEST_P(PlannedSupply, stops_while_its_group_or_its_body_is_closed) {
    (void)saved(wednesdays());
    auto const id = ClosureId::make(world.clock.now());
    BodyClosureForm form{world.caf, world.caf_group, at({2026, 3, 11}, 0), at({2026, 3, 12}, 0), "Formation"};
    EXPECT_TRUE(service.save_closure(manager, id, form).ok());
    auto const plan = week({2026, 3, 9});
    EXPECT_TRUE(plan.openings.empty());
    EXPECT_EQ(plan.closures.size(), 1U);
    EXPECT_EQ(service.closures(manager, world.network).value().closures.size(), 1U);
    form.group_id.reset();
    form.to = at({2026, 3, 11}, 9);
    EXPECT_TRUE(service.save_closure(manager, id, form).ok());
    EXPECT_EQ(week({2026, 3, 9}).openings.front().from, at({2026, 3, 11}, 9));
    EXPECT_TRUE(service.remove_closure(manager, id).ok());
    EXPECT_TRUE(service.remove_closure(manager, id).ok());
    EXPECT_EQ(week({2026, 3, 9}).openings.front().from, at({2026, 3, 11}, 8) + std::chrono::minutes(30));
    form.group_id = world.carsat_group;
    EXPECT_EQ(service.save_closure(manager, id, form).error().reason, "group_unknown");
}

TEST_P(PlannedSupply, is_changed_by_its_own_body_and_by_the_network_and_read_by_all_staff) {
    auto const id = saved(wednesdays()).supply.supply_id;
    auto const other_body = world.account("autre", Role::partner_manager, world.carsat);
    auto const mediator = world.account("sylvie", Role::mediator, std::nullopt, world.bretenoux.site_id);
    for (auto const& reader : {other_body, mediator, world.account("camille", Role::adviser, world.caf)}) {
        auto const plan = service.plan(reader, {world.network, {2026, 3, 9}, {2026, 3, 15}}).value();
        ASSERT_EQ(plan.supplies.size(), 1U);
        EXPECT_TRUE(plan.supplies[0].allowed_actions.empty());
        EXPECT_EQ(service.save(reader, new_id(), wednesdays()).error().reason, "role_missing");
        EXPECT_EQ(service.end(reader, id, {{2026, 3, 12}, 1}).error().reason, "role_missing");
        EXPECT_EQ(service.except_day(reader, id, {{2026, 3, 11}, 1}).error().reason, "role_missing");
        EXPECT_EQ(service
                      .copy_week(reader, CopyId::make(world.clock.now()),
                                 {world.caf_group, {2026, 3, 9}, {2026, 4, 6}})
                      .error()
                      .reason,
                  "role_missing");
    }
    identity::Caller stranger = manager;
    stranger.memberships.clear();
    EXPECT_EQ(service.plan(stranger, {world.network, {2026, 3, 9}, {2026, 3, 15}}).error().reason,
              "network_unknown");
    EXPECT_EQ(service.save(stranger, new_id(), wednesdays()).error().reason, "group_unknown");
    EXPECT_EQ(service.end(stranger, id, {{2026, 3, 12}, 1}).error().reason, "supply_unknown");
    auto form = wednesdays();
    form.revision = 1;
    form.advisers = 1;
    EXPECT_TRUE(service.save(world.account("coord", Role::coordinator), id, form).ok());
}

TEST_P(PlannedSupply, is_read_for_two_months_at_most_and_tells_public_holidays) {
    auto const plan = service.plan(manager, {world.network, {2026, 4, 1}, {2026, 5, 31}}).value();
    ASSERT_EQ(plan.holidays.size(), 1U);
    EXPECT_EQ(plan.holidays[0].holidays.size(), 5U); // Easter Monday, two of May, Ascension, Whit Monday
    EXPECT_EQ(service.plan(manager, {world.network, {2026, 4, 1}, {2026, 6, 2}}).error().reason,
              "plan_span_wrong");
    EXPECT_EQ(service.plan(manager, {world.network, {2026, 4, 2}, {2026, 4, 1}}).error().reason,
              "plan_span_wrong");
}

TEST_P(PlannedSupply, tells_who_plans_for_it_how_much_of_each_day_was_booked_and_nobody_else) {
    auto const id = saved(wednesdays()).supply.supply_id;
    auto const book = [&](char const* number, Instant at, int seat) {
        (void)world.database().write([&](db::Session& session) -> Result<void> {
            std::string const appointment = std::string("01K000000000000000000000") + number;
            long long const starts_at = at.ms;
            session.sql()
                << "INSERT INTO appointment (appointment_id, network_id, partner_id, group_id, supply_id, "
                   "seat, door, starts_at, minutes, preparation_minutes, state, revision, companions, "
                   "note_is_confidential, created_at, recorded_at) VALUES (:id, :network, :partner, "
                   ":group_id, :supply, :seat, 'telephone', :at, 20, 0, 'confirmed', 1, 0, 0, 0, 0)",
                soci::use(appointment), soci::use(world.network.text()), soci::use(world.caf.text()),
                soci::use(world.caf_group.text()), soci::use(id.text()), soci::use(seat),
                soci::use(starts_at);
            return {};
        });
    };
    book("01", at({2026, 3, 11}, 9), 0);
    book("02", at({2026, 3, 11}, 9), 1);
    book("03", at({2026, 3, 18}, 9), 0);
    auto const booked = week({2026, 3, 9}).booked;
    ASSERT_EQ(booked.size(), 1U);
    EXPECT_EQ(booked.front().supply_id, id);
    EXPECT_EQ(to_iso(booked.front().day), "2026-03-11");
    EXPECT_EQ(booked.front().appointments, 2);
    EXPECT_EQ(booked.front().minutes, 40);
    auto const mediator = world.account("sylvie", Role::mediator, std::nullopt, world.bretenoux.site_id);
    EXPECT_TRUE(service.plan(mediator, {world.network, {2026, 3, 9}, {2026, 3, 15}}).value().booked.empty());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, PlannedSupply, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::scheduling
