// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/command_lane.hpp"

#include <utility>

namespace parvis::interview {

void CommandLane::add(std::shared_ptr<CommandLane> const& lane, Step step) {
    lane->steps_.push_back(std::move(step));
    advance(lane);
}

void CommandLane::open(std::shared_ptr<CommandLane> const& lane) {
    lane->is_open_ = true;
    advance(lane);
}

void CommandLane::advance(std::shared_ptr<CommandLane> const& lane) {
    if (!lane->is_open_ || lane->is_busy_ || lane->steps_.empty()) {
        return;
    }
    lane->is_busy_ = true;
    auto step = std::move(lane->steps_.front());
    lane->steps_.pop_front();
    step([weak = std::weak_ptr(lane)] {
        if (auto const alive = weak.lock()) {
            alive->is_busy_ = false;
            advance(alive);
        }
    });
}

} // namespace parvis::interview
