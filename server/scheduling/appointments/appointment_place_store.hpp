// SPDX-License-Identifier: EUPL-1.2
// Takes and gives back what an appointment claims: ticks of a seat, and of a kiosk. Inside a write
// transaction; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/slots/slot_search.hpp"

#include <optional>

namespace parvis::scheduling {

/// A seat and a kiosk of the claim that nobody else has; nothing when there is none, and then
/// nothing is taken. `wanted` says supply and time. `moving`: what this appointment has already
/// counts as its own.
std::optional<Place> take_place(db::Session& session, Appointment const& wanted, SlotClaim const& claim,
                                Appointment const* moving);

/// All that it has, except what `kept` claims as well.
void give_back_place(db::Session& session, Appointment const& appointment, Appointment const* kept);

} // namespace parvis::scheduling
