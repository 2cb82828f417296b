// SPDX-License-Identifier: EUPL-1.2
// Where hubs send what blocks: a job runs on a worker, its result comes back to the io thread, unless the hub
// has gone.
#pragma once

#include "platform/http/workers.hpp"
#include "platform/ws/link_server.hpp"
#include "server/interview/command_lane.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace parvis::interview {

class Backstage {
  public:
    explicit Backstage(http::Workers& workers) : workers_(workers) {}

    /// `job` gives a Result and must not touch the hub; `done(result)` may.
    template <class Job, class Done>
    void run(Job job, Done done) {
        workers_.submit(std::move(job),
                        [weak = std::weak_ptr(alive_), done = std::move(done)](auto outcome) mutable {
                            if (!weak.expired()) {
                                done(std::move(outcome));
                            }
                        });
    }

    /// A job whose result nobody waits for.
    template <class Job>
    void run(Job job) {
        workers_.submit(std::move(job), [](auto const&) {});
    }

    /// Runs `job` in its turn on the lane and answers the command with an empty result or the job's error;
    /// `after` (may be empty) runs between a success and its answer.
    void command(std::shared_ptr<CommandLane> const& lane, ws::LinkServer& links, ws::LinkId const& link,
                 std::string command_id, std::function<Result<void>()> job, std::function<void()> after = {});

    /// What is under way comes back to nobody.
    void close() { alive_.reset(); }

  private:
    http::Workers& workers_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

} // namespace parvis::interview
