// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/spawn.hpp"
#include "platform/http/workers_run.hpp"
#include "platform/log/log.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

namespace parvis::http {
namespace {

using namespace std::chrono_literals;

class WorkersTest : public ::testing::Test {
  protected:
    boost::asio::io_context io;
    Workers workers{io, 2};
};

TEST_F(WorkersTest, run_the_job_elsewhere_and_come_back) {
    std::thread::id job_thread;
    std::thread::id done_thread;
    workers.post([&] { job_thread = std::this_thread::get_id(); },
                 [&] { done_thread = std::this_thread::get_id(); });
    io.run();
    EXPECT_NE(job_thread, std::this_thread::get_id());
    EXPECT_EQ(done_thread, std::this_thread::get_id());
}

TEST_F(WorkersTest, release_what_a_job_holds_on_the_io_thread) {
    struct Witness {
        std::thread::id* released_on;
        ~Witness() { *released_on = std::this_thread::get_id(); }
    };
    std::thread::id released_on;
    auto witness = std::make_shared<Witness>(&released_on);
    workers.post([witness] {}, [] {});
    witness.reset();
    io.run();
    EXPECT_EQ(released_on, std::this_thread::get_id());
}

TEST_F(WorkersTest, hand_over_results_and_turn_exceptions_into_errors) {
    std::vector<std::string> outcomes;
    auto const note = [&](Result<int> const& outcome) {
        outcomes.push_back(outcome ? std::to_string(*outcome) : outcome.error().reason);
    };
    workers.submit([]() -> Result<int> { return 7; }, note);
    io.run();
    io.restart();
    workers.submit([]() -> Result<int> { return fail(ErrorCode::conflict, "taken"); }, note);
    io.run();
    io.restart();
    workers.submit([]() -> Result<int> { throw std::runtime_error("boom"); }, note);
    io.run();
    EXPECT_EQ(outcomes, (std::vector<std::string>{"7", "taken", "internal_error"}));
}

boost::asio::awaitable<void> wait_for(Workers& workers, std::shared_future<void> signal,
                                      std::optional<bool>& outcome, std::atomic<bool>& finished) {
    auto job = [signal, &finished] {
        signal.wait();
        finished = true;
        return true;
    };
    auto const answer = co_await run(workers, std::move(job), 20ms);
    outcome = answer.has_value();
}

TEST_F(WorkersTest, end_the_wait_but_not_the_job_when_time_is_up) {
    std::promise<void> let_go;
    std::optional<bool> outcome;
    std::atomic<bool> finished = false;
    spawn(io, wait_for(workers, let_go.get_future().share(), outcome, finished), "test");
    while (!outcome) {
        io.run_one();
    }
    EXPECT_FALSE(*outcome);
    EXPECT_FALSE(finished);
    let_go.set_value();
    io.run();
    EXPECT_TRUE(finished);
}

boost::asio::awaitable<void> add(Workers& workers, int a, int b, int& sum) {
    auto job = [a, b] { return a + b; };
    auto const answer = co_await run(workers, std::move(job), 20s);
    sum = answer.value();
}

TEST_F(WorkersTest, give_the_value_to_the_coroutine_that_waits) {
    int sum = 0;
    spawn(io, add(workers, 2, 3, sum), "test");
    io.run();
    EXPECT_EQ(sum, 5);
}

boost::asio::awaitable<void> explode(Workers& workers) {
    auto job = []() -> int { throw std::runtime_error("out of ink"); };
    co_await run(workers, std::move(job), 20s);
}

TEST_F(WorkersTest, pass_exceptions_on_and_spawn_logs_them) {
    std::vector<std::string> lines;
    log::Capture const capture([&](std::string const& line) { lines.push_back(line); });
    spawn(io, explode(workers), "exploding");
    io.run();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("out of ink"), std::string::npos);
    EXPECT_NE(lines[0].find("exploding"), std::string::npos);
}

TEST_F(WorkersTest, finish_what_waits_before_they_stop) {
    std::atomic<int> done = 0;
    for (int i = 0; i < 50; ++i) {
        workers.post([&] { ++done; }, {});
    }
    workers.stop();
    EXPECT_EQ(done, 50);
    workers.post([&] { ++done; }, {});
    io.run();
    EXPECT_EQ(done, 50);
}

} // namespace
} // namespace parvis::http
