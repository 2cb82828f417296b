// SPDX-License-Identifier: EUPL-1.2
// Supply as whoever books, queues or plans reads it: inside the caller's own transaction, so that a booking
// and a closure that is declared beside it see each other. Reads only; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/scheduling/supply/supply_rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// `sites`: only supplies that serve one of them; none: all. `motives`: only supplies that serve all of them.
/// `subject`: only those that serve a motive of it.
struct SupplyQuery {
    NetworkId network_id;
    std::optional<PartnerId> partner_id{};
    std::vector<SiteId> sites{};
    std::string subject{};
    std::vector<MotiveId> motives{};
};

/// A supply with the number of its last change.
struct SupplyRecord {
    Supply supply;
    std::int64_t revision{};
};

/// Supplies whose first to last day touch the days between two instants in the network's zone, by id.
std::vector<Supply> supplies_serving(db::Session& session, SupplyQuery const& query, Instant from,
                                     Instant to);
/// As above, with revisions; what was withdrawn is not among them.
std::vector<SupplyRecord> supply_records(db::Session& session, SupplyQuery const& query, LocalDate from,
                                         LocalDate to);
/// Errors: not_found/supply_unknown; a withdrawn one is unknown.
Result<SupplyRecord> supply_record(db::Session& session, SupplyId const& supply);

/// Openings of these supplies of one network that touch [from, to), by time: without closures of the bodies
/// and sites on holiday. Whether sites and kiosks are open is another matter (calendar_shared_store.hpp).
std::vector<Opening> openings_of(db::Session& session, NetworkId const& network,
                                 std::vector<Supply> const& supplies, Instant from, Instant to);

/// IANA name. Errors: not_found/network_unknown.
Result<std::string> time_zone_of(db::Session& session, NetworkId const& network);

/// Of a supply of this body, also one that has ended; nothing when there is none.
std::optional<network::AdviserGroupId> group_of_supply(db::Session& session, SupplyId const& supply,
                                                       PartnerId const& partner);

} // namespace parvis::scheduling
