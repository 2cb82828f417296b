// SPDX-License-Identifier: EUPL-1.2
// The slot engine against a naive one, over very many random steps and both changes of the clocks. The naive
// one knows bookings, wall clocks and nothing else; it looks at every five minutes and at every booking.
//
// PARVIS_SLOT_STEPS and PARVIS_SLOT_SEED choose how many steps and which; a failure prints the seed.
#include "server/scheduling/slot_search.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>

namespace parvis::scheduling {
namespace {

using std::chrono::minutes;

constexpr char paris[] = "Europe/Paris";
constexpr int days = 3;
constexpr int preparation = 10;
constexpr int hold_minutes = 5;

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
    std::vector<ToldHours> hours{{0, 1440}, {90, 1380}, {240, 1200}}; ///< of each kiosk, every day
    std::vector<ToldOpening> openings;
    Instant begin;
    Instant end;
    std::vector<WallTime> wall; ///< of every tick from `begin`

    explicit World(LocalDate first) : first_day(first) {
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
        for (auto at = begin; at < end; at += tick_length) {
            auto const local = to_local(at, paris);
            int day = 0;
            while (day < days && add_days(first_day, day) != local.date()) {
                ++day;
            }
            wall.push_back({day, local.minutes_of_day()});
        }
    }
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
    explicit Naive(World const& world) : world_(world) {}

    std::vector<Booking> bookings;

    std::vector<Slot> search(SlotWish const& wish, Instant now) const {
        std::vector<Slot> found;
        for (auto at = world_.begin; at < world_.end; at += tick_length) {
            for (auto& slot : slots_at(wish, at, now)) {
                found.push_back(std::move(slot));
            }
        }
        if (found.size() > wish.most) {
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(wish.most), found.end());
        }
        return found;
    }

    std::vector<Slot> slots_at(SlotWish const& wish, Instant at, Instant now) const {
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

    void expire(Instant now) {
        std::erase_if(bookings, [&](Booking const& one) { return one.held_until && *one.held_until <= now; });
    }

  private:
    void add(std::vector<Slot>& found, SlotWish const& wish, std::size_t supply, std::size_t site,
             Instant at) const {
        bool const by_kiosk = wish.door == Door::kiosk;
        auto const to = at + minutes(wish.minutes);
        for (auto const& told : world_.openings) {
            bool const serves = std::find(told.sites.begin(), told.sites.end(), site) != told.sites.end();
            if (told.supply != supply || (by_kiosk && !serves) || (!by_kiosk && site != 0) ||
                (by_kiosk && wish.site_id && *wish.site_id != world_.sites[site])) {
                continue;
            }
            auto const seat = seat_in(told, at, to);
            auto const kiosk = by_kiosk ? kiosk_in(site, at, to) : std::nullopt;
            if (seat && (kiosk || !by_kiosk)) {
                found.push_back({world_.supplies[supply], *seat, at, to,
                                 by_kiosk ? std::optional(world_.sites[site]) : std::nullopt, kiosk});
            }
        }
    }

    bool is_within(int day, int from_minute, int to_minute, Instant at) const {
        if (at < world_.begin || at >= world_.end) {
            return false;
        }
        auto const& wall = world_.wall[static_cast<std::size_t>((at - world_.begin) / tick_length)];
        return (day < 0 || wall.day == day) && wall.minute >= from_minute && wall.minute < to_minute;
    }

    /// Every five minutes of it are within, and it begins on the grid, in the part that is not kept for
    /// walk-ins.
    std::optional<int> seat_in(ToldOpening const& told, Instant from, Instant to) const {
        if (!is_within(told.day, told.from_minute, told.to_minute, from)) {
            return std::nullopt;
        }
        int before = 0; // minutes of the opening before `from`
        int all = 0;
        for (auto at = from - std::chrono::hours(8); at < from + std::chrono::hours(8); at += tick_length) {
            if (is_within(told.day, told.from_minute, told.to_minute, at)) {
                all += 5;
                before += at < from ? 5 : 0;
            } else if (at >= from && at < to) {
                return std::nullopt;
            }
        }
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

    bool is_seat_free(std::size_t supply, int seat, Instant from, Instant to) const {
        return std::none_of(bookings.begin(), bookings.end(), [&](Booking const& one) {
            return one.supply == world_.supplies[supply] && one.seat == seat && one.from < to &&
                   from < one.to;
        });
    }

    std::optional<KioskId> kiosk_in(std::size_t site, Instant from, Instant to) const {
        for (std::size_t kiosk = 0; kiosk < world_.kiosks.size(); ++kiosk) {
            if (world_.site_of_kiosk[kiosk] != site) {
                continue;
            }
            bool fits = true;
            for (auto at = from; at < to; at += tick_length) {
                fits =
                    fits && is_within(-1, world_.hours[kiosk].from_minute, world_.hours[kiosk].to_minute, at);
            }
            for (auto const& one : bookings) {
                bool const touches = one.kiosk == world_.kiosks[kiosk] &&
                                     one.from < to + minutes(preparation) &&
                                     from < one.to + minutes(preparation);
                fits = fits && !touches;
            }
            if (fits) {
                return world_.kiosks[kiosk];
            }
        }
        return std::nullopt;
    }

    World const& world_;
};

/// The engine with the guard of the database in memory: one entry for each resource and tick.
class Engine {
  public:
    explicit Engine(World const& world) {
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
            ground.kiosks.push_back({world.kiosks[kiosk], world.sites[world.site_of_kiosk[kiosk]], {}, {}});
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

    /// The first seat and kiosk of the claim that the guard lets have.
    std::optional<Booking> book(SlotWish const& wish, SupplyId const& supply, Instant from, Instant now,
                                std::optional<Booking> const& given_back) {
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

    void set(Booking const& one, bool taken) {
        mark(ground.taken_seats[{one.supply, one.seat}], ticks_of(one.from, one.to), taken);
        for (auto& kiosk : ground.kiosks) {
            if (one.kiosk == kiosk.kiosk_id) {
                mark(kiosk.taken, ticks_of(one.from, one.to + minutes(preparation)), taken);
            }
        }
    }

    SearchGround ground;

  private:
    bool choose(SlotClaim const& claim, Booking& wanted) {
        auto const seat = std::find_if(claim.seats.begin(), claim.seats.end(), [&](int candidate) {
            return is_free(ground.taken_seats[{wanted.supply, candidate}], ticks_of(claim.from, claim.to));
        });
        if (seat == claim.seats.end()) {
            return false;
        }
        wanted.seat = *seat;
        for (auto const& candidate : claim.kiosks) {
            auto const kiosk = std::find_if(ground.kiosks.begin(), ground.kiosks.end(),
                                            [&](auto const& one) { return one.kiosk_id == candidate; });
            if (is_free(kiosk->taken, ticks_of(claim.from, claim.to + minutes(preparation)))) {
                wanted.kiosk = candidate;
                break;
            }
        }
        if (!claim.kiosks.empty() && !wanted.kiosk) {
            return false;
        }
        set(wanted, true);
        return true;
    }

    static void mark(std::vector<Tick>& all, TickRange range, bool taken) {
        for (auto tick = range.from; tick < range.to; ++tick) {
            auto const at = std::lower_bound(all.begin(), all.end(), tick);
            bool const is_there = at != all.end() && *at == tick;
            ASSERT_NE(is_there, taken)
                << "the guard was to take a tick twice, or to give back what nobody had";
            taken ? void(all.insert(at, tick)) : void(all.erase(at));
        }
    }
};

class Walk {
  public:
    Walk(LocalDate first_day, unsigned seed)
        : world_(first_day), naive_(world_), engine_(world_), chance_(seed), now_(world_.begin) {}

    void step() {
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

    long booked = 0;
    long refused = 0;
    long slots_compared = 0;

  private:
    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(chance_); }

    SlotWish some_wish() {
        SlotWish wish;
        wish.door = below(3) == 0 ? Door::telephone : Door::kiosk;
        wish.minutes = 20 + 5 * below(6);
        wish.notice_least_minutes = below(2) * 45;
        wish.notice_most_days = 1 + below(4);
        wish.preparation_minutes = preparation;
        wish.site_id =
            below(2) == 0 ? std::optional(world_.sites[static_cast<std::size_t>(below(2))]) : std::nullopt;
        wish.not_before = world_.begin + minutes(below(days * 1440));
        wish.most = below(2) == 0 ? 1000 : static_cast<std::size_t>(1 + below(5));
        return wish;
    }

    void search() {
        auto const wish = some_wish();
        auto const ours = find_slots(engine_.ground, wish, now_);
        auto const plain = naive_.search(wish, now_);
        slots_compared += static_cast<long>(plain.size());
        ASSERT_EQ(ours, plain) << "minutes " << wish.minutes << ", door " << static_cast<int>(wish.door)
                               << ", now " << to_rfc3339(now_) << ", not before "
                               << to_rfc3339(wish.not_before);
    }

    /// A moment that a search gave, or any one; with `moved`, a booking is taken along.
    void book(std::optional<int> moved) {
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

    void check_booking(SlotWish wish, SupplyId const& supply, Instant from,
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
        ASSERT_EQ(ours.has_value(), plain.has_value()) << to_rfc3339(from) << " now " << to_rfc3339(now_);
        if (!ours) {
            ++refused;
            if (before) {
                naive_.bookings.push_back(*before);
            }
            return;
        }
        ASSERT_EQ(ours->seat, plain->seat);
        ASSERT_EQ(ours->kiosk, plain->kiosk_id);
        ++booked;
        if (!before && below(2) == 0) {
            ours->held_until = now_ + minutes(hold_minutes);
        }
        naive_.bookings.push_back(*ours);
    }

    void confirm() {
        for (auto& one : naive_.bookings) {
            one.held_until.reset();
        }
    }

    void cancel() {
        if (naive_.bookings.empty()) {
            return;
        }
        auto const at = naive_.bookings.begin() + below(static_cast<int>(naive_.bookings.size()));
        engine_.set(*at, false);
        naive_.bookings.erase(at);
    }

    /// Holds run out; at the end of the three days they begin again.
    void pass_time() {
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

    World world_;
    Naive naive_;
    Engine engine_;
    std::mt19937 chance_;
    Instant now_;
};

long from_environment(char const* name, long otherwise) {
    auto const* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atol(text);
}

class SlotEngine : public testing::TestWithParam<LocalDate> {};
INSTANTIATE_TEST_SUITE_P(AroundTheChangeOfClocks, SlotEngine,
                         testing::Values(LocalDate{2026, 3, 28}, LocalDate{2026, 10, 24}),
                         [](auto const& day) { return day.param.month == 3 ? "in_spring" : "in_autumn"; });

TEST_P(SlotEngine, never_differs_from_one_that_looks_at_every_minute_and_every_booking) {
    auto const steps = from_environment("PARVIS_SLOT_STEPS", 1000);
    auto const seed = static_cast<unsigned>(from_environment("PARVIS_SLOT_SEED", 20'260'329));
    Walk walk(GetParam(), seed);
    for (long step = 0; step < steps; ++step) {
        walk.step();
        ASSERT_FALSE(HasFatalFailure()) << "step " << step << " of seed " << seed;
    }
    EXPECT_GT(walk.booked, steps / 10) << "the walk must do something";
    EXPECT_GT(walk.refused, steps / 50);
    EXPECT_GT(walk.slots_compared, steps / 2);
}

} // namespace
} // namespace parvis::scheduling
