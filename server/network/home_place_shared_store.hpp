// SPDX-License-Identifier: EUPL-1.2
// Places of people who join from home: a kiosk for one appointment, without key, name or room of its own.
// Inside a write transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/network/offer.hpp"

#include <optional>

namespace parvis::network {

/// The site whose line somebody from home waits in when they booked without one: the first where the group
/// answers. Nothing: the group answers nowhere.
std::optional<SiteId> any_site_of(db::Session& session, AdviserGroupId const& group);
/// False when the site has no room: then it has no kiosk and no line either.
bool open_home_place(db::Session& session, KioskId const& place, SiteId const& site);
bool is_home_place(db::Session& session, KioskId const& place);
/// Nothing rings there any more, and no link is let in. Done already: nothing changes.
void end_home_place(db::Session& session, KioskId const& place, Instant now);

} // namespace parvis::network
