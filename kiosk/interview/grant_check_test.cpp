// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/grant_check.hpp"
#include "platform/json/json.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::Grant;

constexpr Instant now{1'700'000'000'000};

std::string signed_by(crypto::KeyPair const& key, Grant const& grant) {
    auto const payload = crypto::base64url(crypto::bytes_of(json::serialize(json::encode(grant))));
    return payload + "." + crypto::base64url(key.sign(crypto::bytes_of(payload)));
}

class GrantCheck : public testing::Test {
  protected:
    crypto::KeyPair server = crypto::KeyPair::generate();
    Grant grant{
        InterviewId::make(now),        KioskId::make(now), AccountId::make(now), {"scan", "print"}, now,
        now + std::chrono::minutes(10)};
    GrantExpectation expected{server.public_key(), grant.kiosk_id, grant.interview_id, "scan",
                              now + std::chrono::minutes(1)};

    std::string refusal(std::string const& text) const {
        auto const checked = check_grant(text, expected);
        return checked ? "" : checked.error().reason;
    }
};

TEST_F(GrantCheck, accepts_what_the_server_signed_for_this_interview) {
    auto const checked = check_grant(signed_by(server, grant), expected);
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->adviser_id, grant.adviser_id);
}

TEST_F(GrantCheck, refuses_an_expired_grant) {
    expected.now = grant.expires_at;
    EXPECT_EQ(refusal(signed_by(server, grant)), "grant_expired");
}

TEST_F(GrantCheck, refuses_a_grant_from_the_future_but_tolerates_a_clock_that_is_a_little_slow) {
    expected.now = grant.not_before - std::chrono::seconds(29);
    EXPECT_EQ(refusal(signed_by(server, grant)), "");
    expected.now = grant.not_before - std::chrono::seconds(31);
    EXPECT_EQ(refusal(signed_by(server, grant)), "grant_not_yet_valid");
}

TEST_F(GrantCheck, refuses_a_grant_of_another_kiosk) {
    expected.kiosk_id = KioskId::make(now);
    EXPECT_EQ(refusal(signed_by(server, grant)), "grant_of_other_kiosk");
}

TEST_F(GrantCheck, refuses_a_grant_of_another_interview_or_when_none_runs) {
    expected.running = InterviewId::make(now);
    EXPECT_EQ(refusal(signed_by(server, grant)), "grant_of_other_interview");
    expected.running.reset();
    EXPECT_EQ(refusal(signed_by(server, grant)), "grant_of_other_interview");
}

TEST_F(GrantCheck, refuses_an_action_that_was_not_granted) {
    grant.actions = {"print"};
    EXPECT_EQ(refusal(signed_by(server, grant)), "grant_action_missing");
    expected.action = "print";
    EXPECT_EQ(refusal(signed_by(server, grant)), "");
}

TEST_F(GrantCheck, refuses_a_forged_grant) {
    EXPECT_EQ(refusal(signed_by(crypto::KeyPair::generate(), grant)), "grant_forged");
    auto const honest = signed_by(server, grant);
    auto longer = grant;
    longer.expires_at += std::chrono::hours(24);
    auto const other = signed_by(server, longer);
    auto const mixed = other.substr(0, other.find('.')) + honest.substr(honest.find('.'));
    EXPECT_EQ(refusal(mixed), "grant_forged");
}

TEST_F(GrantCheck, refuses_what_is_no_grant_at_all) {
    EXPECT_EQ(refusal(""), "grant_malformed");
    EXPECT_EQ(refusal("abc"), "grant_malformed");
    EXPECT_EQ(refusal("!!.!!"), "grant_malformed");
    auto const payload = crypto::base64url(crypto::bytes_of("{}"));
    auto const signature = crypto::base64url(server.sign(crypto::bytes_of(payload)));
    EXPECT_EQ(refusal(payload + "." + signature), "grant_malformed");
}

} // namespace
} // namespace parvis::kiosk
