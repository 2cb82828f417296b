// SPDX-License-Identifier: EUPL-1.2
// parvis-bench-slot-walk STEPS MOST_SECONDS FIRST_SEED: the slot engine beside the naive one of its tests, in
// another world for each seed, around both changes of the clocks in turn. Writes one JSON line; ends with 1,
// and names the seed, when they differ.
#include "server/scheduling/slots/test_slot_walk.hpp"

#include <fmt/core.h>

#include <chrono>
#include <string>

namespace parvis {
namespace {

using namespace scheduling::testing_support;

constexpr long steps_of_walk = 5'000;
constexpr LocalDate clock_changes[] = {{2026, 3, 28}, {2026, 10, 24}};

int run(long steps, double most_seconds, unsigned first_seed) {
    auto const begin = std::chrono::steady_clock::now();
    auto const seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    long done = 0;
    long booked = 0;
    long compared = 0;
    auto seed = first_seed;
    for (; done < steps && seconds() < most_seconds; ++seed) {
        SlotWalk walk(clock_changes[seed % 2], seed, seed);
        for (long step = 0; step < steps_of_walk; ++step) {
            try {
                walk.step();
            } catch (Difference const& difference) {
                fmt::print(stderr, "seed {}, step {}: {}\n", seed, step, difference.what());
                return 1;
            }
        }
        done += steps_of_walk;
        booked += walk.booked;
        compared += walk.slots_compared;
    }
    fmt::print("{{\"steps\":{},\"first_seed\":{},\"walks\":{},\"booked\":{},\"slots_compared\":{},"
               "\"seconds\":{:.2f}}}\n",
               done, first_seed, seed - first_seed, booked, compared, seconds());
    return 0;
}

} // namespace
} // namespace parvis

int main(int count, char** words) {
    if (count != 4) {
        fmt::print(stderr, "usage: parvis-bench-slot-walk STEPS MOST_SECONDS FIRST_SEED\n");
        return 2;
    }
    return parvis::run(std::stol(words[1]), std::stod(words[2]), static_cast<unsigned>(std::stoul(words[3])));
}
