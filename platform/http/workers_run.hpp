// SPDX-License-Identifier: EUPL-1.2
// For coroutines of the io thread: wait for a worker, for a limited time.
#pragma once

#include "platform/http/workers.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <memory>
#include <optional>

namespace parvis::http {

/// Runs `job` on a worker and gives its value. Nothing when `limit` passed first: that ends the wait, not the
/// job, which runs to its end (its side effects happen). Exceptions of the job pass through. To be awaited on
/// the io thread. Built as post + timer: cancelling a coroutine that runs on a pool crashes with Boost 1.81.
template <class Job>
boost::asio::awaitable<std::optional<std::invoke_result_t<Job&>>> run(Workers& workers, Job job,
                                                                      std::chrono::milliseconds limit) {
    using Value = std::invoke_result_t<Job&>;
    struct Exchange {
        Exchange(Job held, boost::asio::io_context& io) : job(std::move(held)), finished(io) {}
        Job job;
        boost::asio::steady_timer finished;
        std::optional<Value> value;
        std::exception_ptr failure;
        bool over = false;
    };
    auto exchange = std::make_shared<Exchange>(std::move(job), workers.io());
    exchange->finished.expires_after(limit);
    auto* shared = exchange.get();
    // Only the io side owns the exchange: its last owner must be released there.
    workers.post(
        [shared] {
            try {
                shared->value.emplace(shared->job());
            } catch (...) {
                shared->failure = std::current_exception();
            }
        },
        [exchange] {
            exchange->over = true;
            exchange->finished.cancel();
        });
    boost::system::error_code ignored;
    co_await exchange->finished.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    if (!exchange->over) {
        co_return std::nullopt;
    }
    if (exchange->failure) {
        std::rethrow_exception(exchange->failure);
    }
    co_return std::move(exchange->value);
}

} // namespace parvis::http
