// SPDX-License-Identifier: EUPL-1.2
#include "server/program/repeated_job.hpp"

#include <boost/asio/io_context.hpp>

namespace parvis {

RepeatedJob::RepeatedJob(boost::asio::io_context& io, std::chrono::milliseconds pause,
                         std::function<void()> job)
    : worker_(io, 1), pause_(pause), job_(std::move(job)), timer_(io) {
    run();
}

void RepeatedJob::stop() {
    timer_.cancel();
    worker_.stop();
}

void RepeatedJob::run() {
    worker_.post(job_, [this] {
        timer_.expires_after(pause_);
        timer_.async_wait([this](auto const& failure) {
            if (!failure) {
                run();
            }
        });
    });
}

} // namespace parvis
