// SPDX-License-Identifier: EUPL-1.2
// SQL of the screens of waiting rooms. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/queue/wall_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

struct WallRow {
    WallView wall;
    NetworkId network_id;
    std::string secret_hash;
    AccountId made_by;
};
/// Known already: gets the new secret and name, unless it was taken back or belongs to another site. False
/// then.
bool save_wall(db::Session& session, WallRow const& row);
/// Not taken back.
std::optional<WallView> find_wall(db::Session& session, WallId const& wall);
std::optional<WallView> wall_opened_by(db::Session& session, std::string const& secret_hash);
/// The newest first.
std::vector<WallView> walls_at(db::Session& session, SiteId const& site);
void revoke_wall(db::Session& session, WallId const& wall, Instant now);
/// Nothing: no such site.
std::optional<NetworkId> network_of(db::Session& session, SiteId const& site);

} // namespace parvis::queue
