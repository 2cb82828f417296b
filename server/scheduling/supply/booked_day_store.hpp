// SPDX-License-Identifier: EUPL-1.2
// How much of what is planned was booked. Counts alone: nobody is named. Inside a transaction of the caller;
// worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <optional>
#include <vector>

namespace parvis::scheduling {

/// An appointment that has a seat of a supply: booked, being served or served. `missed`: nobody came. Places
/// that are only held do not count. `site_id`: where they come to; nothing by telephone and from home.
struct BookedSeat {
    SupplyId supply_id;
    PartnerId partner_id;
    std::optional<SiteId> site_id;
    Instant starts_at;
    int minutes{};
    bool missed{};
};
/// Of one body or of all of a network, that begin in [from, to).
std::vector<BookedSeat> booked_seats(db::Session& session, NetworkId const& network,
                                     std::optional<PartnerId> const& partner, Instant from, Instant to);

} // namespace parvis::scheduling
