// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/router.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

Handler nothing() {
    return [](Request const&) -> Result<Response> { return Response::no_content(); };
}

TEST(Router, prefers_a_literal_over_a_parameter) {
    Router router;
    router.get("/kiosks/{kiosk_id}", nothing());
    router.get("/kiosks/mine", nothing());
    EXPECT_EQ(router.match(Method::get, {"kiosks", "mine"}).route->pattern, "/kiosks/mine");
    auto const other = router.match(Method::get, {"kiosks", "k1"});
    EXPECT_EQ(other.params["kiosk_id"], "k1");
    EXPECT_THROW((void)other.params["site_id"], std::out_of_range);
}

TEST(Router, wants_parameters_that_are_not_empty) {
    Router router;
    router.get("/kiosks/{kiosk_id}", nothing());
    EXPECT_EQ(router.match(Method::get, {"kiosks", ""}).route, nullptr);
    EXPECT_EQ(router.match(Method::get, {"kiosks"}).route, nullptr);
    EXPECT_EQ(router.match(Method::get, {"kiosks", "a", "b"}).route, nullptr);
}

TEST(Router, names_the_methods_that_a_path_has) {
    Router router;
    router.get("/kiosks", nothing());
    router.post("/kiosks", nothing());
    auto const match = router.match(Method::delete_, {"kiosks"});
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.allowed, (std::vector{Method::get, Method::post}));
    EXPECT_NE(router.match(Method::head, {"kiosks"}).route, nullptr);
}

TEST(Router, refuses_mistakes_of_the_program) {
    Router router;
    router.get("/kiosks", nothing());
    EXPECT_THROW(router.get("/kiosks", nothing()), std::invalid_argument);
    EXPECT_THROW(router.get("kiosks", nothing()), std::invalid_argument);
    EXPECT_THROW(router.get("/{a}/{a}", nothing()), std::invalid_argument);
}

} // namespace
} // namespace parvis::http
