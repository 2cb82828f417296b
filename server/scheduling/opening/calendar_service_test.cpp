// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/calendar_service.hpp"
#include "server/scheduling/opening/network_calendar_store.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using identity::Role;

class SiteCalendars : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    CalendarService service{world.database(), world.clock};
    identity::Caller const coordinator = world.account("coord", Role::coordinator);
    SiteId const site = world.bretenoux.site_id; // open day and night, all week
    LocalDate const day{2026, 3, 11};

    Instant at(int hour) const { return to_instant(day, hour * 60, "Europe/Paris"); }
    CalendarView view() { return service.read(coordinator, site, day, day).value(); }
    ClosureId new_closure() const { return ClosureId::make(world.clock.now()); }
};

using Spans = std::vector<OpenSpan>;

TEST_P(SiteCalendars, have_seasons_exceptions_and_closures_on_top_of_the_weekly_hours) {
    EXPECT_EQ(view().open, (Spans{{at(0), at(24)}}));
    auto const season = SeasonId::make(world.clock.now());
    Season const march{"Mars", {2026, 3, 1}, {2026, 3, 31}, {{3, 540, 720}}};
    EXPECT_TRUE(service.save_season(coordinator, site, season, march).ok());
    EXPECT_TRUE(service.save_season(coordinator, site, season, march).ok());
    EXPECT_EQ(view().open, (Spans{{at(9), at(12)}}));
    EXPECT_EQ(view().seasons.size(), 1U);
    EXPECT_TRUE(service.save_exception(coordinator, site, day, {"Marché", {{480, 600}}}).ok());
    EXPECT_EQ(view().open, (Spans{{at(8), at(10)}}));
    auto const closure = new_closure();
    EXPECT_TRUE(
        service
            .save_closure(coordinator, closure, {site, std::nullopt, std::nullopt, at(9), at(11), "Travaux"})
            .ok());
    EXPECT_EQ(view().open, (Spans{{at(8), at(9)}}));
    EXPECT_TRUE(service.remove_closure(coordinator, closure).ok());
    EXPECT_TRUE(service.remove_exception(coordinator, site, day).ok());
    EXPECT_TRUE(service.remove_season(coordinator, site, season).ok());
    EXPECT_TRUE(service.remove_season(coordinator, site, season).ok());
    EXPECT_EQ(view().open, (Spans{{at(0), at(24)}}));
}

TEST_P(SiteCalendars, close_a_kiosk_or_its_room_while_the_site_stays_open) {
    auto const room = view().kiosks.at(0).room_id;
    EXPECT_TRUE(service
                    .save_closure(coordinator, new_closure(),
                                  {site, std::nullopt, world.bretenoux.kiosk_id, at(0), at(10), "En panne"})
                    .ok());
    EXPECT_TRUE(
        service
            .save_closure(coordinator, new_closure(), {site, room, std::nullopt, at(12), at(24), "Peinture"})
            .ok());
    EXPECT_EQ(view().kiosks.at(0).open, (Spans{{at(10), at(12)}}));
    EXPECT_EQ(view().kiosks.at(0).preparation_minutes, 5);
    EXPECT_EQ(view().open, (Spans{{at(0), at(24)}}));
    EXPECT_EQ(service
                  .save_closure(coordinator, new_closure(),
                                {site, std::nullopt, world.salviac.kiosk_id, at(0), at(10), "En panne"})
                  .error()
                  .pointer,
              "/kiosk_id");
}

TEST_P(SiteCalendars, refuse_seasons_that_share_a_day) {
    auto const id = SeasonId::make(world.clock.now());
    EXPECT_TRUE(service.save_season(coordinator, site, id, {"Été", {2026, 7, 1}, {2026, 8, 31}, {}}).ok());
    EXPECT_EQ(service
                  .save_season(coordinator, site, SeasonId::make(world.clock.now()),
                               {"Rentrée", {2026, 8, 31}, {2026, 9, 30}, {}})
                  .error()
                  .reason,
              "season_overlaps");
    EXPECT_EQ(
        service.save_season(coordinator, world.salviac.site_id, id, {"Été", {2026, 7, 1}, {2026, 7, 2}, {}})
            .error()
            .reason,
        "season_of_other_site");
}

TEST_P(SiteCalendars, are_changed_by_the_network_alone_and_read_by_its_staff) {
    auto const mediator = world.account("sylvie", Role::mediator, std::nullopt, site);
    EXPECT_TRUE(service.read(mediator, site, day, day).value().allowed_actions.empty());
    EXPECT_EQ(view().allowed_actions, std::vector<std::string>{"change_calendar"});
    EXPECT_EQ(service.save_exception(mediator, site, day, {"Fermé", {}}).error().reason, "role_missing");
    EXPECT_EQ(service
                  .save_closure(mediator, new_closure(),
                                {site, std::nullopt, std::nullopt, at(9), at(11), "Travaux"})
                  .error()
                  .reason,
              "role_missing");
    auto stranger = mediator;
    stranger.memberships.clear();
    EXPECT_EQ(service.read(stranger, site, day, day).error().reason, "site_unknown");
    EXPECT_EQ(view().open, (Spans{{at(0), at(24)}}));
}

TEST_P(SiteCalendars, know_where_sites_are) {
    auto const positions =
        world.database()
            .write([&](db::Session& session) -> Result<std::vector<SitePosition>> {
                locate_site(session, {site, 44'913'000, 1'838'000}, HolidayRegion::metropole);
                return site_positions(session, world.network);
            })
            .value();
    ASSERT_EQ(positions.size(), 1U); // the other site's is not known
    EXPECT_EQ(positions[0].latitude_microdegrees, 44'913'000);
}

TEST_P(SiteCalendars, of_a_whole_network_are_read_at_once_and_say_the_same_as_that_of_each_site) {
    auto const next = add_days(day, 1);
    EXPECT_TRUE(
        service
            .save_season(
                coordinator, site, SeasonId::make(world.clock.now()),
                {"Été", add_days(day, -3), next, {{weekday(day), 480, 720}, {weekday(next), 540, 600}}})
            .ok());
    EXPECT_TRUE(
        service.save_exception(coordinator, world.salviac.site_id, day, {"Foire", {{600, 660}, {840, 900}}})
            .ok());
    EXPECT_TRUE(service
                    .save_closure(coordinator, new_closure(),
                                  {site, std::nullopt, std::nullopt, at(9), at(10), "Travaux"})
                    .ok());
    auto const calendars =
        world.database()
            .read([&](db::Session& session) -> Result<std::map<SiteId, NetworkCalendar>> {
                return network_calendars(session, world.network, "Europe/Paris", day, next);
            })
            .value();
    ASSERT_TRUE(calendars.contains(world.salviac.site_id));
    auto calendar = calendars.at(site).calendar;
    calendar.time_zone = "Europe/Paris";
    auto const days = coming_days(calendar, calendars.at(site).closures, day, 2);
    ASSERT_EQ(days.size(), 2U);
    ASSERT_EQ(days[0].hours.size(), 2U);
    EXPECT_EQ(days[0].hours[0].to_minute, 540);
    EXPECT_EQ(days[0].hours[1].from_minute, 600);
    EXPECT_EQ(days[0].reason->fr, "Travaux");
    ASSERT_EQ(days[1].hours.size(), 1U);
    auto const& fair = calendars.at(world.salviac.site_id).calendar.exceptions;
    ASSERT_EQ(fair.size(), 1U);
    EXPECT_EQ(fair[0].reason, "Foire");
    EXPECT_EQ(fair[0].hours.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SiteCalendars, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::scheduling
