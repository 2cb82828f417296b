// SPDX-License-Identifier: EUPL-1.2
// A line and its names, as the use cases of this folder read them inside their transaction. Worker thread.
#pragma once

#include "server/queue/line_view.hpp"
#include "server/queue/queue_store.hpp"

#include <map>
#include <optional>
#include <string>

namespace parvis::queue {

/// Everything about one line at one moment.
Line read_line(db::Session& session, AdviserGroupId const& group, Instant now);

/// Names of offers and sites, each read once.
class Names {
  public:
    explicit Names(db::Session& session) : session_(session) {}

    TicketNames of(QueueTicket const& ticket);

  private:
    db::Session& session_;
    std::map<OfferId, std::optional<network::Offer>> offers_;
    std::map<SiteId, std::string> sites_;
};

} // namespace parvis::queue
