// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/parse.hpp"

#include <gtest/gtest.h>

#include <random>

namespace parvis::json {
namespace {

std::string reason_of(std::string_view text, std::size_t max_bytes = 1000, int max_depth = 32) {
    auto const parsed = parse(text, max_bytes, max_depth);
    return parsed ? "" : parsed.error().reason;
}

TEST(Parse, AcceptsWhatRfc8259Allows) {
    for (auto const* text : {"null", " [1, 2.5e-3, -0, \"\\ud83d\\ude00\"] ", "{}", R"({"a":{"b":[]}})",
                             "\"é\"", "12345678901234567890"}) {
        EXPECT_EQ(reason_of(text), "") << text;
    }
}

TEST(Parse, RefusesEverythingElse) {
    for (auto const* text :
         {"", " ", "{", "[1,]", "{\"a\":1,}", "// no\n1", "'a'", "01", "1 2", "nul", "NaN", "{a:1}",
          "\"\x01\"", "\"\\x\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "\"\\ud83d\"", "\xEF\xBB\xBF{}"}) {
        EXPECT_EQ(reason_of(text), "json_malformed") << text;
    }
}

TEST(Parse, SaysWhereTheTextStoppedBeingJson) {
    auto const parsed = parse("{\"a\": x}", 1000);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().arguments.at(0), (std::pair<std::string, std::string>{"position", "6"}));
}

TEST(Parse, HoldsItsLimits) {
    EXPECT_EQ(reason_of("[1234]", 6), "");
    EXPECT_EQ(reason_of("[12345]", 6), "json_too_large");
    EXPECT_EQ(parse("[12345]", 6).error().code, ErrorCode::too_large);
    EXPECT_EQ(reason_of("[[[]]]", 1000, 3), "");
    EXPECT_EQ(reason_of("[[[[]]]]", 1000, 3), "json_too_deep");
    EXPECT_EQ(reason_of(std::string(900'000, '['), 1'000'000), "json_too_deep");
}

TEST(Parse, AMemberNamedTwiceIsRefusedAtAnyDepth) {
    EXPECT_EQ(reason_of(R"({"a":1,"a":1})"), "json_duplicate_key");
    EXPECT_EQ(reason_of(R"([{"b":{"a":1,"\u0061":2}}])"), "json_duplicate_key");
    EXPECT_EQ(reason_of(R"({"a":{"a":1},"b":{"a":1}})"), "");
}

TEST(Parse, TheValueIsTheOneThatWasWritten) {
    auto const text = R"({"a":[1,-2,18446744073709551615,1.5E0,true,false,null,"é\n"],"b":{"c":{}}})";
    EXPECT_EQ(serialize(parse(text, 1000).value()), text);
}

TEST(Parse, RandomBytesDoNoMoreThanFail) {
    std::mt19937 random(20260301);
    for (int round = 0; round < 20'000; ++round) {
        std::string text(static_cast<std::size_t>(round % 50), '\0');
        for (auto& c : text) {
            c = static_cast<char>(random());
        }
        auto const parsed = parse(text, 1000, 4);
        if (parsed) {
            ASSERT_TRUE(parse(serialize(*parsed), 10'000, 4).ok());
        }
    }
}

} // namespace
} // namespace parvis::json
