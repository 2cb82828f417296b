// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/forwarded.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

Headers forwarded_for(std::string value) {
    Headers headers;
    headers.add("x-forwarded-for", std::move(value));
    return headers;
}

class Proxies : public ::testing::Test {
  protected:
    TrustedProxies proxies = *TrustedProxies::parse({"10.0.0.0/8", "192.0.2.1", "fd00::/8"});
};

TEST_F(Proxies, are_told_by_address_and_block) {
    EXPECT_TRUE(proxies.trusts("10.200.3.4"));
    EXPECT_TRUE(proxies.trusts("192.0.2.1"));
    EXPECT_TRUE(proxies.trusts("fd12::1"));
    EXPECT_TRUE(proxies.trusts("::ffff:10.1.1.1")) << "IPv4 on an IPv6 socket";
    EXPECT_FALSE(proxies.trusts("192.0.2.2"));
    EXPECT_FALSE(proxies.trusts("town hall"));
}

TEST_F(Proxies, that_are_not_trusted_are_the_client) {
    EXPECT_EQ(proxies.client_address("203.0.113.5", forwarded_for("198.51.100.1")), "203.0.113.5");
}

TEST_F(Proxies, hand_on_the_last_address_that_is_not_theirs) {
    EXPECT_EQ(proxies.client_address("10.0.0.1", forwarded_for("1.2.3.4, 198.51.100.1, 10.0.0.2")),
              "198.51.100.1");
    EXPECT_EQ(proxies.client_address("10.0.0.1", forwarded_for("2001:db8::7")), "2001:db8::7");
}

TEST_F(Proxies, answer_for_themselves_when_they_say_nothing_sensible) {
    EXPECT_EQ(proxies.client_address("10.0.0.1", Headers{}), "10.0.0.1");
    EXPECT_EQ(proxies.client_address("10.0.0.1", forwarded_for("unknown")), "10.0.0.1");
    EXPECT_EQ(proxies.client_address("10.0.0.1", forwarded_for("1.2.3.4, garbage, 10.0.0.2")), "10.0.0.2");
}

TEST_F(Proxies, read_several_fields_as_one_list) {
    auto headers = forwarded_for("1.2.3.4");
    headers.add("X-Forwarded-For", "198.51.100.1");
    EXPECT_EQ(proxies.client_address("10.0.0.1", headers), "198.51.100.1");
}

TEST_F(Proxies, tell_a_secure_connection) {
    Headers headers;
    headers.add("X-Forwarded-Proto", "https");
    EXPECT_TRUE(proxies.says_secure("10.0.0.1", headers));
    EXPECT_FALSE(proxies.says_secure("203.0.113.5", headers));
}

TEST_F(Proxies, must_be_addresses) {
    for (auto const* wrong : {"10.0.0.0/33", "proxy.example", "", "10.0.0.0/-1"}) {
        EXPECT_EQ(TrustedProxies::parse({wrong}).error().reason, "trusted_proxy_invalid") << wrong;
    }
}

} // namespace
} // namespace parvis::http
