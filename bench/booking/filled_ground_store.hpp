// SPDX-License-Identifier: EUPL-1.2
// Very many bookings, written straight into the tables as bookings write them.
#pragma once

#include "bench/booking/ground_store.hpp"

namespace parvis::bench {

/// About `count` bookings by kiosk over so many days from the first one, at random moments and for random
/// bodies. How many it became.
long long fill(db::Database& database, Ground const& ground, int days, long long count);

} // namespace parvis::bench
