// SPDX-License-Identifier: EUPL-1.2
#include "server/program/rate_limit.hpp"

#include <gtest/gtest.h>

namespace parvis {
namespace {

http::Request request_of(std::string const& session, std::string const& address) {
    http::Request request;
    request.path = "/api/v1/me";
    request.client_address = address;
    if (!session.empty()) {
        request.headers.add("Cookie", "parvis_session=" + session);
    }
    return request;
}

class RateLimits : public ::testing::Test {
  protected:
    ManualClock clock{{1'772'614'800'000}};
    RateLimit limit{clock};

    int answered(int asked, std::string const& session, std::string const& address) {
        int count = 0;
        for (int i = 0; i < asked; ++i) {
            count += limit.check(request_of(session, address)) ? 0 : 1;
        }
        return count;
    }
};

TEST_F(RateLimits, a_session_that_floods_is_told_to_wait_and_is_welcome_again_a_second_later) {
    EXPECT_EQ(answered(150, "marie", "192.0.2.7"), 100);
    EXPECT_EQ(limit.check(request_of("marie", "192.0.2.7"))->status, 429u);
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(answered(50, "marie", "192.0.2.7"), 20);
}

TEST_F(RateLimits, colleagues_behind_one_address_do_not_use_up_each_others_share) {
    EXPECT_EQ(answered(150, "marie", "192.0.2.7"), 100);
    EXPECT_EQ(answered(50, "paul", "192.0.2.7"), 50);
}

TEST_F(RateLimits, pages_and_pictures_are_never_counted) {
    http::Request page;
    page.path = "/adviser/";
    page.client_address = "192.0.2.7";
    for (int i = 0; i < 1000; ++i) {
        ASSERT_FALSE(limit.check(page).has_value());
    }
}

} // namespace
} // namespace parvis
