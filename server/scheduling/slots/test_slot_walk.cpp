// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/test_slot_walk.hpp"

#include <algorithm>

namespace parvis::scheduling::testing_support {

using std::chrono::minutes;

namespace {

constexpr int hold_minutes = 5;

void expect_same(bool same, std::string const& what) {
    if (!same) {
        throw Difference(what);
    }
}

void mark(std::vector<Tick>& all, TickRange range, bool taken) {
    for (auto tick = range.from; tick < range.to; ++tick) {
        auto const at = std::lower_bound(all.begin(), all.end(), tick);
        bool const is_there = at != all.end() && *at == tick;
        if (is_there == taken) {
            throw Difference("the guard was to take a tick twice, or to give back what nobody had");
        }
        taken ? void(all.insert(at, tick)) : void(all.erase(at));
    }
}

} // namespace

GuardedEngine::GuardedEngine(World const& world) {
    for (auto const& told : world.openings) {
        auto const day = add_days(world.first_day, told.day);
        Opening opening{world.supplies[told.supply],
                        0,
                        day,
                        to_instant(day, told.from_minute, paris),
                        to_instant(day, told.to_minute, paris),
                        {},
                        told.slot_minutes,
                        told.advisers,
                        told.walk_in_percent};
        for (auto const site : told.sites) {
            opening.sites.push_back(world.sites[site]);
        }
        ground.openings.push_back(opening);
    }
    for (std::size_t kiosk = 0; kiosk < world.kiosks.size(); ++kiosk) {
        ground.kiosks.push_back(
            {world.kiosks[kiosk], world.sites[world.site_of_kiosk[kiosk]], {}, world.preparation[kiosk], {}});
        // Midnight to midnight is one span, as the calendar gives it.
        for (int day = 0; day < days; ++day) {
            auto const date = add_days(world.first_day, day);
            OpenSpan const span{to_instant(date, world.hours[kiosk].from_minute, paris),
                                to_instant(date, world.hours[kiosk].to_minute, paris)};
            auto& open = ground.kiosks.back().open;
            if (!open.empty() && open.back().to == span.from) {
                open.back().to = span.to;
            } else {
                open.push_back(span);
            }
        }
    }
}

std::optional<Booking> GuardedEngine::book(SlotWish const& wish, SupplyId const& supply, Instant from,
                                           Instant now, std::optional<Booking> const& given_back) {
    auto const claim = claim_of(ground, wish, supply, from, now);
    if (!claim) {
        return std::nullopt;
    }
    if (given_back) {
        set(*given_back, false);
    }
    Booking wanted{supply, 0, std::nullopt, claim->from, claim->to, std::nullopt};
    bool const booked = choose(*claim, wanted);
    if (!booked && given_back) {
        set(*given_back, true);
    }
    return booked ? std::optional(wanted) : std::nullopt;
}

void GuardedEngine::set(Booking const& one, bool taken) {
    mark(ground.taken_seats[{one.supply, one.seat}], ticks_of(one.from, one.to), taken);
    for (auto& kiosk : ground.kiosks) {
        if (one.kiosk == kiosk.kiosk_id) {
            mark(kiosk.taken, ticks_of(one.from, one.to + minutes(kiosk.preparation_minutes)), taken);
        }
    }
}

bool GuardedEngine::choose(SlotClaim const& claim, Booking& wanted) {
    auto const seat = std::find_if(claim.seats.begin(), claim.seats.end(), [&](int candidate) {
        return is_free(ground.taken_seats[{wanted.supply, candidate}], ticks_of(claim.from, claim.to));
    });
    if (seat == claim.seats.end()) {
        return false;
    }
    wanted.seat = *seat;
    for (auto const& candidate : claim.kiosks) {
        auto const kiosk = std::find_if(ground.kiosks.begin(), ground.kiosks.end(),
                                        [&](auto const& one) { return one.kiosk_id == candidate.kiosk_id; });
        if (is_free(kiosk->taken, ticks_of(claim.from, claim.to + minutes(candidate.preparation_minutes)))) {
            wanted.kiosk = candidate.kiosk_id;
            break;
        }
    }
    if (!claim.kiosks.empty() && !wanted.kiosk) {
        return false;
    }
    set(wanted, true);
    return true;
}

void SlotWalk::step() {
    switch (below(10)) {
    case 0:
        search();
        break;
    case 1:
    case 2:
    case 3:
    case 4:
        book(std::nullopt);
        break;
    case 5:
        pass_time();
        break;
    case 6:
        confirm();
        break;
    case 7:
    case 8:
        cancel();
        break;
    default:
        if (!naive_.bookings.empty()) {
            book(below(static_cast<int>(naive_.bookings.size())));
        }
    }
}

SlotWish SlotWalk::some_wish() {
    SlotWish wish;
    wish.door = below(3) == 0 ? Door::telephone : Door::kiosk;
    wish.minutes = 20 + 5 * below(6);
    wish.notice_least_minutes = below(2) * 45;
    wish.notice_most_days = 1 + below(4);
    wish.site_id =
        below(2) == 0 ? std::optional(world_.sites[static_cast<std::size_t>(below(2))]) : std::nullopt;
    wish.not_before = world_.begin + minutes(below(days * 1440));
    wish.most = below(2) == 0 ? 1000 : static_cast<std::size_t>(1 + below(5));
    return wish;
}

void SlotWalk::search() {
    auto const wish = some_wish();
    auto const ours = find_slots(engine_.ground, wish, now_);
    auto const plain = naive_.search(wish, now_);
    slots_compared += static_cast<long>(plain.size());
    expect_same(ours == plain, "a search of " + std::to_string(wish.minutes) + " minutes, door " +
                                   std::to_string(static_cast<int>(wish.door)) + ", now " + to_rfc3339(now_) +
                                   ", not before " + to_rfc3339(wish.not_before));
}

/// A moment that a search gave, or any one; with `moved`, a booking is taken along.
void SlotWalk::book(std::optional<int> moved) {
    auto wish = some_wish();
    wish.most = 3;
    auto from = world_.begin + tick_length * below(static_cast<int>(world_.wall.size()));
    auto supply = world_.supplies[static_cast<std::size_t>(below(3))];
    if (auto const slots = find_slots(engine_.ground, wish, now_); below(4) != 0 && !slots.empty()) {
        auto const& slot = slots[static_cast<std::size_t>(below(static_cast<int>(slots.size())))];
        from = slot.from;
        supply = slot.supply_id;
        wish.site_id = slot.site_id;
    }
    if (wish.door == Door::kiosk && !wish.site_id) {
        wish.site_id = world_.sites[0];
    }
    std::optional<Booking> before;
    if (moved) {
        before = naive_.bookings[static_cast<std::size_t>(*moved)];
        naive_.bookings.erase(naive_.bookings.begin() + *moved);
    }
    check_booking(wish, supply, from, before);
}

void SlotWalk::check_booking(SlotWish wish, SupplyId const& supply, Instant from,
                             std::optional<Booking> const& before) {
    auto ours = engine_.book(wish, supply, from, now_, before);
    wish.not_before = from;
    wish.most = 1000;
    std::optional<Slot> plain;
    for (auto const& slot : naive_.slots_at(wish, from, now_)) {
        if (slot.supply_id == supply) {
            plain = slot;
        }
    }
    auto const what = "a booking at " + to_rfc3339(from) + ", now " + to_rfc3339(now_);
    expect_same(ours.has_value() == plain.has_value(), what);
    if (!ours) {
        ++refused;
        if (before) {
            naive_.bookings.push_back(*before);
        }
        return;
    }
    expect_same(ours->seat == plain->seat && ours->kiosk == plain->kiosk_id, what);
    ++booked;
    if (!before && below(2) == 0) {
        ours->held_until = now_ + minutes(hold_minutes);
    }
    naive_.bookings.push_back(*ours);
}

void SlotWalk::confirm() {
    for (auto& one : naive_.bookings) {
        one.held_until.reset();
    }
}

void SlotWalk::cancel() {
    if (naive_.bookings.empty()) {
        return;
    }
    auto const at = naive_.bookings.begin() + below(static_cast<int>(naive_.bookings.size()));
    engine_.set(*at, false);
    naive_.bookings.erase(at);
}

/// Holds run out; at the end of the three days they begin again.
void SlotWalk::pass_time() {
    now_ += minutes(below(40));
    for (auto const& one : naive_.bookings) {
        if (one.held_until && *one.held_until <= now_) {
            engine_.set(one, false);
        }
    }
    naive_.expire(now_);
    if (now_ > world_.begin + std::chrono::hours(60)) {
        now_ = world_.begin;
    }
}

} // namespace parvis::scheduling::testing_support
