// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/problem.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

TEST(Problem, says_what_which_field_and_what_to_do) {
    auto const text = [](Language language, Error const&) {
        return std::string(language == Language::en ? "Enter the code again."
                                                    : "Saisissez le code à nouveau.");
    };
    auto const error = fail(ErrorCode::expired, "pairing_code_expired", "/code", {{"minutes", "10"}});
    auto const object = problem(error, Language::fr, text);
    EXPECT_EQ(object.at("status"), 410);
    EXPECT_EQ(object.at("code"), "pairing_code_expired");
    EXPECT_EQ(object.at("pointer"), "/code");
    EXPECT_EQ(object.at("detail"), "Saisissez le code à nouveau.");
    EXPECT_EQ(object.at("type"), "urn:parvis:problem:pairing_code_expired");
}

TEST(Problem, survives_the_wire) {
    auto const error = fail(ErrorCode::device_failure, "printer_jam", "/copies", {{"tray", "2"}});
    EXPECT_EQ(error_of(problem(error, Language::en, {})), error);
}

TEST(Problem, of_another_program_is_read_by_its_status) {
    EXPECT_EQ(error_of({{"status", 404}, {"code", "gone_fishing"}}).code, ErrorCode::not_found);
    EXPECT_EQ(error_of({}).code, ErrorCode::unavailable);
}

TEST(Problem, without_a_sentence_has_at_least_the_name_of_its_status) {
    EXPECT_EQ(problem(fail(ErrorCode::forbidden, "x"), Language::fr, {}).at("detail"), "Forbidden");
}

TEST(Problem, tells_when_to_come_back) {
    EXPECT_EQ(problem_response(fail(ErrorCode::rate_limited, "x", {}, {{"retry_after_seconds", "30"}}),
                               Language::fr, {})
                  .header("Retry-After"),
              "30");
    EXPECT_EQ(problem_response(fail(ErrorCode::forbidden, "x"), Language::fr, {}).header("Retry-After"),
              std::nullopt);
}

} // namespace
} // namespace parvis::http
