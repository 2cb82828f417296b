// SPDX-License-Identifier: EUPL-1.2
// Small questions about a network's places and bodies. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/network/offer.hpp"
#include "server/scheduling/opening/public_holidays.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

/// Errors: not_found/site_unknown.
Result<NetworkId> network_of(db::Session& session, SiteId const& site);
/// Errors: not_found/partner_unknown.
Result<NetworkId> network_of(db::Session& session, PartnerId const& partner);
/// True when the room, or the kiosk, is at that site.
bool is_at(db::Session& session, network::RoomId const& room, SiteId const& site);
bool is_at(db::Session& session, KioskId const& kiosk, SiteId const& site);
bool has_subject(db::Session& session, NetworkId const& network, std::string const& subject);
/// Of its sites, each once.
std::vector<HolidayRegion> holiday_regions_of(db::Session& session, NetworkId const& network);

} // namespace parvis::scheduling
