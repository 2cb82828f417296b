// SPDX-License-Identifier: EUPL-1.2
// A small world around a change of the clocks, and a naive slot engine that knows bookings, wall clocks and
// nothing else. It looks at every five minutes and at every booking.
#pragma once

#include "server/scheduling/slots/slot_search.hpp"

#include <string>

namespace parvis::scheduling::testing_support {

inline constexpr char paris[] = "Europe/Paris";
inline constexpr int days = 3;

/// An opening as it is told: by the clock on the wall.
struct ToldOpening {
    std::size_t supply;
    int day; ///< of the world, 0 .. days - 1
    int from_minute;
    int to_minute;
    std::vector<std::size_t> sites;
    int slot_minutes;
    int advisers;
    int walk_in_percent;
};

struct ToldHours {
    int from_minute;
    int to_minute;
};

/// What a clock on the wall shows, and on which day of the world.
struct WallTime {
    int day;
    int minute;
};

/// Three days around a change of the clocks: two sites, three kiosks, three supplies.
struct World {
    LocalDate first_day;
    std::vector<SupplyId> supplies;
    std::vector<SiteId> sites;
    std::vector<KioskId> kiosks;
    std::vector<std::size_t> site_of_kiosk{0, 0, 1};
    std::vector<int> preparation{10, 0, 15};                          ///< of each kiosk
    std::vector<ToldHours> hours{{0, 1440}, {90, 1380}, {240, 1200}}; ///< of each kiosk, every day
    std::vector<ToldOpening> openings;
    Instant begin;
    Instant end;
    std::vector<WallTime> wall; ///< of every tick from `begin`

    /// 0: the one above; else hours, advisers, slots and shares are made at random from it.
    explicit World(LocalDate first, unsigned variation = 0);
};

/// What both engines remember of a booking.
struct Booking {
    SupplyId supply;
    int seat;
    std::optional<KioskId> kiosk;
    Instant from;
    Instant to;
    std::optional<Instant> held_until;
};

/// Every rule in its plainest form, by walls and lists.
class Naive {
  public:
    explicit Naive(World const& world);

    std::vector<Booking> bookings;

    std::vector<Slot> search(SlotWish const& wish, Instant now) const;
    std::vector<Slot> slots_at(SlotWish const& wish, Instant at, Instant now) const;
    void expire(Instant now);

  private:
    void add(std::vector<Slot>& found, SlotWish const& wish, std::size_t supply, std::size_t site,
             Instant at) const;
    /// What the wall clock says of one opening, five minutes after five minutes.
    struct Told {
        std::vector<bool> within;
        std::vector<int> before; ///< minutes of the opening before that moment
        int all = 0;
    };
    bool is_open(std::vector<bool> const& within, Instant from, Instant to) const;
    std::vector<bool> within(int day, int from_minute, int to_minute) const;
    std::optional<int> seat_in(std::size_t opening, Instant from, Instant to) const;
    bool is_seat_free(std::size_t supply, int seat, Instant from, Instant to) const;
    std::optional<KioskId> kiosk_in(std::size_t site, Instant from, Instant to) const;

    World const& world_;
    std::vector<Told> told_;              ///< of each opening
    std::vector<std::vector<bool>> open_; ///< of each kiosk
};

} // namespace parvis::scheduling::testing_support
