// SPDX-License-Identifier: EUPL-1.2
#include "platform/result/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace parvis {
namespace {

Result<int> half_of(int number) {
    if (number % 2 != 0) {
        return fail(ErrorCode::invalid_input, "number_odd", "/number", {{"number", std::to_string(number)}});
    }
    return number / 2;
}

TEST(Result, ASuccessHoldsItsValue) {
    auto const result = half_of(8);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(*result, 4);
    EXPECT_EQ(result.value_or(0), 4);
}

TEST(Result, AFailureSaysWhichFieldAndWhy) {
    auto const result = half_of(7);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(result.error().pointer, "/number");
    EXPECT_EQ(describe(result.error()), "invalid_input number_odd at /number (number=7)");
    EXPECT_EQ(result.value_or(0), 0);
}

TEST(Result, AskingAFailureForItsValueThrowsAndNamesTheFailure) {
    auto result = half_of(7);
    try {
        (void)result.value();
        FAIL() << "no exception";
    } catch (BadResultAccess const& e) {
        EXPECT_NE(std::string(e.what()).find("number_odd"), std::string::npos);
    }
    EXPECT_THROW((void)half_of(8).error(), BadResultAccess);
}

TEST(Result, OfNothingSucceedsByDefault) {
    auto const check = [](bool good) -> Result<void> {
        if (!good) {
            return fail(ErrorCode::conflict, "not_good");
        }
        return {};
    };
    EXPECT_TRUE(check(true).ok());
    EXPECT_EQ(check(false).error().reason, "not_good");
    EXPECT_NO_THROW(check(true).value());
    EXPECT_THROW(check(false).value(), BadResultAccess);
    EXPECT_THROW((void)check(true).error(), BadResultAccess);
}

TEST(Result, DoubleBracesMeanAValueNotAnError) {
    auto const pair = []() -> Result<std::pair<int, std::string>> { return {{1, "one"}}; };
    EXPECT_EQ(pair()->second, "one");
}

TEST(Result, CarriesValuesThatCanOnlyBeMoved) {
    auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(5); };
    std::unique_ptr<int> const taken = std::move(make()).value();
    EXPECT_EQ(*taken, 5);
}

TEST(Result, EachErrorCodeHasItsOwnName) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::unsupported); ++i) {
        names.insert(to_string(static_cast<ErrorCode>(i)));
    }
    EXPECT_EQ(names.size(), 12U);
    EXPECT_FALSE(names.contains("unknown"));
}

// An Error that slipped in as a value would turn failures into successes.
static_assert(!std::is_convertible_v<int, Error>);
static_assert(std::is_convertible_v<char const*, Result<std::string>>);
static_assert(!std::is_convertible_v<Result<int>, bool>);

} // namespace
} // namespace parvis
