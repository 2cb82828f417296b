// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/child/child_process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <string>

namespace parvis::kiosk {
namespace {

using namespace std::chrono_literals;

struct Observed {
    std::vector<std::pair<char, std::string>> frames;
    std::optional<ChildEnding> ending;
};

class ChildProcessTest : public testing::Test {
  protected:
    std::shared_ptr<ChildProcess> start(std::string const& script, std::size_t max_payload = 1U << 20) {
        auto child = ChildProcess::start(
            io_, {"/bin/sh", {"-c", script}, max_payload},
            [this](char type, ByteView payload) { seen_.frames.emplace_back(type, as_text(payload)); },
            [this](ChildEnding ending) { seen_.ending = ending; });
        EXPECT_TRUE(child.ok());
        return child ? *child : nullptr;
    }
    void run() { io_.run_for(20s); }

    boost::asio::io_context io_;
    Observed seen_;
};

TEST_F(ChildProcessTest, hears_every_frame_before_the_end_even_when_the_child_exits_at_once) {
    start(R"(printf 'a\003\000\000\000one'; printf 'b\003\000\000\000two'; exit 3)");
    run();
    ASSERT_EQ(seen_.frames.size(), 2U);
    EXPECT_EQ(seen_.frames[0], (std::pair<char, std::string>('a', "one")));
    EXPECT_EQ(seen_.frames[1], (std::pair<char, std::string>('b', "two")));
    ASSERT_TRUE(seen_.ending.has_value());
    EXPECT_FALSE(seen_.ending->by_signal);
    EXPECT_EQ(seen_.ending->code, 3);
}

TEST_F(ChildProcessTest, tells_which_signal_ended_the_child) {
    start("kill -SEGV $$");
    run();
    ASSERT_TRUE(seen_.ending.has_value());
    EXPECT_TRUE(seen_.ending->by_signal);
    EXPECT_EQ(seen_.ending->code, SIGSEGV);
}

TEST_F(ChildProcessTest, delivers_megabytes_to_the_child_and_back) {
    auto const child = start("exec cat");
    auto const payload = std::string(900'000, 'p');
    for (int count = 0; count < 5; ++count) {
        child->send('x', as_bytes(payload));
    }
    child->finish_input();
    run();
    ASSERT_EQ(seen_.frames.size(), 5U);
    for (auto const& [type, text] : seen_.frames) {
        EXPECT_EQ(text, payload);
    }
}

TEST_F(ChildProcessTest, survives_a_child_that_stops_reading) {
    auto const child = start("exec 0<&-; exit 0");
    child->send('x', Bytes(900'000));
    run();
    EXPECT_TRUE(seen_.ending.has_value());
}

TEST_F(ChildProcessTest, kills_a_child_that_sends_a_frame_over_the_limit) {
    start(R"(printf 'a\377\377\000\000'; sleep 60)", 100);
    run();
    ASSERT_TRUE(seen_.ending.has_value());
    EXPECT_EQ(seen_.ending->code, SIGKILL);
    EXPECT_TRUE(seen_.frames.empty());
}

TEST_F(ChildProcessTest, ends_although_a_grandchild_keeps_the_channel_open) {
    start("sleep 60 & exit 0");
    auto const begin = std::chrono::steady_clock::now();
    run();
    EXPECT_TRUE(seen_.ending.has_value());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

TEST_F(ChildProcessTest, calls_nothing_after_it_was_abandoned_and_reaps_the_child) {
    auto const child = start("sleep 60");
    auto const pid = child->pid();
    child->abandon();
    run();
    EXPECT_FALSE(seen_.ending.has_value());
    EXPECT_NE(::kill(pid, 0), 0) << "the child is still there";
}

TEST_F(ChildProcessTest, says_why_a_program_cannot_be_started) {
    auto const child = ChildProcess::start(io_, {"/nowhere/worker", {}, 100}, nullptr, nullptr);
    ASSERT_FALSE(child.ok());
    EXPECT_EQ(child.error().reason, "child_not_started");
}

} // namespace
} // namespace parvis::kiosk
