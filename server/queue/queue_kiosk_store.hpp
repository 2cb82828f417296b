// SPDX-License-Identifier: EUPL-1.2
// SQL of the kiosks that people are called to: the same rule as reception.hpp, asked of the database, and its
// facts for whoever shows a line. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/queue/reception.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace parvis::queue {

/// A condition on ticket `t`: a kiosk would receive them now. Takes the three instants of booking_sight, in
/// their order; `number` tells its parameters from those of the same condition elsewhere in the query.
std::string a_kiosk_is_free(std::string const& number);
/// Bookings that begin between may keep a kiosk at the moment `at`.
struct BookingSight {
    Instant since;
    Instant soon;
    Instant at;
};
BookingSight booking_sight(Instant now);

/// A kiosk that would receive them; the wanted one if there is one.
std::optional<KioskId> free_kiosk_for(db::Session& session, QueueTicket const& ticket, Instant now);
/// At the sites where people wait in this line.
std::vector<LineKiosk> kiosks_of_line(db::Session& session, AdviserGroupId const& group, Instant now);
std::vector<LineKiosk> kiosks_at(db::Session& session, SiteId const& site, Instant now);
bool is_away(db::Session& session, KioskId const& kiosk);
/// Whose people wait at the site, for whom a kiosk there was taken or became free.
std::vector<AdviserGroupId> groups_in_line_at(db::Session& session, SiteId const& site);

} // namespace parvis::queue
