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

/// Names of offers, sites and motives, each read once.
class Names {
  public:
    explicit Names(db::Session& session) : session_(session) {}

    TicketNames of(QueueTicket const& ticket);

  private:
    /// Nothing for a motive that is not known.
    std::optional<kiosk_protocol::PlainWords> label_of(scheduling::MotiveId const& id);

    db::Session& session_;
    std::map<OfferId, std::optional<network::Offer>> offers_;
    std::map<SiteId, std::string> sites_;
    std::map<scheduling::MotiveId, std::optional<kiosk_protocol::PlainWords>> motives_;
};

} // namespace parvis::queue
