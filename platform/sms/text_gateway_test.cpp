// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/http_test_support.hpp"
#include "platform/sms/text_gateway.hpp"

#include <gtest/gtest.h>

namespace parvis::sms {
namespace {

/// A gateway on loopback that answers as told and keeps what it was asked.
class AGateway : public ::testing::Test {
  protected:
    static http::Router routes(AGateway& sink) {
        http::Router router;
        router.post("/send", [&sink](http::Request const& request) {
            sink.authorization = request.headers.find("Authorization").value_or("");
            sink.key = request.headers.find("Idempotency-Key").value_or("");
            sink.body = request.body;
            return Result<http::Response>(http::Response::text(sink.status, "ok"));
        });
        return router;
    }
    Gateway gateway() {
        return {"http://127.0.0.1:" + std::to_string(server.port()) + "/send", "s3cret", "PARVIS", "", {}};
    }
    unsigned status = 202;
    std::string authorization;
    std::string key;
    std::string body;
    http::testing::RunningServer server{routes(*this)};
    TextMessage const message{"+33612345678", "Rappel : rendez-vous à 9 h 30", "M1"};
};

TEST_F(AGateway, is_given_the_number_the_text_and_who_sends_it) {
    ASSERT_TRUE(send(gateway(), message));
    EXPECT_EQ(authorization, "Bearer s3cret");
    EXPECT_EQ(key, "M1");
    auto const json = json::parse(body, body.size()).value().as_object();
    EXPECT_EQ(json.at("to"), "+33612345678");
    EXPECT_EQ(json.at("from"), "PARVIS");
    EXPECT_EQ(json.at("text"), "Rappel : rendez-vous à 9 h 30");
    EXPECT_EQ(json.at("reference"), "M1");
}

TEST_F(AGateway, tells_a_number_that_is_wrong_from_a_bad_moment_and_from_a_wrong_token) {
    auto const reason_of = [&](unsigned answer) {
        status = answer;
        return send(gateway(), message).error().reason;
    };
    EXPECT_EQ(reason_of(422), "delivery_refused");
    EXPECT_EQ(reason_of(400), "delivery_refused");
    EXPECT_EQ(reason_of(429), "delivery_delayed");
    EXPECT_EQ(reason_of(503), "delivery_delayed");
    EXPECT_EQ(reason_of(401), "delivery_unreachable");
    EXPECT_EQ(reason_of(404), "delivery_unreachable");
}

TEST_F(AGateway, that_is_not_there_is_told_as_such) {
    auto gone = gateway();
    gone.url = "http://127.0.0.1:1/send";
    EXPECT_EQ(send(gone, message).error().reason, "delivery_unreachable");
}

} // namespace
} // namespace parvis::sms
