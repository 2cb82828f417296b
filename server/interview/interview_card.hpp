// SPDX-License-Identifier: EUPL-1.2
// An interview with the names around it, as boards and ends are told of it.
#pragma once

#include "server/interview/interview.hpp"
#include "server/network/offer.hpp"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace parvis::interview {

struct InterviewCard {
    Interview interview;
    network::Offer offer;
    network::KioskPlace place;
    std::optional<kiosk_protocol::WipeCounts> wiped;
};

/// Who wants to know when an interview has changed. Subscribe before anything runs.
class ChangeFeed {
  public:
    using Listener = std::function<void(InterviewCard const&)>;
    void subscribe(Listener listener) { listeners_.push_back(std::move(listener)); }
    /// After the change is on disk, on the worker that made it.
    void tell(InterviewCard const& card) const {
        for (auto const& listener : listeners_) {
            listener(card);
        }
    }

  private:
    std::vector<Listener> listeners_;
};

} // namespace parvis::interview
