// SPDX-License-Identifier: EUPL-1.2
#include "platform/metrics/metrics.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace parvis::metrics {
namespace {

bool has_line(std::string const& text, std::string const& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST(Metrics, ACounterAddsUpForEachSetOfLabels) {
    Registry registry("parvis_");
    registry.count("http_requests_total", {{"status", "200"}});
    registry.count("http_requests_total", {{"status", "200"}}, 2);
    registry.count("http_requests_total", {{"status", "404"}});
    auto const text = registry.exposition();
    EXPECT_TRUE(has_line(text, "parvis_http_requests_total{status=\"200\"} 3")) << text;
    EXPECT_TRUE(has_line(text, "parvis_http_requests_total{status=\"404\"} 1")) << text;
    EXPECT_TRUE(has_line(text, "# TYPE parvis_http_requests_total counter")) << text;
}

TEST(Metrics, AGaugeShowsItsLastValue) {
    Registry registry("parvis_");
    registry.set("ws_links", 3);
    registry.set("ws_links", 2);
    EXPECT_TRUE(has_line(registry.exposition(), "parvis_ws_links 2")) << registry.exposition();
}

TEST(Metrics, AHistogramCountsWhatFellUnderEachBound) {
    Registry registry("parvis_");
    registry.describe("db_transaction_seconds", "Time of a transaction", {0.01, 0.1});
    registry.observe("db_transaction_seconds", 0.005);
    registry.observe("db_transaction_seconds", 0.05);
    registry.observe("db_transaction_seconds", 5);
    auto const text = registry.exposition();
    EXPECT_TRUE(has_line(text, "# HELP parvis_db_transaction_seconds Time of a transaction")) << text;
    EXPECT_TRUE(has_line(text, "parvis_db_transaction_seconds_bucket{le=\"0.01\"} 1")) << text;
    EXPECT_TRUE(has_line(text, "parvis_db_transaction_seconds_bucket{le=\"0.1\"} 2")) << text;
    EXPECT_TRUE(has_line(text, "parvis_db_transaction_seconds_count 3")) << text;
}

TEST(Metrics, ALabelValueCannotBreakTheFormat) {
    Registry registry("parvis_");
    registry.count("odd_total", {{"what", "a\"b\\c\nd"}});
    EXPECT_TRUE(has_line(registry.exposition(), R"(parvis_odd_total{what="a\"b\\c\nd"} 1)"))
        << registry.exposition();
}

TEST(Metrics, OneNameCannotBeTwoKinds) {
    Registry registry("parvis_");
    registry.count("things");
    EXPECT_THROW(registry.set("things", 1), std::logic_error);
}

TEST(Metrics, ANameThatPrometheusRefusesIsAMistakeOfTheProgram) {
    Registry registry("parvis_");
    EXPECT_THROW(registry.count("not a name"), std::logic_error);
}

TEST(Metrics, ManyThreadsLoseNoCount) {
    Registry registry("parvis_");
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i) {
                registry.count("ticks_total");
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_TRUE(has_line(registry.exposition(), "parvis_ticks_total 4000")) << registry.exposition();
}

} // namespace
} // namespace parvis::metrics
