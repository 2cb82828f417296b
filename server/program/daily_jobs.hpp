// SPDX-License-Identifier: EUPL-1.2
// Runs the retention rules at start and then once a day, on a worker. Lives on the io thread.
#pragma once

#include "platform/http/workers.hpp"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <vector>

namespace parvis {

class DailyJobs {
  public:
    /// `io` and `workers` must outlive it. Each job may throw: it is logged and tried again the next day.
    DailyJobs(boost::asio::io_context& io, http::Workers& workers, std::vector<std::function<void()>> jobs);
    void stop() { timer_.cancel(); }

  private:
    void run();

    http::Workers& workers_;
    std::vector<std::function<void()>> jobs_;
    boost::asio::steady_timer timer_;
};

} // namespace parvis
