// SPDX-License-Identifier: EUPL-1.2
// Where somebody who waits could be received now, and what keeps them from it although it may be their turn.
// Pure.
//
// The rule as a mediator may explain it:
//   You are called to a kiosk of your site, or to the one where you asked to be called back. Is it off, or
//   is somebody there, you keep your place and others are called meanwhile; your turn comes as soon as it is
//   free. A kiosk that somebody has booked is kept for them from ten minutes before their time: until ten
//   minutes after it when they have not come, for the whole of their time when they are here. Who is urgent
//   may be received there all the same.
#pragma once

#include "server/queue/ticket.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace parvis::queue {

inline constexpr std::chrono::minutes kept_before{10};
inline constexpr std::chrono::minutes kept_for_late{10};

/// An appointment by kiosk: confirmed (not here yet) or arrived.
struct KioskBooking {
    scheduling::AppointmentId appointment_id;
    Instant starts_at;
    Instant ends_at;
    bool is_here = false;
};

/// A kiosk as whoever waits at its site finds it.
struct LineKiosk {
    KioskId kiosk_id;
    SiteId site_id;
    bool is_away = false;  ///< no link
    bool is_taken = false; ///< somebody was called there, rings, or talks
    bool at_home = false;  ///< the own device of one person, who alone is received there
    std::vector<KioskBooking> bookings;
};

/// What becomes free by itself comes first: taken, kept, then offline, then no kiosk at all.
BOOST_DEFINE_ENUM_CLASS(HeldUp, kiosk_taken, kiosk_kept, kiosk_offline, no_kiosk)

/// Whether the kiosk waits for who booked it.
bool is_kept(KioskBooking const& booking, Instant now);

/// Nothing: a kiosk is free for them.
std::optional<HeldUp> held_up(QueueTicket const& ticket, std::span<LineKiosk const> kiosks, Instant now);

} // namespace parvis::queue
