// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/http_test_support.hpp"
#include "platform/sms/gsm_alphabet.hpp"
#include "platform/sms/text_gateway.hpp"

#include <gtest/gtest.h>

namespace parvis::sms {
namespace {

/// A Kannel on loopback that answers as told and keeps what it was asked. tests/api/kannel.test.ts asks the
/// real one.
class AKannel : public ::testing::Test {
  protected:
    static http::Router routes(AKannel& sink) {
        http::Router router;
        router.post("/cgi-bin/sendsms", [&sink](http::Request const& request) {
            sink.asked = request;
            return Result<http::Response>(http::Response::text(sink.status, sink.words));
        });
        return router;
    }
    std::string header(std::string const& name) const {
        return std::string(asked.headers.find(name).value_or(""));
    }
    Gateway gateway() {
        return {"http://127.0.0.1:" + std::to_string(server.port()) + "/cgi-bin/sendsms",
                "",
                "PARVIS",
                "",
                {},
                Protocol::kannel,
                "rendez-vous",
                "s3cret"};
    }
    std::string reason_of(unsigned answer, std::string const& said) {
        status = answer;
        words = said;
        auto const sent = send(gateway(), message);
        return sent ? "" : sent.error().reason;
    }
    unsigned status = 202;
    std::string words = "0: Accepted for delivery";
    http::Request asked;
    http::testing::RunningServer server{routes(*this)};
    TextMessage const message{"+33612345678", "Rappel : rendez-vous à 9 h 30", "M1"};
};

TEST_F(AKannel, is_given_the_number_the_text_and_who_sends_it_and_nothing_of_it_stands_in_the_address) {
    ASSERT_TRUE(send(gateway(), message));
    EXPECT_EQ(asked.query, "");
    EXPECT_EQ(header("X-Kannel-Username"), "rendez-vous");
    EXPECT_EQ(header("X-Kannel-Password"), "s3cret");
    EXPECT_EQ(header("X-Kannel-To"), "+33612345678");
    EXPECT_EQ(header("X-Kannel-From"), "PARVIS");
    EXPECT_EQ(header("X-Kannel-Coding"), "0");
    EXPECT_EQ(header("Content-Type"), "text/plain; charset=UTF-8");
    EXPECT_EQ(header("Authorization"), "");
    EXPECT_EQ(asked.body, "Rappel : rendez-vous à 9 h 30");
}

TEST_F(AKannel, is_told_to_use_wider_letters_only_for_a_text_that_has_some) {
    auto const coding_of = [&](std::string const& text) {
        EXPECT_TRUE(send(gateway(), {"+33612345678", text, "M2"}));
        EXPECT_EQ(asked.body, text);
        return header("X-Kannel-Coding");
    };
    EXPECT_EQ(coding_of("Été à la mairie [salle 2] : 10 €"), "0");
    EXPECT_EQ(coding_of("L’été"), "2");
    EXPECT_EQ(coding_of("Ça ira"), "0");
    EXPECT_EQ(coding_of("ça ira"), "2");
}

TEST_F(AKannel, that_takes_it_over_or_keeps_it_for_later_is_done) {
    EXPECT_EQ(reason_of(202, "0: Accepted for delivery"), "");
    EXPECT_EQ(reason_of(202, "3: Queued for later delivery"), "");
}

TEST_F(AKannel, tells_a_number_that_is_wrong_from_a_bad_moment_and_from_a_wrong_password) {
    EXPECT_EQ(reason_of(403, "Not routable. Do not try again."), "delivery_refused");
    EXPECT_EQ(reason_of(400, "Number(s) has/have been denied by white- and/or black-lists."),
              "delivery_refused");
    EXPECT_EQ(reason_of(503, "Temporal failure, try again later."), "delivery_delayed");
    EXPECT_EQ(reason_of(500, "Sending failed."), "delivery_delayed");
    EXPECT_EQ(reason_of(403, "Authorization failed for sendsms"), "delivery_unreachable");
    EXPECT_EQ(reason_of(404, ""), "delivery_unreachable");
}

TEST_F(AKannel, that_fails_is_told_without_the_password_the_number_or_the_text) {
    auto const told = [&](Gateway const& asked_gateway) {
        return describe(send(asked_gateway, message).error());
    };
    auto gone = gateway();
    gone.url = "http://127.0.0.1:1/cgi-bin/sendsms";
    status = 403;
    words = "Authorization failed for sendsms";
    for (auto const& text : {told(gone), told(gateway())}) {
        EXPECT_NE(text.find("delivery_unreachable"), std::string::npos);
        EXPECT_EQ(text.find("s3cret"), std::string::npos) << text;
        EXPECT_EQ(text.find("612345678"), std::string::npos) << text;
        EXPECT_EQ(text.find("Rappel"), std::string::npos) << text;
    }
}

TEST(ThePlainAlphabet, has_most_letters_of_french_and_not_all) {
    EXPECT_TRUE(is_written_in_gsm(""));
    EXPECT_TRUE(is_written_in_gsm("Rappel : rendez-vous à 9 h 30, près d'où ?\n"));
    EXPECT_TRUE(is_written_in_gsm("10 € [x] {y} ~ ^ | \\ @ _ É"));
    for (auto const* text : {"ê", "ç", "’", "œ", "À", "`", "\t", "9\u00a0h", "😀", "Été ê", "\xc3", "\xa9"}) {
        EXPECT_FALSE(is_written_in_gsm(text)) << text;
    }
}

} // namespace
} // namespace parvis::sms
