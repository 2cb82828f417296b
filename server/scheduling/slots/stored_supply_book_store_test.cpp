// SPDX-License-Identifier: EUPL-1.2
// Booking over supply as it is stored: from motive and recurrence to a slot that is taken.
#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/opening/calendar_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"
#include "server/scheduling/slots/kept_supply_book_store.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"
#include "server/scheduling/supply/supply_store.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>

namespace parvis::scheduling {
namespace {

/// The CAF, every Thursday 8:30 to 10:30 at Bretenoux and then to 12:30 at Salviac. "Now" is a Wednesday.
class StoredBook : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    StoredBook() {
        add_motive(benefits, world.caf, "family");
        add_motive(housing, world.caf, "family");
        add_motive(pension, world.carsat, "retirement");
        Supply supply{thursdays,
                      world.network,
                      world.caf,
                      world.caf_group,
                      Modality::half_day_session,
                      {{2026, 3, 5}, "FREQ=WEEKLY", {}},
                      {{{world.bretenoux.site_id}, 510, 630}, {{world.salviac.site_id}, 630, 750}},
                      30,
                      1,
                      0,
                      {}};
        write([&](db::Session& session) { insert_supply(session, supply, {}); });
    }

    template <class Change>
    void write(Change const& change) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                change(session);
                return {};
            })
            .value();
    }
    void add_motive(MotiveId const& id, PartnerId const& partner, std::string const& subject) {
        Motive const motive{{partner,
                             subject,
                             {"Mes droits", "My rights"},
                             "",
                             25,
                             {},
                             60,
                             30,
                             120,
                             {Modality::appointment, Modality::half_day_session, Modality::time_window},
                             {}},
                            id,
                            world.network};
        write([&](db::Session& session) { save_motive(session, motive); });
    }
    std::vector<Slot> found(std::vector<MotiveId> const& motives, parvis::testing::Site const& site) {
        return search.find({motives, Door::kiosk, site.site_id, {}, 100}).value();
    }

    parvis::testing::World world{GetParam()};
    MotiveId benefits = MotiveId::make(world.clock.now());
    MotiveId housing = MotiveId::make(world.clock.now());
    MotiveId pension = MotiveId::make(world.clock.now());
    SupplyId thursdays = SupplyId::make(world.clock.now());
    StoredSupplyBook stored;
    KeptSupplyBook book{stored};
    SlotSearchService search{world.database(), world.clock, book};
    AppointmentService appointments{world.database(), world.clock, book};
};
INSTANTIATE_TEST_SUITE_P(Each, StoredBook, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(StoredBook, gives_the_slots_of_each_thursday_at_each_site_of_the_session) {
    auto const bretenoux = found({benefits}, world.bretenoux);
    ASSERT_EQ(bretenoux.size(), 20U) << "four slots on five Thursdays, across the change to summer time";
    EXPECT_EQ(bretenoux[0].from, to_instant({2026, 3, 5}, 510, "Europe/Paris"));
    EXPECT_EQ(bretenoux[4].from, to_instant({2026, 3, 12}, 510, "Europe/Paris"));
    EXPECT_EQ(found({benefits}, world.salviac)[0].from, to_instant({2026, 3, 5}, 630, "Europe/Paris"));
    EXPECT_TRUE(found({pension}, world.bretenoux).empty());
}

TEST_P(StoredBook, offers_whoever_comes_in_person_by_that_door_alone_and_beside_the_three_ways) {
    auto const citizen = Requester::citizen();
    ProposalWish const ask{UnmetId::make(world.clock.now()), {benefits}, world.salviac.site_id, {}};
    EXPECT_FALSE(search.propose(citizen, ask).value().in_person);
    Supply const fridays{SupplyId::make(world.clock.now()),
                         world.network,
                         world.caf,
                         world.caf_group,
                         Modality::appointment,
                         {{2026, 3, 6}, "", {}},
                         {{{world.salviac.site_id}, 540, 600}},
                         30,
                         1,
                         0,
                         {},
                         true};
    write([&](db::Session& session) { insert_supply(session, fridays, {}); });
    auto const in_person = search.find({{benefits}, Door::on_site, world.salviac.site_id, {}, 100}).value();
    ASSERT_EQ(in_person.size(), 2U);
    EXPECT_EQ(in_person[0].supply_id, fridays.supply_id);
    for (auto const& slot : found({benefits}, world.salviac)) {
        EXPECT_EQ(slot.supply_id, thursdays) << "by screen one does not meet who sits at the place";
    }
    auto const told = search.propose(citizen, ask).value().in_person;
    ASSERT_TRUE(told);
    EXPECT_EQ(told->kind, ProposalKind::here);
    EXPECT_EQ(told->doors, std::vector{Door::on_site});
    EXPECT_EQ(told->slot.from, to_instant({2026, 3, 6}, 540, "Europe/Paris"));
    auto const book_by = [&](Door door) {
        BookingWish const wish{{AppointmentId::make(world.clock.now()), fridays.supply_id, told->slot.from,
                                door, world.salviac.site_id},
                               {benefits}};
        return appointments.book(citizen, wish, {});
    };
    EXPECT_EQ(book_by(Door::kiosk).error().reason, "slot_not_offered");
    EXPECT_FALSE(book_by(Door::on_site).value().place->kiosk_id) << "no kiosk is taken";
}

TEST_P(StoredBook, says_that_all_is_taken_where_a_body_only_comes_in_person_and_its_hours_are_full) {
    auto const comes = SupplyId::make(world.clock.now());
    Supply const once{comes,
                      world.network,
                      world.carsat,
                      world.carsat_group,
                      Modality::appointment,
                      {{2026, 3, 6}, "", {}},
                      {{{world.salviac.site_id}, 540, 570}},
                      30,
                      1,
                      0,
                      {},
                      true};
    write([&](db::Session& session) { insert_supply(session, once, {}); });
    auto const reason = [&] {
        ProposalWish const ask{UnmetId::make(world.clock.now()), {pension}, world.salviac.site_id, {}};
        return search.propose(Requester::citizen(), ask).value().unmet;
    };
    EXPECT_FALSE(reason()) << "there is somebody to meet";
    auto const slot = search.find({{pension}, Door::on_site, world.salviac.site_id, {}, 1}).value().at(0);
    BookingWish const wish{
        {AppointmentId::make(world.clock.now()), comes, slot.from, Door::on_site, world.salviac.site_id},
        {pension}};
    ASSERT_TRUE(appointments.book(Requester::citizen(), wish, {}));
    EXPECT_EQ(reason(), UnmetReason::all_taken);
}

TEST_P(StoredBook, lets_several_subjects_of_one_body_be_one_appointment_and_not_those_of_two) {
    EXPECT_EQ(found({benefits, housing}, world.bretenoux).size(), 15U) << "fifty minutes";
    auto const mixed = search.find({{benefits, pension}, Door::telephone, {}, {}, 5});
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().reason, "motives_of_several_bodies");
    EXPECT_EQ(mixed.error().pointer, "/motives/1");
    write([&](db::Session& session) { end_motive(session, housing, world.clock.now()); });
    EXPECT_EQ(search.find({{housing}, Door::telephone, {}, {}, 5}).error().reason, "motive_unknown");
}

TEST_P(StoredBook, books_what_it_found_and_then_no_longer_offers_it) {
    auto const slot = found({benefits}, world.bretenoux)[0];
    BookingWish const wish{
        {AppointmentId::make(world.clock.now()), slot.supply_id, slot.from, Door::kiosk, slot.site_id},
        {benefits}};
    auto const booked = appointments.book(Requester::citizen(), wish, {}).value();
    EXPECT_EQ(booked.place->kiosk_id, world.bretenoux.kiosk_id);
    EXPECT_EQ(booked.place->preparation_minutes, 5);
    EXPECT_EQ(booked.group_id, world.caf_group);
    EXPECT_EQ(found({benefits}, world.bretenoux).size(), 19U) << "25 minutes and 5 to prepare fill one slot";
    EXPECT_EQ(testing_support::fault_of_guard(world.database()), "");
}

TEST_P(StoredBook, notices_every_change_at_once_although_it_keeps_what_it_read) {
    auto const first = to_instant({2026, 3, 5}, 0, "Europe/Paris");
    auto const until = first + std::chrono::hours(24);
    EXPECT_EQ(found({benefits}, world.bretenoux).size(), 20U);
    write([&](db::Session& session) {
        save_body_closure(session,
                          {ClosureId::make(first), world.network, world.caf, {}, first, until, "Formation"});
    });
    EXPECT_EQ(found({benefits}, world.bretenoux).size(), 16U) << "the body does not answer on that day";
    auto const closure = ClosureId::make(first);
    write([&](db::Session& session) {
        save_place_closure(session, world.network,
                           {closure,
                            world.bretenoux.site_id,
                            {},
                            world.bretenoux.kiosk_id,
                            first,
                            first + std::chrono::hours(24 * 8),
                            "En panne"});
    });
    EXPECT_EQ(found({benefits}, world.bretenoux).size(), 12U) << "the kiosk is broken for a week";
    BookingWish const wish{{AppointmentId::make(first), thursdays,
                            to_instant({2026, 3, 12}, 510, "Europe/Paris"), Door::kiosk,
                            world.bretenoux.site_id},
                           {benefits}};
    EXPECT_EQ(appointments.book(Requester::citizen(), wish, {}).error().reason, "site_closed");
    write([&](db::Session& session) { remove_place_closure(session, closure); });
    EXPECT_TRUE(appointments.book(Requester::citizen(), wish, {}));
}

/// Reads slowly: until both who ask have begun to.
class SlowBook final : public SupplyBook {
  public:
    explicit SlowBook(SupplyBook const& source) : source_(source) {}
    Result<Terms> terms(db::Session& session, std::vector<MotiveId> const& motives) const override {
        return source_.terms(session, motives);
    }
    std::shared_ptr<Offered const> offered(db::Session& session, OfferQuery const& query) const override {
        ++readings;
        both_ask.wait();
        return source_.offered(session, query);
    }
    std::vector<OpenSpan> windows(db::Session& session, std::vector<MotiveId> const& motives,
                                  SiteId const& site, Instant from, Instant to) const override {
        return source_.windows(session, motives, site, from, to);
    }
    std::vector<NearSite> sites_near(db::Session& session, SiteId const& site, int metres) const override {
        return source_.sites_near(session, site, metres);
    }

    mutable std::atomic<int> readings = 0;
    mutable std::latch both_ask{2};

  private:
    SupplyBook const& source_;
};

TEST_P(StoredBook, is_read_once_when_two_want_the_same_at_the_same_time) {
    SlowBook const slow(stored);
    KeptSupplyBook const shared(slow);
    auto const ask = [&] {
        return world.database()
            .read([&](db::Session& session) -> Result<std::size_t> {
                slow.both_ask.count_down();
                auto const from = to_instant({2026, 3, 5}, 510, "Europe/Paris");
                return shared
                    .offered(session, {{benefits},
                                       {world.bretenoux.site_id},
                                       Door::kiosk,
                                       from,
                                       from + std::chrono::hours(1)})
                    ->ground.openings.size();
            })
            .value();
    };
    auto other = std::async(std::launch::async, ask);
    auto const mine = ask();
    EXPECT_GE(mine, 1U);
    EXPECT_EQ(other.get(), mine);
    EXPECT_EQ(slow.readings, 1);
}

TEST_P(StoredBook, tells_windows_without_appointment_while_the_site_is_open) {
    auto const from = to_instant({2026, 3, 5}, 0, "Europe/Paris");
    auto const windows = [&] {
        return world.database()
            .read([&](db::Session& session) -> Result<std::vector<OpenSpan>> {
                return book.windows(session, {benefits}, world.bretenoux.site_id, from,
                                    from + std::chrono::hours(24));
            })
            .value();
    };
    EXPECT_TRUE(windows().empty()) << "half-day sessions are booked";
    Supply const walk_in{SupplyId::make(from),
                         world.network,
                         world.caf,
                         world.caf_group,
                         Modality::time_window,
                         {{2026, 3, 5}, "", {}},
                         {{{world.bretenoux.site_id}, 540, 720}},
                         20,
                         1,
                         100,
                         {}};
    write([&](db::Session& session) { insert_supply(session, walk_in, {}); });
    ASSERT_EQ(windows().size(), 1U);
    EXPECT_EQ(windows()[0].from, to_instant({2026, 3, 5}, 540, "Europe/Paris"));
    write([&](db::Session& session) {
        save_place_closure(session, world.network,
                           {ClosureId::make(from),
                            world.bretenoux.site_id,
                            {},
                            {},
                            to_instant({2026, 3, 5}, 600, "Europe/Paris"),
                            from + std::chrono::hours(24),
                            "Élections"});
    });
    ASSERT_EQ(windows().size(), 1U);
    EXPECT_EQ(windows()[0].to, to_instant({2026, 3, 5}, 600, "Europe/Paris"));
}

TEST_P(StoredBook, knows_neighbours_within_thirty_kilometres_alone) {
    auto const place = [&](parvis::testing::Site const& site, long long latitude, long long longitude) {
        write([&](db::Session& session) {
            locate_site(session, {site.site_id, latitude, longitude}, HolidayRegion::metropole);
        });
    };
    auto const near = [&] {
        return world.database()
            .read([&](db::Session& session) -> Result<std::vector<NearSite>> {
                return book.sites_near(session, world.bretenoux.site_id, nearby_metres);
            })
            .value();
    };
    EXPECT_TRUE(near().empty()) << "nobody said where they are";
    place(world.bretenoux, 44'914'000, 1'841'000);
    place(world.salviac, 44'680'000, 1'265'000);
    EXPECT_TRUE(near().empty());
    place(world.salviac, 44'900'000, 1'700'000);
    ASSERT_EQ(near().size(), 1U);
    EXPECT_NEAR(near()[0].metres, 11'200, 200);
}

} // namespace
} // namespace parvis::scheduling
