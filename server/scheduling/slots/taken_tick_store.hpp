// SPDX-License-Identifier: EUPL-1.2
// The guard against double booking: one row for each resource and tick, under a unique key. Inside a write
// transaction of platform/db; worker thread.
//
// Nothing here looks before it takes: on PostgreSQL a serializable transaction that reads the guard collides
// with every neighbour who writes beside it, one that only inserts collides with those alone who want the
// same.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/slots/slot_search.hpp"

#include <map>
#include <optional>
#include <vector>

namespace parvis::scheduling {

/// Short for a kiosk or a seat; made at the first booking.
using ResourceNumber = long long;

ResourceNumber resource_of(db::Session& session, KioskId const& kiosk);
ResourceNumber resource_of(db::Session& session, Seat const& seat);

/// Takes all of them, or none (then somebody else has at least one).
bool take(db::Session& session, ResourceNumber resource, TickRange ticks);
/// Throws std::logic_error when one of them was not taken: somebody gave back what they did not have.
void give_back(db::Session& session, ResourceNumber resource, TickRange ticks);

/// In order. Also in a reading transaction; a kiosk or seat that was never booked has none.
std::vector<Tick> taken_of(db::Session& session, KioskId const& kiosk, TickRange within);
/// Of all its seats that have any.
std::map<Seat, std::vector<Tick>> taken_of(db::Session& session, SupplyId const& supply, TickRange within);

/// Deletes what lies before `before` of a few hundred resources, those after number `after`; the number to go
/// on from, or nothing at the end. Rows of the past guard nothing any more.
std::optional<ResourceNumber> forget_ticks(db::Session& session, Tick before, ResourceNumber after);

} // namespace parvis::scheduling
