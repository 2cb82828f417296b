// SPDX-License-Identifier: EUPL-1.2
// SQL of closed lines. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/queue/line_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

/// From closed_at until until_at; for the people of one site, or for all.
struct Closing {
    ClosingId closing_id;
    NetworkId network_id;
    AdviserGroupId group_id;
    std::optional<SiteId> site_id;
    std::string message;
    AccountId closed_by;
    Instant closed_at;
    Instant until_at;
};
/// False when it is known already.
bool insert_closing(db::Session& session, Closing const& closing);
/// What is closed now; of two closings of the same site the newest message.
Closings closings_of(db::Session& session, AdviserGroupId const& group, Instant now);
/// The sites that are closed alone, by name.
std::vector<ClosedSite> closed_sites_of(db::Session& session, AdviserGroupId const& group,
                                        Closings const& closings, Instant now);
/// The whole line's closing, or that of one site.
void reopen(db::Session& session, AdviserGroupId const& group, std::optional<SiteId> const& site,
            Instant now);

} // namespace parvis::queue
