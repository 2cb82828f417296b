// SPDX-License-Identifier: EUPL-1.2
// Time in steps of five minutes: what a booking claims of a kiosk and of an adviser's seat. Every offset from
// UTC that IANA knows for today is a multiple of five minutes, so that ticks and wall clocks agree in every
// zone.
#pragma once

#include "platform/time/instant.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace parvis::scheduling {

/// Five minutes, counted from 1970-01-01 in UTC.
using Tick = std::int64_t;

inline constexpr std::chrono::milliseconds tick_length = std::chrono::minutes(5);

/// Ticks from `from` up to, but not including, `to`.
struct TickRange {
    Tick from{};
    Tick to{};

    Tick count() const { return to - from; }
    friend bool operator==(TickRange const&, TickRange const&) = default;
};

/// Every tick that a part of [from, to) falls into.
inline TickRange ticks_of(Instant from, Instant to) {
    auto const length = tick_length.count();
    return {from.ms / length, (to.ms + length - 1) / length};
}

inline Instant instant_of(Tick tick) {
    return {tick * tick_length.count()};
}

/// `taken` is in order.
inline bool is_free(std::vector<Tick> const& taken, TickRange range) {
    auto const next = std::lower_bound(taken.begin(), taken.end(), range.from);
    return next == taken.end() || *next >= range.to;
}

} // namespace parvis::scheduling
