// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/test_naive_slots.hpp"

#include <algorithm>
#include <random>

namespace parvis::scheduling::testing_support {

using std::chrono::minutes;

namespace {

/// Another world of the same shape; openings of one supply still do not touch one another.
void vary(World& world, unsigned variation) {
    std::mt19937 chance(variation);
    auto const below = [&](int bound) { return static_cast<int>(chance() % static_cast<unsigned>(bound)); };
    struct Kind {
        int slot_minutes;
        int advisers;
        int walk_in_percent;
        int later;
    };
    std::vector<Kind> kinds;
    for (std::size_t supply = 0; supply < world.supplies.size(); ++supply) {
        kinds.push_back({5 * (2 + below(8)), 1 + below(4), 10 * below(11), 5 * below(11)});
    }
    for (auto& told : world.openings) {
        auto const& kind = kinds[told.supply];
        told.slot_minutes = kind.slot_minutes;
        told.advisers = kind.advisers;
        told.walk_in_percent = kind.walk_in_percent;
        told.from_minute += kind.later;
        told.to_minute += kind.later;
    }
    for (auto& pause : world.preparation) {
        pause = 5 * below(6);
    }
    for (auto& hours : world.hours) {
        // Not from within the hour that spring leaves out: no wall shows it.
        hours = below(3) == 0 ? ToldHours{0, 1440} : ToldHours{5 * (48 + below(100)), 5 * (148 + below(140))};
    }
}

} // namespace

World::World(LocalDate first, unsigned variation) : first_day(first) {
    begin = to_instant(first, 0, paris);
    end = to_instant(add_days(first, days), 0, paris);
    for (int i = 0; i < 3; ++i) {
        supplies.push_back(SupplyId::make(begin));
        kiosks.push_back(KioskId::make(begin));
    }
    sites = {SiteId::make(begin), SiteId::make(begin)};
    std::sort(sites.begin(), sites.end());
    std::sort(supplies.begin(), supplies.end());
    for (int day = 0; day < days; ++day) {
        openings.push_back({0, day, 60, 300, {0, 1}, 20, 2, 30}); // through the night of the change
        openings.push_back({0, day, 540, 625, {0}, 20, 2, 30});
        openings.push_back({1, day, 510, 630, {0}, 30, 1, 0}); // one adviser, from site to site
        openings.push_back({1, day, 630, 750, {1}, 30, 1, 0});
        openings.push_back({2, day, 480, 720, {0, 1}, 45, 1, 50});
    }
    if (variation != 0) {
        vary(*this, variation);
    }
    for (auto at = begin; at < end; at += tick_length) {
        auto const local = to_local(at, paris);
        int day = 0;
        while (day < days && add_days(first_day, day) != local.date()) {
            ++day;
        }
        wall.push_back({day, local.minutes_of_day()});
    }
}

Naive::Naive(World const& world) : world_(world) {
    for (auto const& opening : world.openings) {
        Told told{within(opening.day, opening.from_minute, opening.to_minute), {}, 0};
        for (bool const is_in : told.within) {
            told.before.push_back(told.all);
            told.all += is_in ? 5 : 0;
        }
        told_.push_back(std::move(told));
    }
    for (auto const& hours : world.hours) {
        open_.push_back(within(-1, hours.from_minute, hours.to_minute));
    }
}

std::vector<Slot> Naive::search(SlotWish const& wish, Instant now) const {
    std::vector<Slot> found;
    for (auto at = world_.begin; at < world_.end && found.size() < wish.most; at += tick_length) {
        for (auto& slot : slots_at(wish, at, now)) {
            found.push_back(std::move(slot));
        }
    }
    if (found.size() > wish.most) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(wish.most), found.end());
    }
    return found;
}

std::vector<Slot> Naive::slots_at(SlotWish const& wish, Instant at, Instant now) const {
    std::vector<Slot> found;
    if (at < now + minutes(wish.notice_least_minutes) || at < wish.not_before ||
        at > now + std::chrono::hours(24) * wish.notice_most_days) {
        return found;
    }
    for (std::size_t site = 0; site < world_.sites.size(); ++site) {
        for (std::size_t supply = 0; supply < world_.supplies.size(); ++supply) {
            add(found, wish, supply, site, at);
        }
    }
    return found;
}

void Naive::expire(Instant now) {
    std::erase_if(bookings, [&](Booking const& one) { return one.held_until && *one.held_until <= now; });
}

void Naive::add(std::vector<Slot>& found, SlotWish const& wish, std::size_t supply, std::size_t site,
                Instant at) const {
    bool const by_kiosk = wish.door == Door::kiosk;
    auto const to = at + minutes(wish.minutes);
    for (std::size_t opening = 0; opening < world_.openings.size(); ++opening) {
        auto const& told = world_.openings[opening];
        bool const serves = std::find(told.sites.begin(), told.sites.end(), site) != told.sites.end();
        if (told.supply != supply || (by_kiosk && !serves) || (!by_kiosk && site != 0) ||
            (by_kiosk && wish.site_id && *wish.site_id != world_.sites[site])) {
            continue;
        }
        auto const seat = seat_in(opening, at, to);
        auto const kiosk = by_kiosk ? kiosk_in(site, at, to) : std::nullopt;
        if (seat && (kiosk || !by_kiosk)) {
            found.push_back({world_.supplies[supply], *seat, at, to,
                             by_kiosk ? std::optional(world_.sites[site]) : std::nullopt, kiosk});
        }
    }
}

std::vector<bool> Naive::within(int day, int from_minute, int to_minute) const {
    std::vector<bool> all;
    for (auto const& wall : world_.wall) {
        all.push_back((day < 0 || wall.day == day) && wall.minute >= from_minute && wall.minute < to_minute);
    }
    return all;
}

bool Naive::is_open(std::vector<bool> const& within, Instant from, Instant to) const {
    for (auto at = from; at < to; at += tick_length) {
        if (at < world_.begin || at >= world_.end ||
            !within[static_cast<std::size_t>((at - world_.begin) / tick_length)]) {
            return false;
        }
    }
    return true;
}

/// Every five minutes of it are within, and it begins on the grid, in the part that is not kept for
/// walk-ins.
std::optional<int> Naive::seat_in(std::size_t opening, Instant from, Instant to) const {
    auto const& told = world_.openings[opening];
    if (!is_open(told_[opening].within, from, to)) {
        return std::nullopt;
    }
    int const all = told_[opening].all;
    int const before = told_[opening].before[static_cast<std::size_t>((from - world_.begin) / tick_length)];
    if (before % told.slot_minutes != 0) {
        return std::nullopt;
    }
    int const length = static_cast<int>((to - from) / minutes(1));
    int const slots = all / told.slot_minutes;
    for (int seat = 0; seat < told.advisers; ++seat) {
        // The cells that are kept, counted from the end of the last seat.
        int const kept = (slots * told.advisers * told.walk_in_percent + 99) / 100;
        int const cells_behind = (told.advisers - 1 - seat) * slots;
        int usable = all;
        for (int cell = 0; cell < slots; ++cell) {
            if (cells_behind + (slots - 1 - cell) < kept) {
                usable = std::min(usable, cell * told.slot_minutes);
            }
        }
        if (before + length <= usable && is_seat_free(told.supply, seat, from, to)) {
            return seat;
        }
    }
    return std::nullopt;
}

bool Naive::is_seat_free(std::size_t supply, int seat, Instant from, Instant to) const {
    return std::none_of(bookings.begin(), bookings.end(), [&](Booking const& one) {
        return one.supply == world_.supplies[supply] && one.seat == seat && one.from < to && from < one.to;
    });
}

std::optional<KioskId> Naive::kiosk_in(std::size_t site, Instant from, Instant to) const {
    for (std::size_t kiosk = 0; kiosk < world_.kiosks.size(); ++kiosk) {
        if (world_.site_of_kiosk[kiosk] != site) {
            continue;
        }
        auto const pause = minutes(world_.preparation[kiosk]);
        bool fits = is_open(open_[kiosk], from, to);
        for (auto const& one : bookings) {
            bool const touches =
                one.kiosk == world_.kiosks[kiosk] && one.from < to + pause && from < one.to + pause;
            fits = fits && !touches;
        }
        if (fits) {
            return world_.kiosks[kiosk];
        }
    }
    return std::nullopt;
}

} // namespace parvis::scheduling::testing_support
