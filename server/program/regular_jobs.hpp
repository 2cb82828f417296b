// SPDX-License-Identifier: EUPL-1.2
// Runs jobs at start and then again and again, on workers: retention rules once a day, places that were held
// too long once a minute. Lives on the io thread.
#pragma once

#include "platform/http/workers.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <vector>

namespace parvis {

class RegularJobs {
  public:
    /// `io` and `workers` must outlive it. Each job may throw: it is logged and tried again the next time.
    RegularJobs(boost::asio::io_context& io, http::Workers& workers, std::chrono::seconds every,
                std::vector<std::function<void()>> jobs);
    void stop() { timer_.cancel(); }

  private:
    void run();

    http::Workers& workers_;
    std::chrono::seconds every_;
    std::vector<std::function<void()>> jobs_;
    boost::asio::steady_timer timer_;
};

} // namespace parvis
