// SPDX-License-Identifier: EUPL-1.2
// The threads on which everything that blocks runs: use cases, database, password hashing, compression.
#pragma once

#include "platform/result/result.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace boost::asio {
class io_context;
}

namespace parvis::http {

/// post, submit and waiting may be called from any thread. Results come back on the thread that runs `io`.
class Workers {
  public:
    /// `io` must outlive this object.
    Workers(boost::asio::io_context& io, std::size_t threads);
    /// As stop().
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    /// Runs `job` on a worker, then `done_on_io` (may be empty) on the io thread. An exception out of `job`
    /// is logged, and `done_on_io` still runs. After stop() neither runs. Whatever both hold is released on
    /// the io thread.
    void post(std::function<void()> job, std::function<void()> done_on_io);

    /// Runs `job`, a callable that gives a Result, then `done(result)` on the io thread. An exception out of
    /// `job` is logged and becomes unavailable "internal_error".
    template <class Job, class Done>
    void submit(Job job, Done done);

    /// Jobs that no thread has taken yet.
    std::size_t waiting() const;
    std::size_t threads() const;
    boost::asio::io_context& io() const;

    /// Takes no more jobs, finishes those running and waiting, joins the threads. Idempotent. Not from a
    /// worker.
    void stop();

  private:
    struct Pool;
    std::unique_ptr<Pool> pool_;
};

template <class Job, class Done>
void Workers::submit(Job job, Done done) {
    using Outcome = std::invoke_result_t<Job&>;
    static_assert(is_result<Outcome>, "the job must give a Result");
    struct Exchange {
        Job job;
        Done done;
        Outcome outcome;
    };
    auto exchange = std::make_shared<Exchange>(
        Exchange{std::move(job), std::move(done), fail(ErrorCode::unavailable, "internal_error")});
    auto* shared = exchange.get();
    post([shared] { shared->outcome = shared->job(); },
         [exchange = std::move(exchange)] { exchange->done(std::move(exchange->outcome)); });
}

} // namespace parvis::http
