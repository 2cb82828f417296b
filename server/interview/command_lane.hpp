// SPDX-License-Identifier: EUPL-1.2
// Commands of one link that need a worker, one after another in the order in which they came: a "withdraw"
// must not overtake its "ring". io thread.
#pragma once

#include <deque>
#include <functional>
#include <memory>

namespace parvis::interview {

class CommandLane {
  public:
    /// A step calls `finished` exactly once, later or at once, on the io thread.
    using Step = std::function<void(std::function<void()> finished)>;

    /// Steps are dropped when the last owner of the lane lets go of it.
    static void add(std::shared_ptr<CommandLane> const& lane, Step step);
    /// Steps wait until then: the snapshot comes first.
    static void open(std::shared_ptr<CommandLane> const& lane);

  private:
    static void advance(std::shared_ptr<CommandLane> const& lane);

    std::deque<Step> steps_;
    bool is_open_ = false;
    bool is_busy_ = false;
};

} // namespace parvis::interview
