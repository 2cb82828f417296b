// SPDX-License-Identifier: EUPL-1.2
#include "platform/outgoing/public_address.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string>

namespace parvis::outgoing {
namespace {

bool is_public_text(std::string const& text) {
    sockaddr_storage storage{};
    if (text.find(':') == std::string::npos) {
        auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
        v4.sin_family = AF_INET;
        EXPECT_EQ(::inet_pton(AF_INET, text.c_str(), &v4.sin_addr), 1) << text;
    } else {
        auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
        v6.sin6_family = AF_INET6;
        EXPECT_EQ(::inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr), 1) << text;
    }
    return is_public(reinterpret_cast<sockaddr const&>(storage));
}

TEST(AnAddress, of_the_internet_is_public) {
    for (auto const* text : {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.0.1", "193.52.0.1",
                             "2001:660::1", "::ffff:8.8.8.8", "2002:808:808::1"}) {
        EXPECT_TRUE(is_public_text(text)) << text;
    }
}

TEST(AnAddress, of_a_machine_or_network_of_ours_is_not) {
    for (auto const* text :
         {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
          "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1",
          "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"}) {
        EXPECT_FALSE(is_public_text(text)) << text;
    }
}

} // namespace
} // namespace parvis::outgoing
