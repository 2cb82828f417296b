// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_event_store.hpp"
#include "server/scheduling/appointments/appointment_retention_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using namespace testing_support;
using identity::Role;
using std::chrono::hours;
using std::chrono::minutes;

/// Thursday 12 March and the day after, one adviser of the CAF. "Now" is Wednesday 4 March, 10:00.
class Reminders : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    static Instant at(int minute, int day = 12) { return to_instant({2026, 3, day}, minute, "Europe/Paris"); }
    static Visitor odette(std::string email = "odette@exemple.fr") {
        return {"Odette", "", std::move(email), 0, "", false};
    }

    Appointment book_at(int minute, Visitor const& visitor, int day = 12) {
        return appointments
            .book(mediator,
                  {{AppointmentId::make(world.clock.now()), book.supply, at(minute, day), Door::kiosk,
                    world.bretenoux.site_id},
                   {book.motive}},
                  visitor)
            .value();
    }
    Appointment move_to(Appointment const& before, int minute, int day = 12) {
        return appointments
            .move(mediator, before.appointment_id,
                  {AppointmentId::make(world.clock.now()), book.supply, at(minute, day), Door::kiosk,
                   world.bretenoux.site_id})
            .value();
    }
    void cancel(Appointment const& one) {
        (void)appointments.cancel(mediator, one.appointment_id, CancelReason::citizen_prevented).value();
    }

    Result<void> keep(mail::Message const& message) {
        if (mail_answer) {
            mails.push_back(message);
        }
        return mail_answer;
    }
    MessageChannels channels() {
        return {[this](mail::Message const& message) { return keep(message); },
                [this](sms::TextMessage const& message) {
                    texts.push_back(message);
                    return Result<void>();
                }};
    }
    /// Whole hours, the worker running at each.
    void live_until(Instant end) {
        while (world.clock.now() < end) {
            world.clock.advance(minutes(30));
            reminders.run();
        }
    }
    std::vector<std::string> subjects() const {
        std::vector<std::string> found;
        for (auto const& one : mails) {
            found.push_back(one.subject.substr(0, one.subject.find(" :")));
        }
        return found;
    }
    static std::string line_of(mail::Message const& message, std::string const& name) {
        auto const& text = message.calendar.value().text;
        auto const begin = text.find("\r\n" + name + ":") + name.size() + 3;
        return text.substr(begin, text.find("\r\n", begin) - begin);
    }
    MessageReport report() { return reminders.report(*coordinator.staff, world.network).value(); }

    parvis::testing::World world{GetParam()};
    TestBook book{world, {2026, 3, 12}, 2, 1};
    AppointmentService appointments{world.database(), world.clock, book};
    Requester mediator =
        Requester::of(world.account("mediator", Role::mediator, {}, world.bretenoux.site_id));
    Requester coordinator = Requester::of(world.account("coordinator", Role::coordinator));
    std::vector<mail::Message> mails;
    std::vector<sms::TextMessage> texts;
    Result<void> mail_answer;
    ReminderService reminders{
        world.database(), world.clock, channels(), {{"Réseau", "rdv@exemple.fr"}, "https://rdv.exemple.fr"}};
};
INSTANTIATE_TEST_SUITE_P(Each, Reminders, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(Reminders, somebody_who_booked_is_told_at_once_two_days_before_and_in_the_morning_each_once) {
    (void)book_at(600, odette());
    live_until(at(720));
    EXPECT_EQ(subjects(), (std::vector<std::string>{"Votre rendez-vous avec Allocations familiales (CAF)",
                                                    "Rappel", "C’est aujourd’hui"}));
    EXPECT_EQ(mails.front().to, "odette@exemple.fr");
    EXPECT_NE(mails.front().text.find("Bretenoux"), std::string::npos);
    EXPECT_TRUE(texts.empty()) << "she left no number";
    EXPECT_EQ(report().sent, 3);
    EXPECT_EQ(report().waiting, 0);
}

TEST_P(Reminders, a_mobile_number_gets_text_messages_and_a_landline_nothing) {
    auto visitor = odette("");
    visitor.telephone = "06 12 34 56 78";
    visitor.language = Language::en;
    (void)book_at(600, visitor);
    visitor.telephone = "05 65 00 00 00";
    (void)book_at(660, visitor);
    reminders.run();
    ASSERT_EQ(texts.size(), 1u);
    EXPECT_EQ(texts.front().to, "+33612345678");
    EXPECT_EQ(texts.front().text.find("Appointment booked with Family benefits (CAF)"), 0u)
        << texts.front().text;
    EXPECT_TRUE(mails.empty());
}

TEST_P(Reminders, a_move_updates_the_same_event_of_the_calendar_and_a_cancellation_ends_it) {
    auto const first = book_at(600, odette());
    reminders.run();
    auto const second = move_to(first, 660);
    reminders.run();
    auto const third = move_to(second, 600, 13);
    reminders.run();
    cancel(third);
    reminders.run();
    ASSERT_EQ(mails.size(), 4u);
    auto const uid = first.appointment_id.text() + "@parvis";
    for (int version = 0; version < 4; ++version) {
        auto const& mail = mails.at(static_cast<std::size_t>(version));
        EXPECT_EQ(line_of(mail, "UID"), uid);
        EXPECT_EQ(line_of(mail, "SEQUENCE"), std::to_string(version));
        EXPECT_EQ(mail.calendar->method, version == 3 ? "CANCEL" : "REQUEST");
    }
    EXPECT_EQ(line_of(mails.at(1), "DTSTART"), "20260312T100000Z");
    EXPECT_EQ(line_of(mails.at(2), "DTSTART"), "20260313T090000Z");
    live_until(at(720, 13));
    EXPECT_EQ(mails.size(), 4u) << "nobody is reminded of what does not take place";
}

TEST_P(Reminders, what_is_cancelled_before_it_was_told_is_told_as_cancelled_alone) {
    cancel(book_at(600, odette()));
    reminders.run();
    EXPECT_EQ(subjects(), std::vector<std::string>{"Annulé"});
}

TEST_P(Reminders, nobody_who_is_there_already_is_reminded) {
    auto const one = book_at(600, odette());
    live_until(at(390));
    auto const told = mails.size();
    (void)appointments.arrive(mediator, one.appointment_id, world.clock.now()).value();
    live_until(at(720));
    EXPECT_EQ(mails.size(), told);
}

TEST_P(Reminders, a_place_that_is_only_held_is_told_to_nobody) {
    (void)appointments
        .hold(mediator, {{AppointmentId::make(world.clock.now()), book.supply, at(600), Door::kiosk,
                          world.bretenoux.site_id},
                         {book.motive}})
        .value();
    world.clock.advance(minutes(6));
    (void)appointments.release_expired().value();
    reminders.run();
    EXPECT_TRUE(mails.empty());
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment_event"), 0);
}

TEST_P(Reminders, a_bad_moment_is_tried_again_and_a_wrong_address_is_not) {
    (void)book_at(600, odette());
    mail_answer = outgoing::delayed(451);
    reminders.run();
    auto const waiting = report();
    ASSERT_EQ(waiting.failing.size(), 1u);
    EXPECT_EQ(waiting.failing.front().state, MessageState::waiting);
    EXPECT_EQ(waiting.failing.front().next_at, world.clock.now() + minutes(1));
    EXPECT_NE(waiting.failing.front().explanation.find("451"), std::string::npos);
    mail_answer = outgoing::refused(550);
    world.clock.advance(minutes(1));
    reminders.run();
    ASSERT_EQ(report().failing.size(), 1u);
    auto const failing = report().failing.front();
    EXPECT_EQ(failing.state, MessageState::given_up);
    EXPECT_EQ(failing.problem, "delivery_refused");
    EXPECT_EQ(failing.attempts, 2);
    EXPECT_FALSE(failing.next_at);
}

TEST_P(Reminders, of_a_mail_server_that_is_gone_one_message_asks_and_the_others_wait) {
    (void)book_at(600, odette());
    (void)book_at(660, odette());
    int asked = 0;
    ReminderService cut_off(world.database(), world.clock,
                            {[&](mail::Message const&) {
                                 ++asked;
                                 return Result<void>(outgoing::unreachable("Couldn't connect to server"));
                             },
                             {}},
                            {});
    cut_off.run();
    EXPECT_EQ(asked, 1);
    live_until(world.clock.now() + minutes(30));
    EXPECT_EQ(mails.size(), 2u) << "it came back";
}

TEST_P(Reminders, what_was_given_up_for_a_fault_of_ours_goes_out_after_the_repair) {
    (void)book_at(600, odette());
    mail_answer = outgoing::unreachable("Login denied");
    live_until(world.clock.now() + hours(24));
    ASSERT_EQ(report().given_up, 1);
    EXPECT_EQ(report().failing.front().attempts, message_attempts);
    mail_answer = {};
    auto const after = reminders.try_again(*coordinator.staff, world.network).value();
    EXPECT_EQ(after.given_up, 0);
    reminders.run();
    EXPECT_EQ(mails.size(), 1u);
}

TEST_P(Reminders, a_message_whose_sender_died_is_sent_again_under_the_same_name_but_not_for_ever) {
    auto const one = book_at(600, odette());
    std::vector<std::string> names;
    struct Killed {};
    ReminderService dying(world.database(), world.clock,
                          {[&](mail::Message const& message) -> Result<void> {
                               names.push_back(message.message_id);
                               throw Killed();
                           },
                           {}},
                          {{"", "rdv@exemple.fr"}, ""});
    EXPECT_THROW(dying.run(), Killed);
    reminders.run();
    EXPECT_TRUE(mails.empty()) << "it may still be on its way";
    for (int i = 1; i < message_attempts; ++i) {
        world.clock.advance(sending_patience);
        EXPECT_THROW(dying.run(), Killed);
    }
    world.clock.advance(sending_patience);
    dying.run();
    EXPECT_EQ(names, std::vector<std::string>(message_attempts,
                                              one.appointment_id.text() + ".confirmed@exemple.fr"));
    EXPECT_EQ(report().failing.front().problem, "delivery_unknown");
}

TEST_P(Reminders, a_server_that_slept_tells_what_is_still_of_use_and_owns_up_to_the_rest) {
    (void)book_at(600, odette());
    reminders.run();
    world.clock.set(at(480));
    reminders.run();
    EXPECT_EQ(subjects(), (std::vector<std::string>{"Votre rendez-vous avec Allocations familiales (CAF)",
                                                    "C’est aujourd’hui"}));
    ASSERT_EQ(report().failing.size(), 1u);
    EXPECT_EQ(report().failing.front().problem, "message_too_late");
}

TEST_P(Reminders, where_nothing_is_offered_nothing_waits_and_nothing_fails) {
    (void)book_at(600, odette());
    ReminderService none(world.database(), world.clock, {}, {});
    none.run();
    auto const seen = none.report(*coordinator.staff, world.network).value();
    EXPECT_FALSE(seen.email_offered);
    EXPECT_EQ(seen.waiting, 0);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment_event WHERE spread_at IS NULL"), 0)
        << "switching it on later tells nobody of last year";
}

TEST_P(Reminders, two_servers_tell_each_person_once) {
    (void)book_at(600, odette());
    (void)book_at(660, odette());
    ReminderService other(world.database(), world.clock, channels(), {{"", "rdv@exemple.fr"}, ""});
    reminders.run();
    other.run();
    EXPECT_EQ(mails.size(), 2u);
}

TEST_P(Reminders, no_address_is_kept_beside_the_appointment_and_all_goes_with_it) {
    (void)book_at(600, odette());
    live_until(at(720));
    (void)apply_appointment_retention(world.database(), at(600) + hours(29 * 24)).value();
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM citizen_message"), 3);
    (void)apply_appointment_retention(world.database(), at(600) + hours(31 * 24)).value();
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM citizen_message"), 0);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment_event"), 0);
}

TEST_P(Reminders, are_looked_after_by_those_of_the_network_who_can_do_something) {
    auto const reason = [&](identity::Caller const& caller) {
        return reminders.report(caller, world.network).error().reason;
    };
    EXPECT_TRUE(reminders.report(world.account("technician", Role::technician), world.network));
    EXPECT_EQ(reason(*mediator.staff), "role_missing");
    auto stranger = *mediator.staff;
    stranger.memberships.front().network_id = NetworkId::make(world.clock.now());
    EXPECT_EQ(reason(stranger), "network_unknown");
    EXPECT_EQ(reminders.try_again(*mediator.staff, world.network).error().reason, "role_missing");
}

} // namespace
} // namespace parvis::scheduling
