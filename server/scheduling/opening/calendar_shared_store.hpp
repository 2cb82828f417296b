// SPDX-License-Identifier: EUPL-1.2
// When sites and kiosks are open, as every feature reads it inside its own transaction. Reads only; worker
// thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/network/offer.hpp"
#include "server/scheduling/opening/opening_calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// What decides about the days between two instants. Errors: not_found/site_unknown.
Result<SiteCalendar> site_calendar(db::Session& session, SiteId const& site, Instant from, Instant to);
/// Errors: not_found/site_unknown.
Result<std::vector<OpenSpan>> open_spans_of(db::Session& session, SiteId const& site, Instant from,
                                            Instant to);

/// A kiosk that is in service: when its site, room and itself are open, and how long it takes to make it
/// ready for the next person.
struct OpenKiosk {
    KioskId kiosk_id;
    network::RoomId room_id;
    int preparation_minutes{};
    std::vector<OpenSpan> open;
};
/// Of one site, by name. Revoked kiosks are not among them. Errors: not_found/site_unknown.
Result<std::vector<OpenKiosk>> open_kiosks_of(db::Session& session, SiteId const& site, Instant from,
                                              Instant to);

/// Where a site is, WGS 84, in millionths of a degree.
struct SitePosition {
    SiteId site_id;
    long long latitude_microdegrees{};
    long long longitude_microdegrees{};
};
/// Sites of a network whose position is known.
std::vector<SitePosition> site_positions(db::Session& session, NetworkId const& network);

} // namespace parvis::scheduling
