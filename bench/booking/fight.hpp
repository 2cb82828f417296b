// SPDX-License-Identifier: EUPL-1.2
// What the program measures; each prints one JSON object.
#pragma once

#include <string>

namespace parvis::bench {

/// 64 clients book at random, in turn with the bare rows; then a booking process of 64 clients that fight for
/// the same days is killed with SIGKILL `kills` times. Nonzero when a booking was doubled or lost.
int fight(std::string const& url, int runs, int kills);

/// Searches at random sites for random ones of 11 bodies, with `bookings` bookings over 90 days: `runs` times
/// so many.
int search(std::string const& url, int sites, long long bookings, int runs, int searches);

} // namespace parvis::bench
