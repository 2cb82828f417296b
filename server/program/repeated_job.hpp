// SPDX-License-Identifier: EUPL-1.2
// Runs one job again and again on a thread of its own, for work that may wait for others on the network.
// Lives on the io thread.
#pragma once

#include "platform/http/workers.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>

namespace parvis {

class RepeatedJob {
  public:
    /// First at once, then so long after each end. The job may throw: it is logged and runs again. `io` must
    /// outlive it.
    RepeatedJob(boost::asio::io_context& io, std::chrono::milliseconds pause, std::function<void()> job);
    /// Waits for the job that runs.
    void stop();

  private:
    void run();

    http::Workers worker_;
    std::chrono::milliseconds pause_;
    std::function<void()> job_;
    boost::asio::steady_timer timer_;
};

} // namespace parvis
