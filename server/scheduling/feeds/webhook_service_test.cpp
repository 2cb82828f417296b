// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/hmac.hpp"
#include "platform/json/parse.hpp"
#include "server/scheduling/appointments/test_book.hpp"
#include "server/scheduling/feeds/webhook_service.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using namespace testing_support;
using identity::Role;
using std::chrono::minutes;

class Webhooks : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    Appointment book_at(int minute) {
        return appointments
            .book(Requester::citizen(),
                  {{AppointmentId::make(world.clock.now()), book.supply,
                    to_instant({2026, 3, 5}, minute, "Europe/Paris"), Door::kiosk, world.bretenoux.site_id},
                   {book.motive}},
                  {"Odette", "06 12 34 56 78", "odette@exemple.fr", 0, "Veuve depuis mars", false})
            .value();
    }
    void cancel(Appointment const& one) {
        (void)appointments
            .cancel(Requester::citizen(one.code), one.appointment_id, CancelReason::citizen_prevented)
            .value();
    }
    MadeWebhook make(std::string const& url, std::optional<PartnerId> partner = {}) {
        return webhooks
            .make(administrator, world.network, WebhookId::make(world.clock.now()), {url, std::move(partner)})
            .value();
    }
    void run() {
        planner.run();
        webhooks.run();
    }
    std::vector<std::string> events_to(std::string const& url) const {
        std::vector<std::string> found;
        for (auto const& request : told) {
            if (request.url == url) {
                found.emplace_back(
                    json::parse(request.body, request.body.size()).value().at("event").as_string().c_str());
            }
        }
        return found;
    }
    static std::string header(outgoing::Post const& request, std::string const& name) {
        for (auto const& line : request.headers) {
            if (line.starts_with(name + ": ")) {
                return line.substr(name.size() + 2);
            }
        }
        return "";
    }
    WebhookView view() { return webhooks.list(administrator, world.network).value().webhooks.front(); }

    parvis::testing::World world{GetParam()};
    TestBook book{world, {2026, 3, 5}, 2, 1};
    AppointmentService appointments{world.database(), world.clock, book};
    std::vector<outgoing::Post> told;
    Result<long> answer = 200;
    ReminderService planner{world.database(), world.clock, {}, {}};
    WebhookService webhooks{world.database(), world.clock, false, [this](outgoing::Post const& request) {
                                told.push_back(request);
                                return answer;
                            }};
    identity::Caller administrator = world.account("administrator", Role::administrator);
    identity::Caller manager = world.account("manager", Role::partner_manager, world.caf);
};
INSTANTIATE_TEST_SUITE_P(Each, Webhooks, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(Webhooks, are_told_once_what_happened_to_appointments_and_nothing_about_people) {
    (void)make("https://agenda.exemple.fr/in");
    auto const booked = book_at(540);
    run();
    cancel(booked);
    run();
    run();
    EXPECT_EQ(events_to("https://agenda.exemple.fr/in"),
              (std::vector<std::string>{"appointment.confirmed", "appointment.cancelled"}));
    auto const& body = told.back().body;
    EXPECT_NE(body.find("\"starts_at\":\"2026-03-05T08:00:00.000Z\""), std::string::npos) << body;
    EXPECT_NE(body.find("\"sequence\":1"), std::string::npos);
    for (auto const& secret : {std::string("Odette"), std::string("odette"), std::string("12 34"),
                               std::string("Veuve"), booked.code}) {
        EXPECT_EQ(body.find(secret), std::string::npos) << secret;
    }
    EXPECT_TRUE(told.back().public_only);
}

TEST_P(Webhooks, can_tell_that_it_was_us) {
    auto const made = make("https://agenda.exemple.fr/in");
    (void)book_at(540);
    run();
    ASSERT_EQ(told.size(), 1u);
    auto const time = std::to_string(world.clock.now().ms / 1000);
    EXPECT_EQ(header(told.front(), "Parvis-Signature"),
              "t=" + time +
                  ",v1=" + crypto::hex(crypto::hmac_sha256(made.secret, time + "." + told.front().body)));
}

TEST_P(Webhooks, of_a_body_hear_of_that_body_alone) {
    (void)make("https://carsat.exemple.fr/in", world.carsat);
    (void)make("https://caf.exemple.fr/in", world.caf);
    (void)book_at(540);
    run();
    EXPECT_TRUE(events_to("https://carsat.exemple.fr/in").empty());
    EXPECT_EQ(events_to("https://caf.exemple.fr/in").size(), 1u);
}

TEST_P(Webhooks, that_do_not_answer_are_asked_with_one_delivery_and_get_all_later_in_order) {
    (void)make("https://agenda.exemple.fr/in");
    auto const booked = book_at(540);
    world.clock.advance(std::chrono::milliseconds(5));
    (void)book_at(600);
    answer = outgoing::unreachable("Couldn't connect to server");
    run();
    EXPECT_EQ(told.size(), 1u);
    EXPECT_EQ(view().waiting, 2);
    EXPECT_EQ(view().problem, "delivery_unreachable");
    answer = 503;
    world.clock.advance(minutes(1));
    run();
    EXPECT_EQ(told.size(), 2u);
    EXPECT_EQ(header(told.at(0), "Parvis-Delivery"), header(told.at(1), "Parvis-Delivery"));
    answer = 204;
    world.clock.advance(minutes(5));
    run();
    ASSERT_EQ(told.size(), 4u);
    EXPECT_NE(told.at(2).body.find(booked.appointment_id.text()), std::string::npos);
    EXPECT_EQ(view().waiting, 0);
    EXPECT_FALSE(view().problem);
}

TEST_P(Webhooks, that_never_answer_are_given_up_and_shown) {
    (void)make("https://agenda.exemple.fr/in");
    (void)book_at(540);
    answer = 500;
    for (int i = 0; i < 100; ++i) {
        run();
        world.clock.advance(minutes(30));
    }
    EXPECT_EQ(told.size(), static_cast<std::size_t>(message_attempts));
    EXPECT_EQ(view().given_up, 1);
    EXPECT_NE(view().explanation.find("500"), std::string::npos) << view().explanation;
}

TEST_P(Webhooks, that_were_revoked_hear_nothing_more) {
    auto const made = make("https://agenda.exemple.fr/in");
    (void)book_at(540);
    planner.run();
    EXPECT_EQ(webhooks.revoke(manager, made.webhook_id).error().reason, "webhook_unknown");
    ASSERT_TRUE(webhooks.revoke(administrator, made.webhook_id));
    webhooks.run();
    (void)book_at(600);
    run();
    EXPECT_TRUE(told.empty());
    EXPECT_TRUE(webhooks.list(administrator, world.network).value().webhooks.empty());
}

TEST_P(Webhooks, are_made_by_those_who_answer_for_them_and_go_to_addresses_of_the_internet) {
    auto const reason = [&](identity::Caller const& caller, MakeWebhook const& wish) {
        return webhooks.make(caller, world.network, WebhookId::make(world.clock.now()), wish).error().reason;
    };
    EXPECT_EQ(reason(manager, {"https://caf.exemple.fr/in", {}}), "role_missing");
    EXPECT_EQ(reason(manager, {"https://caf.exemple.fr/in", world.carsat}), "role_missing");
    EXPECT_TRUE(webhooks.make(manager, world.network, WebhookId::make(world.clock.now()),
                              {"https://caf.exemple.fr/in", world.caf}));
    for (auto const* url : {"", "http://exemple.fr/in", "file:///etc/passwd", "https://a:b@exemple.fr/in",
                            "https://exemple.fr/in\r\nX: y"}) {
        EXPECT_EQ(reason(administrator, {url, {}}), "webhook_url_unfit") << url;
    }
    EXPECT_EQ(reason(administrator, {"https://exemple.fr/in", PartnerId::make(world.clock.now())}),
              "partner_unknown");
}

} // namespace
} // namespace parvis::scheduling
