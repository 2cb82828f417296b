// SPDX-License-Identifier: EUPL-1.2
// The slot engine beside a naive one, over very many random steps: searches, bookings, moves, cancellations,
// holds that run out. For the property test, and for scripts/bench, which goes on for millions of steps.
#pragma once

#include "server/scheduling/slots/test_naive_slots.hpp"

#include <random>
#include <stdexcept>

namespace parvis::scheduling::testing_support {

/// The two engines do not say the same.
class Difference : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

/// The engine with the guard of the database in memory: one entry for each resource and tick.
class GuardedEngine {
  public:
    explicit GuardedEngine(World const& world);

    /// The first seat and kiosk of the claim that the guard lets have.
    std::optional<Booking> book(SlotWish const& wish, SupplyId const& supply, Instant from, Instant now,
                                std::optional<Booking> const& given_back);
    void set(Booking const& one, bool taken);

    SearchGround ground;

  private:
    bool choose(SlotClaim const& claim, Booking& wanted);
};

/// Throws Difference.
class SlotWalk {
  public:
    /// `variation`: see World.
    SlotWalk(LocalDate first_day, unsigned seed, unsigned variation)
        : world_(first_day, variation), naive_(world_), engine_(world_), chance_(seed), now_(world_.begin) {}

    void step();

    long booked = 0;
    long refused = 0;
    long slots_compared = 0;

  private:
    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(chance_); }
    SlotWish some_wish();
    void search();
    void book(std::optional<int> moved);
    void check_booking(SlotWish wish, SupplyId const& supply, Instant from,
                       std::optional<Booking> const& before);
    void confirm();
    void cancel();
    void pass_time();

    World world_;
    Naive naive_;
    GuardedEngine engine_;
    std::mt19937 chance_;
    Instant now_;
};

} // namespace parvis::scheduling::testing_support
