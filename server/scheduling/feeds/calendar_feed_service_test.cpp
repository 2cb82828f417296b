// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/scheduling/appointments/appointment_retention_store.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/feeds/calendar_feed_service.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using namespace testing_support;
using identity::Role;

/// Thursday and Friday, one adviser of the CAF. "Now" is the Wednesday before.
class CalendarFeeds : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    static Instant at(int minute, int day = 5) { return to_instant({2026, 3, day}, minute, "Europe/Paris"); }
    Appointment book_at(int minute, SiteId const& site) {
        return appointments
            .book(Requester::citizen(),
                  {{AppointmentId::make(world.clock.now()), book.supply, at(minute), Door::kiosk, site},
                   {book.motive}},
                  {"Odette", "06 12 34 56 78", "odette@exemple.fr", 0, "Veuve depuis mars", false})
            .value();
    }
    static MakeCalendarFeed wish() {
        MakeCalendarFeed one;
        one.name = "Agenda";
        return one;
    }
    MakeCalendarFeed of_site() const {
        auto one = wish();
        one.site_id = world.bretenoux.site_id;
        return one;
    }
    CalendarFeedId id() { return CalendarFeedId::make(world.clock.now()); }
    static std::string secret_of(MadeCalendarFeed const& made) {
        return made.path.substr(made.path.rfind('/') + 1);
    }
    std::string read(MadeCalendarFeed const& made) { return feeds.read(secret_of(made)).value().text; }
    static int events_in(std::string const& calendar) {
        int count = 0;
        for (auto from = calendar.find("\r\nUID:"); from != std::string::npos;
             from = calendar.find("\r\nUID:", from + 1)) {
            ++count;
        }
        return count;
    }

    parvis::testing::World world{GetParam()};
    TestBook book{world, {2026, 3, 5}, 2, 1};
    AppointmentService appointments{world.database(), world.clock, book};
    CalendarFeedService feeds{world.database(), world.clock};
    identity::Caller mediator = world.account("mediator", Role::mediator, {}, world.bretenoux.site_id);
    identity::Caller manager = world.account("manager", Role::partner_manager, world.caf);
    identity::Caller stranger = world.account("stranger", Role::adviser, world.carsat);
};
INSTANTIATE_TEST_SUITE_P(Each, CalendarFeeds, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(CalendarFeeds, show_the_appointments_of_their_site_body_or_group_and_no_others) {
    (void)book_at(540, world.bretenoux.site_id);
    (void)book_at(600, world.salviac.site_id);
    auto of_body = wish();
    of_body.partner_id = world.caf;
    auto of_group = wish();
    of_group.group_id = world.caf_group;
    EXPECT_EQ(events_in(read(feeds.make(mediator, world.network, id(), of_site()).value())), 1);
    EXPECT_EQ(events_in(read(feeds.make(manager, world.network, id(), of_body).value())), 2);
    EXPECT_EQ(events_in(read(feeds.make(manager, world.network, id(), of_group).value())), 2);
    auto of_another = wish();
    of_another.partner_id = world.carsat;
    EXPECT_EQ(events_in(read(feeds.make(stranger, world.network, id(), of_another).value())), 0);
}

TEST_P(CalendarFeeds, name_nobody_and_follow_what_changes) {
    auto const made = feeds.make(mediator, world.network, id(), of_site()).value();
    auto const booked = book_at(540, world.bretenoux.site_id);
    auto const calendar = read(made);
    EXPECT_NE(calendar.find("METHOD:PUBLISH\r\n"), std::string::npos);
    EXPECT_NE(calendar.find("DTSTART:20260305T080000Z\r\n"), std::string::npos);
    EXPECT_NE(calendar.find("LOCATION:Bretenoux\r\n"), std::string::npos);
    for (auto const* word : {"Odette", "odette", "12 34", "Veuve"}) {
        EXPECT_EQ(calendar.find(word), std::string::npos) << word;
    }
    EXPECT_EQ(calendar.find(booked.code), std::string::npos);
    (void)appointments
        .cancel(Requester::citizen(booked.code), booked.appointment_id, CancelReason::citizen_prevented)
        .value();
    EXPECT_EQ(events_in(read(made)), 0);
}

TEST_P(CalendarFeeds, open_for_their_address_alone_until_they_are_revoked) {
    auto const feed = id();
    auto const first = feeds.make(mediator, world.network, feed, of_site()).value();
    auto const second = feeds.make(mediator, world.network, feed, of_site()).value();
    EXPECT_EQ(feeds.read(secret_of(first)).error().reason, "feed_unknown") << "it got a new address";
    EXPECT_TRUE(feeds.read(secret_of(second)));
    EXPECT_EQ(feeds.read("").error().reason, "feed_unknown");
    EXPECT_EQ(feeds.list(mediator, world.network).value().feeds.size(), 1u);
    EXPECT_TRUE(feeds.list(stranger, world.network).value().feeds.empty());
    EXPECT_EQ(feeds.revoke(stranger, feed).error().reason, "feed_unknown");
    ASSERT_TRUE(feeds.revoke(mediator, feed));
    EXPECT_EQ(feeds.read(secret_of(second)).error().reason, "feed_unknown");
    EXPECT_EQ(feeds.make(mediator, world.network, feed, of_site()).error().reason, "feed_id_taken")
        << "a revoked one does not come back";
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM calendar_feed WHERE secret_hash LIKE '%" +
                                           secret_of(second) + "%'"),
              0)
        << "the secret itself is kept nowhere";
}

TEST_P(CalendarFeeds, are_refused_to_others_and_for_nothing_in_particular) {
    auto const reason = [&](identity::Caller const& caller, MakeCalendarFeed const& one) {
        return feeds.make(caller, world.network, id(), one).error().reason;
    };
    EXPECT_EQ(reason(stranger, of_site()), "role_missing");
    EXPECT_EQ(reason(mediator, wish()), "feed_subject_wrong");
    auto both = of_site();
    both.partner_id = world.caf;
    EXPECT_EQ(reason(mediator, both), "feed_subject_wrong");
    auto nameless = of_site();
    nameless.name = " ";
    EXPECT_EQ(reason(mediator, nameless), "feed_name_missing");
    auto nowhere = wish();
    nowhere.site_id = SiteId::make(world.clock.now());
    EXPECT_EQ(reason(mediator, nowhere), "site_unknown");
    EXPECT_EQ(feeds.make(mediator, NetworkId::make(world.clock.now()), id(), of_site()).error().reason,
              "network_unknown");
}

/// Camille answers for the CAF whenever its supply takes place; Hugo is her colleague.
class AdviserCalendars : public CalendarFeeds {
  protected:
    AdviserCalendars() {
        run("INSERT INTO supply_leg (supply_id, leg, from_minute, to_minute) VALUES ('" + book.supply.text() +
            "', 0, 480, 720)");
        run("INSERT INTO supply_leg_site (supply_id, leg, site_id) VALUES ('" + book.supply.text() +
            "', 0, '" + world.bretenoux.site_id.text() + "')");
        on_duty(camille);
    }
    void run(std::string const& statement) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                session.sql() << statement;
                return {};
            })
            .value();
    }
    void on_duty(identity::Caller const& person) {
        run("INSERT INTO duty (supply_id, account_id) VALUES ('" + book.supply.text() + "', '" +
            person.account_id.text() + "')");
    }
    static MakeCalendarFeed own(identity::Caller const& person) {
        auto one = wish();
        one.account_id = person.account_id;
        return one;
    }
    std::string calendar_of(identity::Caller const& person) {
        auto text = read(feeds.make(person, world.network, id(), own(person)).value());
        for (auto fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ")) {
            text.erase(fold, 3);
        }
        return text;
    }
    static bool has(std::string const& calendar, std::string const& words) {
        return calendar.find(words) != std::string::npos;
    }
    std::string uid(std::string const& day) const {
        return "UID:" + book.supply.text() + "-" + day + "-0@parvis";
    }

    identity::Caller camille = world.account("camille", Role::adviser, world.caf);
    identity::Caller hugo = world.account("hugo", Role::adviser, world.caf);
};
INSTANTIATE_TEST_SUITE_P(Each, AdviserCalendars, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(AdviserCalendars, hold_their_sessions_and_the_appointments_when_they_are_alone) {
    auto const booked = book_at(540, world.bretenoux.site_id);
    auto const calendar = calendar_of(camille);
    EXPECT_TRUE(has(calendar, uid("2026-03-05")));
    EXPECT_TRUE(has(calendar, "SUMMARY:Permanence CAF\r\n"));
    EXPECT_TRUE(has(calendar, "LOCATION:Bretenoux\r\n"));
    EXPECT_TRUE(has(calendar, "1 rendez-vous dans cette permanence."));
    EXPECT_TRUE(has(calendar, "UID:" + booked.appointment_id.text() + "@parvis"));
    for (auto const* word : {"Odette", "odette", "12 34", "Veuve"}) {
        EXPECT_FALSE(has(calendar, word)) << word;
    }
    EXPECT_EQ(events_in(calendar_of(hugo)), 0);
}

TEST_P(AdviserCalendars, only_count_appointments_where_several_are_on_duty) {
    auto const booked = book_at(540, world.bretenoux.site_id);
    on_duty(hugo);
    auto const calendar = calendar_of(camille);
    EXPECT_FALSE(has(calendar, booked.appointment_id.text()));
    EXPECT_TRUE(has(calendar, "1 rendez-vous dans cette permanence. Vous êtes 2 personnes."));
}

TEST_P(AdviserCalendars, leave_out_days_away_and_say_whom_somebody_replaces) {
    run("INSERT INTO absence (absence_id, network_id, partner_id, account_id, first_day, last_day) VALUES "
        "('01JN0000000000000000000000', '" +
        world.network.text() + "', '" + world.caf.text() + "', '" + camille.account_id.text() +
        "', '2026-03-05', '2026-03-06')");
    run("INSERT INTO stand_in (supply_id, day, account_id) VALUES ('" + book.supply.text() +
        "', '2026-03-05', '" + hugo.account_id.text() + "')");
    auto const booked = book_at(540, world.bretenoux.site_id);
    auto const hers = calendar_of(camille);
    EXPECT_FALSE(has(hers, uid("2026-03-05")));
    EXPECT_FALSE(has(hers, uid("2026-03-06")));
    EXPECT_FALSE(has(hers, booked.appointment_id.text())) << "it is his that day";
    EXPECT_TRUE(has(hers, uid("2026-03-07")));
    auto const his = calendar_of(hugo);
    EXPECT_EQ(events_in(his), 2) << "one session with its appointment";
    EXPECT_TRUE(has(his, "SUMMARY:Permanence CAF (remplace camille)\r\n"));
    EXPECT_TRUE(has(his, booked.appointment_id.text()));
}

TEST_P(AdviserCalendars, keep_the_hours_of_the_clock_on_the_wall_when_the_clocks_change) {
    auto calendar = calendar_of(camille);
    EXPECT_TRUE(has(calendar, "DTSTART:20260328T070000Z\r\nDTEND:20260328T110000Z"));
    EXPECT_TRUE(has(calendar, "DTSTART:20260329T060000Z\r\nDTEND:20260329T100000Z"))
        << "the clocks went forward";
    world.clock.set(to_instant({2026, 10, 20}, 600, "Europe/Paris"));
    calendar = calendar_of(camille);
    EXPECT_TRUE(has(calendar, "DTSTART:20261024T060000Z\r\nDTEND:20261024T100000Z"));
    EXPECT_TRUE(has(calendar, "DTSTART:20261025T070000Z\r\nDTEND:20261025T110000Z"))
        << "the clocks went back";
}

TEST_P(AdviserCalendars, keep_their_tag_until_something_changes) {
    auto const made = feeds.make(camille, world.network, id(), own(camille)).value();
    auto const tag = [&] { return feeds.read(secret_of(made)).value().tag; };
    auto const before = tag();
    world.clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(tag(), before);
    (void)book_at(540, world.bretenoux.site_id);
    EXPECT_NE(tag(), before);
}

TEST_P(AdviserCalendars, are_made_seen_and_revoked_by_the_adviser_alone) {
    EXPECT_EQ(feeds.make(hugo, world.network, id(), own(camille)).error().reason, "role_missing");
    EXPECT_EQ(feeds.make(manager, world.network, id(), own(camille)).error().reason, "role_missing");
    EXPECT_EQ(feeds.make(manager, world.network, id(), own(manager)).error().reason, "role_missing");
    auto both = own(camille);
    both.partner_id = world.caf;
    EXPECT_EQ(feeds.make(camille, world.network, id(), both).error().reason, "feed_subject_wrong");
    auto const feed = id();
    auto const made = feeds.make(camille, world.network, feed, own(camille)).value();
    EXPECT_TRUE(feeds.list(hugo, world.network).value().feeds.empty());
    EXPECT_TRUE(feeds.list(manager, world.network).value().feeds.empty());
    EXPECT_EQ(feeds.list(camille, world.network).value().feeds.size(), 1u);
    EXPECT_EQ(feeds.revoke(manager, feed).error().reason, "feed_unknown");
    ASSERT_TRUE(feeds.revoke(camille, feed));
    EXPECT_EQ(feeds.read(secret_of(made)).error().reason, "feed_unknown");
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM calendar_feed WHERE account_id IS NOT NULL"), 0);
}

TEST_P(AdviserCalendars, open_nothing_once_the_adviser_has_left) {
    auto const made = feeds.make(camille, world.network, id(), own(camille)).value();
    EXPECT_TRUE(feeds.read(secret_of(made)));
    run("UPDATE account SET disabled_at = 1 WHERE account_id = '" + camille.account_id.text() + "'");
    EXPECT_EQ(feeds.read(secret_of(made)).error().reason, "feed_unknown");
}

TEST_P(AdviserCalendars, open_nothing_once_the_adviser_answers_for_another_body) {
    auto const made = feeds.make(camille, world.network, id(), own(camille)).value();
    EXPECT_TRUE(feeds.read(secret_of(made)));
    run("UPDATE membership SET partner_id = '" + world.carsat.text() + "' WHERE account_id = '" +
        camille.account_id.text() + "'");
    EXPECT_EQ(feeds.read(secret_of(made)).error().reason, "feed_unknown");
}

TEST_P(AdviserCalendars, forget_whose_they_were_a_day_after_they_are_revoked) {
    auto const named = [&](CalendarFeedId const& feed) {
        return number(world.database(), "SELECT COUNT(*) FROM calendar_feed WHERE feed_id = '" + feed.text() +
                                            "' AND name = 'Agenda'") == 1;
    };
    auto const erase = [&] {
        (void)apply_appointment_retention(world.database(), world.clock.now()).value();
    };
    auto const revoked = id();
    auto const read_on = id();
    (void)feeds.make(camille, world.network, revoked, own(camille)).value();
    (void)feeds.make(hugo, world.network, read_on, own(hugo)).value();
    ASSERT_TRUE(feeds.revoke(camille, revoked));
    world.clock.advance(std::chrono::hours(23));
    erase();
    EXPECT_TRUE(named(revoked));
    world.clock.advance(std::chrono::hours(2));
    erase();
    EXPECT_FALSE(named(revoked));
    EXPECT_TRUE(named(read_on)) << "it is still read";
}

} // namespace
} // namespace parvis::scheduling
