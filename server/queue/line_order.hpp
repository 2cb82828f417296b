// SPDX-License-Identifier: EUPL-1.2
// Who is next in the one line of an adviser group over all sites. Pure.
//
// The rule as a mediator may explain it:
//   Everybody has a place time, and the earliest goes first. It is the moment when you came. Where several
//   people wait at one site for the same advisers, each gets a place at least ten minutes after the one
//   before, as if they had come one by one, so that a full site does not hold up the others; but nobody is
//   put back by more than an hour. Who has an appointment counts, from its time on, as if they had come an
//   hour before it (or before they came, when they are late); until then they wait like everybody else. Who
//   is urgent, for a reason that is written down, goes first. A site whose kiosks are all taken is skipped
//   until one is free: its people keep their places. Who touches a kiosk without a ticket has the place of
//   somebody who came at that moment.
// It follows that nobody without urgency is ever passed by somebody who came more than two hours after them,
// hence nobody waits for ever. Places never change while one waits: only the time of an appointment and an
// urgency move anybody, and only forward.
#pragma once

#include "server/queue/ticket.hpp"

#include <functional>
#include <span>
#include <vector>

namespace parvis::queue {

inline constexpr std::chrono::minutes site_spacing{10};
inline constexpr std::chrono::minutes most_set_back{60};
inline constexpr std::chrono::minutes appointment_lead{60};

/// Given once, when somebody comes. `before`: the latest place among those in the line of the same group at
/// the same site who came no later.
Instant place_for(Instant arrived_at, std::optional<Instant> before);

/// The place that counts at `now`.
Instant place_at(QueueTicket const& ticket, Instant now);

/// Waits, or is away past the moment they named.
bool is_callable(QueueTicket const& ticket, Instant now);

/// A strict total order: urgent, place, arrival, id.
bool goes_before(QueueTicket const& a, QueueTicket const& b, Instant now);

/// Those who may be called, the next one first.
std::vector<QueueTicket> line_of(std::span<QueueTicket const> tickets, Instant now);

/// The first one at a site where there is a free kiosk.
std::optional<QueueTicket> next_of(std::span<QueueTicket const> tickets, Instant now,
                                   std::function<bool(QueueTicket const&)> const& has_kiosk);

} // namespace parvis::queue
