// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_retention_store.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"
#include "server/scheduling/waiting/waiting_service.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace parvis::scheduling {
namespace {

using namespace testing_support;
using identity::Role;
using std::chrono::hours;
using std::chrono::minutes;

/// Thursday 12 March, one adviser of the CAF, every place of the morning taken. "Now" is Wednesday 4 March,
/// 10:00.
class Waiting : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    void SetUp() override {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                Motive family;
                family.motive_id = book.motive;
                family.network_id = world.network;
                family.partner_id = world.caf;
                family.subject = "family";
                family.label = {"Ma famille", "My family"};
                family.duration_minutes = book.each.minutes;
                save_motive(session, family);
                return {};
            })
            .value();
        for (int minute = 480; minute < 720; minute += 30) {
            booked.push_back(appointments
                                 .book(mediator,
                                       {{AppointmentId::make(world.clock.now()), book.supply, at(minute),
                                         Door::telephone, world.bretenoux.site_id},
                                        {book.motive}},
                                       named("Rose"))
                                 .value()
                                 .appointment_id);
        }
        waiting.run();
    }

    static Visitor named(std::string first_name) {
        Visitor visitor;
        visitor.first_name = std::move(first_name);
        visitor.telephone = "06 12 34 56 78";
        return visitor;
    }
    static Instant at(int minute) { return to_instant({2026, 3, 12}, minute, "Europe/Paris"); }
    WaitingForm form(std::string const& name, std::string const& email) const {
        WaitingForm wish;
        wish.site_id = world.bretenoux.site_id;
        wish.motives = {book.motive};
        wish.doors = {Door::kiosk};
        wish.from_day = {2026, 3, 4};
        wish.to_day = {2026, 3, 31};
        wish.visitor.first_name = name;
        wish.visitor.email = email;
        return wish;
    }
    WaitingView join(std::string const& name) {
        world.clock.advance(minutes(1));
        auto const id = WaitingId::make(world.clock.now());
        return waiting.join(mediator, id, form(name, name + "@exemple.fr")).value();
    }
    WaitingView now_of(WaitingView const& one) {
        auto const seen = waiting.list(mediator, world.bretenoux.site_id).value();
        for (auto const& entry : seen.entries) {
            if (entry.entry_id == one.entry_id) {
                return entry;
            }
        }
        throw std::logic_error("the entry is gone");
    }
    void free_place(std::size_t which) {
        (void)appointments.cancel(mediator, booked.at(which), CancelReason::citizen_prevented).value();
    }
    AppointmentState state_of(AppointmentId const& id) {
        return appointments.read(mediator, id).value().state;
    }
    void live() {
        waiting.run();
        reminders.run();
    }
    MessageChannels channels() {
        return {[this](mail::Message const& message) {
                    mails.push_back(message);
                    return Result<void>();
                },
                {}};
    }

    parvis::testing::World world{GetParam()};
    TestBook book{world, {2026, 3, 12}, 1, 1};
    AppointmentService appointments{world.database(), world.clock, book};
    SlotSearchService search{world.database(), world.clock, book};
    WaitingList waiting{world.database(), world.clock, book, appointments, search, {{}, true, false}};
    Requester mediator =
        Requester::of(world.account("mediator", Role::mediator, {}, world.bretenoux.site_id));
    Requester stranger = Requester::of(world.account("stranger", Role::mediator, {}, world.salviac.site_id));
    std::vector<mail::Message> mails;
    ReminderService reminders{
        world.database(), world.clock, channels(), {{"Réseau", "rdv@exemple.fr"}, "https://rdv.exemple.fr"}};
    std::vector<AppointmentId> booked;
};
INSTANTIATE_TEST_SUITE_P(Each, Waiting, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(Waiting, a_freed_place_is_offered_to_the_first_in_order_and_to_nobody_else) {
    auto const first = join("Odette");
    auto const second = join("Lucien");
    live();
    EXPECT_EQ(now_of(first).state, WaitingState::waiting) << "nothing is free";
    free_place(2);
    live();
    auto const asked = now_of(first);
    ASSERT_EQ(asked.state, WaitingState::offered);
    EXPECT_EQ(asked.offer->starts_at, at(540));
    EXPECT_EQ(asked.offer->answer_until, world.clock.now() + hours(2));
    EXPECT_EQ(now_of(second).state, WaitingState::waiting);
    ASSERT_EQ(mails.size(), 1u);
    EXPECT_EQ(mails.front().to, "Odette@exemple.fr");
    EXPECT_NE(mails.front().text.find("https://rdv.exemple.fr/portal/?step=offer#" + asked.code),
              std::string::npos)
        << mails.front().text;
    EXPECT_FALSE(mails.front().calendar);
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

TEST_P(Waiting, the_place_is_held_for_her_and_hers_when_she_says_yes_with_the_same_code) {
    auto const entry = join("Odette");
    free_place(2);
    live();
    auto const offer = now_of(entry).offer.value();
    EXPECT_EQ(appointments
                  .book(mediator,
                        {{AppointmentId::make(world.clock.now()), book.supply, at(540), Door::telephone,
                          world.bretenoux.site_id},
                         {book.motive}},
                        named("Passant"))
                  .error()
                  .reason,
              "slot_taken");
    EXPECT_EQ(waiting.accept_own("1.2.3.4", {entry.code}).value().state, WaitingState::accepted);
    EXPECT_EQ(waiting.accept_own("1.2.3.4", {entry.code}).value().state, WaitingState::accepted) << "again";
    auto const hers = appointments.read_by_code(entry.code).value();
    EXPECT_EQ(hers.appointment_id, offer.appointment_id);
    EXPECT_EQ(hers.state, AppointmentState::confirmed);
    EXPECT_EQ(hers.visitor.first_name, "Odette");
    live();
    EXPECT_EQ(mails.back().subject.find("Votre rendez-vous"), 0u) << "told as every booking is";
}

TEST_P(Waiting, when_nobody_answers_in_time_it_goes_to_the_next_in_order) {
    auto const first = join("Odette");
    auto const second = join("Lucien");
    auto const third = join("Simone");
    free_place(2);
    live();
    auto const offer = now_of(first).offer.value();
    world.clock.advance(hours(2));
    EXPECT_EQ(waiting.accept_own("1.2.3.4", {first.code}).error().reason, "offer_expired");
    live();
    EXPECT_EQ(now_of(first).state, WaitingState::expired);
    EXPECT_EQ(now_of(second).state, WaitingState::offered);
    EXPECT_EQ(now_of(third).state, WaitingState::waiting);
    EXPECT_EQ(state_of(offer.appointment_id), AppointmentState::cancelled);
    EXPECT_EQ(appointments.read(mediator, offer.appointment_id).value().visitor.first_name, "")
        << "what was held for her knows nothing of her any more";
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

TEST_P(Waiting, who_says_no_but_goes_on_waiting_is_not_asked_about_that_time_again) {
    auto const first = join("Odette");
    auto const second = join("Lucien");
    free_place(2);
    live();
    EXPECT_EQ(waiting.refuse_own("1.2.3.4", {first.code, true}).value().state, WaitingState::waiting);
    live();
    EXPECT_EQ(now_of(first).state, WaitingState::waiting);
    EXPECT_EQ(now_of(second).state, WaitingState::offered);
    free_place(5);
    live();
    EXPECT_EQ(now_of(first).offer.value().starts_at, at(630)) << "she has kept her place in the order";
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

TEST_P(Waiting, a_place_that_does_not_suit_the_first_goes_to_the_one_whom_it_suits) {
    world.clock.advance(minutes(1));
    auto late = form("Odette", "odette@exemple.fr");
    late.from_minute = 11 * 60;
    auto const first = waiting.join(mediator, WaitingId::make(world.clock.now()), late).value();
    auto const second = join("Lucien");
    free_place(2);
    live();
    EXPECT_EQ(now_of(first).state, WaitingState::waiting);
    EXPECT_EQ(now_of(second).state, WaitingState::offered);
}

TEST_P(Waiting, nobody_is_asked_at_night_and_the_first_is_asked_in_the_morning) {
    auto const entry = join("Odette");
    world.clock.advance(hours(12));
    free_place(2);
    live();
    EXPECT_EQ(now_of(entry).state, WaitingState::waiting);
    world.clock.advance(hours(10));
    live();
    EXPECT_EQ(now_of(entry).state, WaitingState::offered);
}

TEST_P(Waiting, who_found_no_place_until_their_last_day_counts_as_unmet_once) {
    auto const entry = join("Odette");
    world.clock.advance(hours(24 * 29));
    live();
    EXPECT_EQ(now_of(entry).state, WaitingState::unmet);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM unmet_request WHERE reason = 'all_taken'"), 1);
    world.clock.advance(hours(24));
    live();
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM unmet_request"), 1);
}

TEST_P(Waiting, an_offer_that_the_desk_books_or_cancels_ends_as_what_became_of_it) {
    auto const first = join("Odette");
    auto const second = join("Lucien");
    free_place(2);
    free_place(5);
    live();
    (void)appointments.confirm(mediator, now_of(first).offer->appointment_id, named("Odette")).value();
    (void)appointments.cancel(mediator, now_of(second).offer->appointment_id, CancelReason::mistake).value();
    live();
    EXPECT_EQ(now_of(first).state, WaitingState::accepted);
    EXPECT_EQ(now_of(second).state, WaitingState::expired);
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

TEST_P(Waiting, asking_twice_under_one_id_is_one_entry_and_another_wish_under_it_is_refused) {
    auto const id = WaitingId::make(world.clock.now());
    auto const once = waiting.join_own("1.2.3.4", id, form("Odette", "odette@exemple.fr")).value();
    EXPECT_EQ(waiting.join_own("1.2.3.4", id, form("Odette", "odette@exemple.fr")).value().code, once.code);
    EXPECT_EQ(waiting.join_own("1.2.3.4", id, form("Rose", "rose@exemple.fr")).error().reason,
              "waiting_id_taken");
    auto unreachable = form("Odette", "");
    unreachable.visitor.telephone = "05 65 00 00 00";
    EXPECT_EQ(waiting.join_own("1.2.3.4", WaitingId::make(world.clock.now()), unreachable).error().reason,
              "waiting_contact_unreachable");
    EXPECT_FALSE(waiting.join(mediator, WaitingId::make(world.clock.now()), unreachable).value().reachable)
        << "a desk may call her";
}

TEST_P(Waiting, another_site_sees_and_changes_nothing) {
    auto const entry = join("Odette");
    EXPECT_EQ(waiting.list(stranger, world.bretenoux.site_id).error().reason, "not_your_site");
    EXPECT_EQ(waiting.withdraw(stranger, entry.entry_id).error().reason, "waiting_unknown");
    EXPECT_EQ(waiting.join(stranger, WaitingId::make(world.clock.now()), form("Rose", "r@exemple.fr"))
                  .error()
                  .reason,
              "not_your_booking");
    EXPECT_EQ(now_of(entry).state, WaitingState::waiting);
}

TEST_P(Waiting, thirty_days_after_its_end_an_entry_names_nobody) {
    auto const entry = join("Odette");
    free_place(2);
    live();
    world.clock.advance(hours(2));
    live();
    world.clock.advance(hours(24 * 31));
    (void)apply_appointment_retention(world.database(), world.clock.now()).value();
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM waiting_entry WHERE first_name IS NOT NULL"
                                       " OR email IS NOT NULL OR code IS NOT NULL"),
              0);
    EXPECT_EQ(waiting.read_own("1.2.3.4", {entry.code}).error().reason, "waiting_unknown");
}

TEST_P(Waiting, two_servers_that_look_at_once_offer_each_place_and_ask_each_person_once) {
    std::vector<WaitingView> people;
    for (auto const* name : {"Odette", "Lucien", "Simone", "Jean"}) {
        people.push_back(join(name));
    }
    // Not one after the other: the kiosk needs its preparation between two.
    for (std::size_t const place : {0, 2, 4}) {
        free_place(place);
    }
    WaitingList other{world.database(), world.clock, book, appointments, search, {{}, true, false}};
    std::thread beside([&] { other.run(); });
    waiting.run();
    beside.join();
    world.clock.advance(minutes(1));
    waiting.run();
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM waiting_entry WHERE state = 'offered'"), 3);
    EXPECT_EQ(
        number(world.database(), "SELECT COUNT(DISTINCT starts_at) FROM appointment WHERE state = 'held'"),
        3);
    EXPECT_EQ(now_of(people.back()).state, WaitingState::waiting);
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

} // namespace
} // namespace parvis::scheduling
