// SPDX-License-Identifier: EUPL-1.2
// Booking measured inside the process, without HTTP. For scripts/bench; the database must be empty.
#include "bench/booking/fight.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <exception>
#include <string_view>

int main(int count, char** values) {
    try {
        std::string_view const what = count > 1 ? values[1] : "";
        if (what == "fight" && count == 5) {
            return parvis::bench::fight(values[2], std::atoi(values[3]), std::atoi(values[4]));
        }
        if (what == "search" && count == 7) {
            return parvis::bench::search(values[2], std::atoi(values[3]), std::atoll(values[4]),
                                         std::atoi(values[5]), std::atoi(values[6]));
        }
        fmt::print(stderr, "usage: parvis-bench-booking fight URL RUNS KILLS\n"
                           "       parvis-bench-booking search URL SITES BOOKINGS RUNS SEARCHES\n");
    } catch (std::exception const& error) {
        fmt::print(stderr, "error: {}\n", error.what());
    }
    return 2;
}
