// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/target.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

using Segments = std::vector<std::string>;

TEST(Target, is_split_and_decoded) {
    EXPECT_EQ(parse_target("/")->segments, Segments{""});
    EXPECT_EQ(parse_target("/a/")->segments, (Segments{"a", ""}));
    auto const target = parse_target("/a/b%20c?x=1&y=%2F");
    EXPECT_EQ(target->segments, (Segments{"a", "b c"}));
    EXPECT_EQ(target->path, "/a/b%20c");
    EXPECT_EQ(target->query, "x=1&y=%2F");
}

TEST(Target, refuses_what_could_lead_elsewhere) {
    for (auto const* wrong : {"/../etc/passwd", "/a/%2e%2e/b", "/a/%2E./b", "/a%2fb", "/a%5cb", "/a%00b",
                              "/a%0ab", "/%ff", "/%zz", "http://parvis.test/", "*", "", "a"}) {
        EXPECT_FALSE(parse_target(wrong)) << wrong;
    }
}

TEST(LinkUrl, has_default_ports_and_path) {
    auto const plain = parse_link_url("ws://127.0.0.1:8080/api/v1/link?x=1");
    EXPECT_FALSE(plain->secure);
    EXPECT_EQ(plain->host, "127.0.0.1");
    EXPECT_EQ(plain->port, "8080");
    EXPECT_EQ(plain->path, "/api/v1/link?x=1");
    EXPECT_EQ(plain->authority, "127.0.0.1:8080");
    auto const secure = parse_link_url("wss://[2001:db8::1]");
    EXPECT_TRUE(secure->secure);
    EXPECT_EQ(secure->host, "2001:db8::1");
    EXPECT_EQ(secure->port, "443");
    EXPECT_EQ(secure->path, "/");
}

TEST(LinkUrl, refuses_other_schemes_and_nonsense) {
    for (auto const* wrong :
         {"https://a.test/", "ws:///x", "ws://", "a.test", "ws://user:secret@a.test/", "ws://a.test/#x"}) {
        EXPECT_FALSE(parse_link_url(wrong)) << wrong;
    }
}

} // namespace
} // namespace parvis::http
