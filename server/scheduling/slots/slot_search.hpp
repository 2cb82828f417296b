// SPDX-License-Identifier: EUPL-1.2
// Which moments may be booked: supply minus bookings, and the site open, and its kiosk free. Pure: openings
// and opening hours arrive as instants, so that a change of the clocks is nothing special here.
#pragma once

#include "platform/result/result.hpp"
#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/opening/opening_calendar.hpp"
#include "server/scheduling/slots/tick.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace parvis::scheduling {

/// A kiosk that may be booked: when its site, room and itself are open (in order), what is taken (in order),
/// and what it needs before the next person.
struct SearchedKiosk {
    KioskId kiosk_id;
    SiteId site_id;
    std::vector<OpenSpan> open;
    int preparation_minutes{};
    std::vector<Tick> taken;
};

/// A site whose hours matter without a kiosk: people come to it in person.
struct SearchedSite {
    SiteId site_id;
    std::vector<OpenSpan> open;
};

/// One of the advisers of a supply, 0 .. advisers - 1. The person is bound late; the seat is what is booked.
using Seat = std::pair<SupplyId, int>;

/// All that a search looks at. Openings in any order, every supply of them able to serve what is wished.
struct SearchGround {
    std::vector<Opening> openings;
    std::vector<SearchedSite> sites;
    std::vector<SearchedKiosk> kiosks;
    std::map<Seat, std::vector<Tick>> taken_seats; ///< in order; a seat that is missing is free
};

/// What is wished. Times in minutes unless said otherwise.
struct SlotWish {
    Door door{};
    std::optional<SiteId>
        site_id;                ///< nothing: any site of the openings; a kiosk's site must be in the ground
    int minutes{};              ///< of all its subjects together
    int notice_least_minutes{}; ///< not sooner than this from now
    int notice_most_days{};     ///< not later than this many times 24 hours from now
    Instant not_before;         ///< the search begins here, or now if that is later
    std::size_t most{};         ///< how many slots are wanted
    std::vector<SiteId>
        nearest{}; ///< of slots at the same moment, those at an earlier one of these come first
};

struct Slot {
    SupplyId supply_id;
    int seat{};
    Instant from;
    Instant to;
    std::optional<SiteId> site_id;   ///< empty by telephone and from home
    std::optional<KioskId> kiosk_id; ///< by kiosk alone

    friend bool operator==(Slot const&, Slot const&) = default;
};

/// The first `most` slots in order of time, then of the wish's nearest sites, then of the site's and the
/// supply's id; one for each moment, supply and site, with its lowest free seat and its first free kiosk.
/// Slots begin on the grid of their opening.
std::vector<Slot> find_slots(SearchGround const& ground, SlotWish const& wish, Instant now);

/// From here to the opening's end this seat is kept for people who come unbooked. The share is kept as whole
/// seats first, the last seat first, then as the end of one more: so that it can be told ("without
/// appointment from 11:00") and long appointments still fit.
Instant bookable_until(Opening const& opening, int seat);

struct KioskClaim {
    KioskId kiosk_id;
    int preparation_minutes{};
};

/// Where a slot that somebody chose may be claimed. Whether it is free is for the database to
/// say.
struct SlotClaim {
    Instant from;
    Instant to;
    std::vector<int> seats;
    std::vector<KioskClaim> kiosks; ///< empty unless by kiosk
};

/// The rules for one chosen moment; the taken ticks of `ground` are not looked at. Errors: invalid_input
/// "slot_in_past", "slot_too_soon" (minutes), "slot_too_far" (days), "slot_not_offered" (no opening of that
/// supply for that site has a slot there), all at /starts_at; conflict "site_closed" (the kiosk or its site
/// is closed then).
Result<SlotClaim> claim_of(SearchGround const& ground, SlotWish const& wish, SupplyId const& supply,
                           Instant from, Instant now);

} // namespace parvis::scheduling
