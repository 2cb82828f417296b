// SPDX-License-Identifier: EUPL-1.2
// Writes supply. Inside a write transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <set>
#include <vector>

namespace parvis::scheduling {

using CopyId = Id<struct CopyTag>;

/// Of a week's copying; empty for other supply.
void insert_supply(db::Session& session, Supply const& supply, CopyId const& copy);
/// Replaces everything but network, body and group, and counts the change. False, and nothing changed, when
/// the revision is no longer `revision`.
bool update_supply(db::Session& session, Supply const& supply, std::int64_t revision);
/// It never takes place. False as above.
bool withdraw_supply(db::Session& session, SupplyId const& supply, std::int64_t revision);
/// True for a withdrawn one as well: its id is taken.
bool supply_exists(db::Session& session, SupplyId const& supply);
/// What one copying of a week made, by id.
std::vector<SupplyRecord> made_by(db::Session& session, CopyId const& copy);

/// Whose group it is. Errors: not_found/group_unknown.
struct GroupOwner {
    NetworkId network_id;
    PartnerId partner_id;
};
Result<GroupOwner> owner_of(db::Session& session, network::AdviserGroupId const& group);
/// Sites where the group has an offer.
std::set<SiteId> sites_served_by(db::Session& session, network::AdviserGroupId const& group);

} // namespace parvis::scheduling
