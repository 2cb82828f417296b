// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/reception.hpp"

#include <algorithm>

namespace parvis::queue {

namespace {

/// What one kiosk has against receiving them.
std::optional<HeldUp> against(QueueTicket const& ticket, LineKiosk const& kiosk, Instant now) {
    if (kiosk.is_taken) {
        return HeldUp::kiosk_taken;
    }
    if (kiosk.is_away) {
        return HeldUp::kiosk_offline;
    }
    bool const waits_for_another = std::ranges::any_of(kiosk.bookings, [&](KioskBooking const& booking) {
        return booking.appointment_id != ticket.appointment_id && is_kept(booking, now);
    });
    return waits_for_another && !ticket.urgent ? std::optional(HeldUp::kiosk_kept) : std::nullopt;
}

} // namespace

bool is_kept(KioskBooking const& booking, Instant now) {
    auto const until = booking.is_here ? booking.ends_at : booking.starts_at + kept_for_late;
    return now >= booking.starts_at - kept_before && now < until;
}

std::optional<HeldUp> held_up(QueueTicket const& ticket, std::span<LineKiosk const> kiosks, Instant now) {
    auto least = HeldUp::no_kiosk;
    for (auto const& kiosk : kiosks) {
        bool const is_theirs =
            ticket.wanted_kiosk_id ? kiosk.kiosk_id == *ticket.wanted_kiosk_id : !kiosk.at_home;
        if (kiosk.site_id != ticket.site_id || !is_theirs) {
            continue;
        }
        auto const reason = against(ticket, kiosk, now);
        if (!reason) {
            return std::nullopt;
        }
        least = std::min(least, *reason);
    }
    return least;
}

} // namespace parvis::queue
