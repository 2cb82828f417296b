// SPDX-License-Identifier: EUPL-1.2
// The slot engine against a naive one, over very many random steps and both changes of the clocks. The naive
// one knows bookings, wall clocks and nothing else; it looks at every five minutes and at every booking.
//
// PARVIS_SLOT_STEPS and PARVIS_SLOT_SEED choose how many steps and which; a failure prints the seed.
#include "server/scheduling/test_naive_slots.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace parvis::scheduling {
namespace {

using std::chrono::minutes;

using namespace testing_support;
using std::chrono::minutes;

constexpr int hold_minutes = 5;

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
            ground.kiosks.push_back({world.kiosks[kiosk],
                                     world.sites[world.site_of_kiosk[kiosk]],
                                     {},
                                     world.preparation[kiosk],
                                     {}});
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
                mark(kiosk.taken, ticks_of(one.from, one.to + minutes(kiosk.preparation_minutes)), taken);
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
            auto const kiosk = std::find_if(ground.kiosks.begin(), ground.kiosks.end(), [&](auto const& one) {
                return one.kiosk_id == candidate.kiosk_id;
            });
            if (is_free(kiosk->taken,
                        ticks_of(claim.from, claim.to + minutes(candidate.preparation_minutes)))) {
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
