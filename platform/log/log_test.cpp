// SPDX-License-Identifier: EUPL-1.2
#include "platform/ids/id.hpp"
#include "platform/log/log.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <thread>
#include <vector>

namespace parvis::log {
namespace {

using KioskId = Id<struct KioskTag>;

boost::json::object parsed(std::string const& line) {
    return boost::json::parse(line).as_object();
}

TEST(Log, ALineTellsWhenHowGraveWhatAndItsFieldsInOrder) {
    auto const line =
        format_line(1'772'357'400'250, Level::info, "kiosk_paired", {{"site", "Gramat"}, {"took_ms", 12}});
    EXPECT_EQ(
        line,
        R"({"at":"2026-03-01T09:30:00.250Z","level":"info","event":"kiosk_paired","site":"Gramat","took_ms":12})");
}

TEST(Log, EachKindOfValueKeepsItsJsonType) {
    auto const id = KioskId::make({1'772'357'400'250});
    auto const line = parsed(format_line(
        0, Level::warn, "x",
        {{"id", id}, {"count", std::size_t{7}}, {"negative", -3}, {"truth", true}, {"ratio", 0.5}}));
    EXPECT_EQ(line.at("id"), boost::json::value(id.text()));
    EXPECT_EQ(line.at("count").as_int64(), 7);
    EXPECT_EQ(line.at("negative").as_int64(), -3);
    EXPECT_TRUE(line.at("truth").as_bool());
    EXPECT_DOUBLE_EQ(line.at("ratio").as_double(), 0.5);
}

TEST(Log, AValueCannotBreakOutOfItsLine) {
    std::string const nasty = "a\"b\\c\nd\x01\t\r\n{\"level\":\"error\"}";
    auto const line = format_line(0, Level::info, "x", {{"value", nasty}});
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(parsed(line).at("value").as_string(), boost::json::string_view(nasty));
}

TEST(Log, InfinityAndNotANumberBecomeNull) {
    auto const line = parsed(format_line(
        0, Level::info, "x",
        {{"a", std::numeric_limits<double>::infinity()}, {"b", std::numeric_limits<double>::quiet_NaN()}}));
    EXPECT_TRUE(line.at("a").is_null());
    EXPECT_TRUE(line.at("b").is_null());
}

TEST(Log, AnyBytesMakeAValidLine) {
    std::mt19937 random(20260301);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < round % 40; ++i) {
            text += static_cast<char>(byte(random));
        }
        boost::system::error_code error;
        (void)boost::json::parse(format_line(round, Level::info, text, {{"value", text}}), error);
        ASSERT_FALSE(error) << "round " << round;
    }
}

TEST(Log, LatinOneBytesShowAsReplacementCharacters) {
    auto const line =
        parsed(format_line(0, Level::info, "x", {{"value", std::string("caf\xE9 C\xC3\xA8re")}}));
    EXPECT_EQ(line.at("value").as_string(), "caf\uFFFD C\u00E8re");
}

TEST(Log, LinesOfSeveralThreadsStayWhole) {
    std::vector<std::string> lines;
    {
        Capture const capture([&](std::string const& line) { lines.push_back(line); });
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([t] {
                for (int i = 0; i < 100; ++i) {
                    info("tick", {{"thread", t}, {"i", i}});
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
    }
    ASSERT_EQ(lines.size(), 400U);
    for (auto const& line : lines) {
        EXPECT_EQ(parsed(line).at("event").as_string(), "tick");
    }
}

TEST(Log, StandardErrorReceivesOneLinePerEventAndNothingBelowTheLevel) {
    testing::internal::CaptureStderr();
    set_level(Level::warn);
    info("too_small");
    warn("seen", {{"n", 1}});
    error("seen_too");
    set_level(Level::info);
    auto const text = testing::internal::GetCapturedStderr();
    EXPECT_EQ(text.find("too_small"), std::string::npos);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
    EXPECT_EQ(parsed(text.substr(0, text.find('\n'))).at("event").as_string(), "seen");
}

} // namespace
} // namespace parvis::log
