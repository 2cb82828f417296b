// SPDX-License-Identifier: EUPL-1.2
// A line and its names, as the use cases of this folder read them inside their transaction. Worker thread.
#pragma once

#include "server/network/offer_names_shared_store.hpp"
#include "server/queue/handed_on_store.hpp"
#include "server/queue/line_view.hpp"
#include "server/queue/queue_store.hpp"

#include <map>
#include <optional>
#include <set>

namespace parvis::queue {

/// Everything about one line at one moment.
Line read_line(db::Session& session, AdviserGroupId const& group, Instant now);

/// One ticket as a reading of its whole line would show it, without reading those before it.
ShownTicket shown_alone(db::Session& session, QueueTicket const& ticket, Instant now);

/// Names of offers, their sites, and motives, each read once, and of who handed somebody on.
class Names {
  public:
    explicit Names(db::Session& session) : session_(session) {}

    /// All that a line needs, before many of its tickets are shown.
    void read(AdviserGroupId const& group);
    TicketNames of(QueueTicket const& ticket);

  private:
    db::Session& session_;
    std::map<OfferId, network::OfferNames> offers_;
    /// Lines of which all is read.
    std::set<AdviserGroupId> read_;
    std::map<TicketId, HandedOn> handed_on_;
    /// Nothing for a motive that is not known.
    std::map<scheduling::MotiveId, std::optional<kiosk_protocol::PlainWords>> motives_;
};

} // namespace parvis::queue
