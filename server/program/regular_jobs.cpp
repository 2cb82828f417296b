// SPDX-License-Identifier: EUPL-1.2
#include "server/program/regular_jobs.hpp"

#include <boost/asio/io_context.hpp>

namespace parvis {

RegularJobs::RegularJobs(boost::asio::io_context& io, http::Workers& workers, std::chrono::seconds every,
                         std::vector<std::function<void()>> jobs)
    : workers_(workers), every_(every), jobs_(std::move(jobs)), timer_(io) {
    run();
}

void RegularJobs::run() {
    for (auto const& job : jobs_) {
        workers_.post(job, {});
    }
    timer_.expires_after(every_);
    timer_.async_wait([this](auto const& failure) {
        if (!failure) {
            run();
        }
    });
}

} // namespace parvis
