// SPDX-License-Identifier: EUPL-1.2
// Who wants to know that a line has changed.
#pragma once

#include "server/queue/ticket.hpp"

#include <functional>
#include <utility>
#include <vector>

namespace parvis::queue {

class LineFeed {
  public:
    using Listener = std::function<void(std::vector<AdviserGroupId> const&)>;
    /// Before anything runs.
    void subscribe(Listener listener) { listeners_.push_back(std::move(listener)); }
    /// After the change is on disk, on the worker that made it. A group may be named twice.
    void tell(std::vector<AdviserGroupId> const& groups) const {
        for (auto const& listener : listeners_) {
            listener(groups);
        }
    }

  private:
    std::vector<Listener> listeners_;
};

} // namespace parvis::queue
