// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"
#include "platform/http/response_writer.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

TEST(Request, finds_headers_whatever_their_case) {
    Request request;
    request.headers.add("X-Page-Token", "t");
    EXPECT_EQ(request.header("x-page-token"), "t");
    EXPECT_EQ(request.header("X-Page"), std::nullopt);
}

TEST(Request, finds_cookies_by_their_exact_name) {
    Request request;
    request.headers.add("Cookie", "xsession=1; session=abc=d;session=2; empty=");
    EXPECT_EQ(request.cookie("session"), "abc=d");
    EXPECT_EQ(request.cookie("empty"), "");
    EXPECT_EQ(request.cookie("Session"), std::nullopt);
}

TEST(Request, decodes_query_values) {
    Request request;
    request.query = "name=Cr%C3%A8che+du+Lot&flag&page=2";
    EXPECT_EQ(request.query_value("name"), "Crèche du Lot");
    EXPECT_EQ(request.query_value("flag"), "");
    EXPECT_EQ(request.query_value("none"), std::nullopt);
}

TEST(Request, wants_json_to_be_called_json) {
    Request request;
    EXPECT_EQ(request.json_body().error().reason, "body_missing");
    request.body = "{}";
    EXPECT_EQ(request.json_body().error().reason, "content_type_not_json");
    request.headers.add("Content-Type", "application/json; charset=utf-8");
    EXPECT_TRUE(request.json_body());
}

TEST(Response, cannot_be_split_by_a_header_value) {
    Response response;
    response.headers.emplace_back("Location", "/a\r\nSet-Cookie: evil=1");
    auto const block = header_block(response, Connection::close);
    EXPECT_EQ(block.find("\r\nSet-Cookie"), std::string::npos);
    EXPECT_TRUE(block.ends_with("\r\n\r\n"));
}

TEST(Cookie, is_strict_secure_and_hidden_from_scripts_by_default) {
    EXPECT_EQ(set_cookie({.name = "session", .value = "abc"}),
              "session=abc; Path=/; HttpOnly; Secure; SameSite=Strict");
    EXPECT_EQ(
        set_cookie(
            {.name = "s", .value = "", .secure = false, .same_site = SameSite::lax, .max_age_seconds = 0}),
        "s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(Cookie, refuses_characters_that_would_end_it) {
    EXPECT_THROW(set_cookie({.name = "s", .value = "a;b"}), std::invalid_argument);
    EXPECT_THROW(set_cookie({.name = "s", .value = "a\r\nb"}), std::invalid_argument);
    EXPECT_THROW(set_cookie({.name = "", .value = "a"}), std::invalid_argument);
}

} // namespace
} // namespace parvis::http
