// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/workers.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace parvis::http {

namespace {

auto tracked(boost::asio::io_context& io) {
    return boost::asio::prefer(io.get_executor(), boost::asio::execution::outstanding_work.tracked);
}
using TrackedExecutor = decltype(tracked(std::declval<boost::asio::io_context&>()));

struct Task {
    std::function<void()> job;
    std::function<void()> done;
    TrackedExecutor io; ///< keeps io running until the way back is over
};

void run_logged(std::function<void()> const& call, char const* event) {
    try {
        call();
    } catch (std::exception const& cause) {
        log::error(event, {{"cause", cause.what()}});
    } catch (...) {
        log::error(event, {{"cause", "unknown"}});
    }
}

} // namespace

struct Workers::Pool {
    explicit Pool(boost::asio::io_context& context) : io(context) {}

    void work() {
        for (;;) {
            std::unique_ptr<Task> task;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [this] { return stopping || !tasks.empty(); });
                if (tasks.empty()) {
                    return;
                }
                task = std::move(tasks.front());
                tasks.pop_front();
            }
            run_logged(task->job, "job_failed");
            auto executor = task->io;
            boost::asio::post(executor, [task = std::move(task)] {
                if (task->done) {
                    task->done();
                }
            });
        }
    }

    boost::asio::io_context& io;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::unique_ptr<Task>> tasks;
    bool stopping = false;
    std::vector<std::thread> threads;
    std::size_t thread_count = 0;
};

Workers::Workers(boost::asio::io_context& io, std::size_t threads) : pool_(std::make_unique<Pool>(io)) {
    pool_->thread_count = threads;
    for (std::size_t i = 0; i < threads; ++i) {
        pool_->threads.emplace_back([pool = pool_.get()] { pool->work(); });
    }
}

Workers::~Workers() {
    stop();
}

void Workers::post(std::function<void()> job, std::function<void()> done_on_io) {
    auto task = std::make_unique<Task>(Task{std::move(job), std::move(done_on_io), tracked(pool_->io)});
    {
        std::lock_guard const lock(pool_->mutex);
        if (pool_->stopping) {
            return;
        }
        pool_->tasks.push_back(std::move(task));
    }
    pool_->changed.notify_one();
}

std::size_t Workers::waiting() const {
    std::lock_guard const lock(pool_->mutex);
    return pool_->tasks.size();
}

std::size_t Workers::threads() const {
    return pool_->thread_count;
}

boost::asio::io_context& Workers::io() const {
    return pool_->io;
}

void Workers::stop() {
    {
        std::lock_guard const lock(pool_->mutex);
        pool_->stopping = true;
    }
    pool_->changed.notify_all();
    for (auto& thread : pool_->threads) {
        thread.join();
    }
    pool_->threads.clear();
}

} // namespace parvis::http
