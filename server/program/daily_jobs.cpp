// SPDX-License-Identifier: EUPL-1.2
#include "server/program/daily_jobs.hpp"

#include <boost/asio/io_context.hpp>

namespace parvis {

DailyJobs::DailyJobs(boost::asio::io_context& io, http::Workers& workers,
                     std::vector<std::function<void()>> jobs)
    : workers_(workers), jobs_(std::move(jobs)), timer_(io) {
    run();
}

void DailyJobs::run() {
    for (auto const& job : jobs_) {
        workers_.post(job, {});
    }
    timer_.expires_after(std::chrono::hours(24));
    timer_.async_wait([this](auto const& failure) {
        if (!failure) {
            run();
        }
    });
}

} // namespace parvis
