// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/access.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

Request request_for(Method method, std::string host, std::string origin = "") {
    Request request;
    request.method = method;
    request.host = host;
    request.headers.add("Host", std::move(host));
    if (!origin.empty()) {
        request.headers.add("Origin", std::move(origin));
    }
    return request;
}

std::string reason(std::optional<Error> const& refusal) {
    return refusal ? refusal->reason : "passes";
}

class OpenAccess : public ::testing::Test {
  protected:
    Access access{{}, {}, {}};
};

TEST_F(OpenAccess, lets_any_host_in_but_wants_one) {
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "parvis.test"), false)), "passes");
    auto two = request_for(Method::get, "parvis.test");
    two.headers.add("host", "other.test");
    EXPECT_EQ(reason(access.refuse(two, false)), "host_missing");
}

TEST_F(OpenAccess, refuses_unsafe_requests_of_other_sites) {
    EXPECT_EQ(reason(access.refuse(request_for(Method::post, "parvis.test", "https://evil.test"), false)),
              "origin_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::post, "parvis.test", "null"), false)),
              "origin_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::post, "parvis.test", "https://parvis.test"), false)),
              "passes");
    EXPECT_EQ(reason(access.refuse(request_for(Method::post, "parvis.test"), false)), "passes");
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "parvis.test", "https://evil.test"), false)),
              "passes");
}

TEST_F(OpenAccess, refuses_links_of_other_sites) {
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "parvis.test", "https://evil.test"), true)),
              "origin_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "parvis.test"), true)), "passes")
        << "daemons send none";
}

class LoopbackAccess : public ::testing::Test {
  protected:
    Access access{{"kiosk.localhost:8444"}, {"http://kiosk.localhost:8444"}, {}};
};

TEST_F(LoopbackAccess, answers_its_exact_host_only) {
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "kiosk.localhost:8444"), false)), "passes");
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "127.0.0.1:8444"), false)), "host_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, "kiosk.localhost"), false)), "host_not_allowed");
}

TEST_F(LoopbackAccess, wants_its_exact_origin_for_links_and_unsafe_methods) {
    auto const host = "kiosk.localhost:8444";
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, host), true)), "origin_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::post, host), false)), "origin_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, host, "http://kiosk.localhost"), false)),
              "origin_not_allowed");
    EXPECT_EQ(reason(access.refuse(request_for(Method::get, host, "http://kiosk.localhost:8444"), true)),
              "passes");
    EXPECT_EQ(reason(access.refuse(request_for(Method::post, host, "http://kiosk.localhost:8444"), false)),
              "passes");
}

TEST_F(OpenAccess, keeps_what_a_handler_set_itself) {
    Response response;
    response.set_header("content-security-policy", "default-src 'none'");
    access.add_security_headers(response, "/", true);
    EXPECT_EQ(response.header("Content-Security-Policy"), "default-src 'none'");
    EXPECT_TRUE(response.header("Strict-Transport-Security"));
}

TEST(PageFeatures, are_for_the_pages_that_were_named_and_denied_everywhere_else) {
    Access const access({}, {}, {},
                        {{"/visit/", "camera"}, {"/visit/", "microphone"}, {"/portal/", "geolocation"}});
    auto const policy_of = [&](std::string_view path) {
        Response response;
        access.add_security_headers(response, path, true);
        return response.header("Permissions-Policy").value();
    };
    auto const always = std::string("autoplay=(self), fullscreen=(self), payment=(), usb=(), ");
    EXPECT_EQ(policy_of("/visit/"),
              always + "camera=(self), microphone=(self), geolocation=(), display-capture=()");
    EXPECT_EQ(policy_of("/portal/"),
              always + "camera=(), microphone=(), geolocation=(self), display-capture=()");
    for (auto const* elsewhere : {"/", "/visitors/", "/x/visit/", "/desk/"}) {
        EXPECT_EQ(policy_of(elsewhere),
                  always + "camera=(), microphone=(), geolocation=(), display-capture=()");
    }
}

} // namespace
} // namespace parvis::http
