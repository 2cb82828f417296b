// SPDX-License-Identifier: EUPL-1.2
// How long somebody will probably wait: a range in minutes, or "we can't say yet", never a single number.
// Pure.
//
// From measured durations (call to end: how long one person takes up an adviser) and list scheduling (R. L.
// Graham, "Bounds for certain multiprocessing anomalies", 1966): with `a` advisers who take people one after
// another, the next person is taken at the latest after the whole work before them divided by `a`, and at the
// earliest after that work without the longest a-1 pieces, divided by `a`. The early end takes the short
// quarter of the measured durations, the late end the long quarter.
#pragma once

#include <boost/describe.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace parvis::queue {

/// Fewer than this say nothing.
inline constexpr std::size_t least_measurements = 10;
/// Both ends are multiples of this, the early one rounded down and the late one up.
inline constexpr int estimate_step_minutes = 5;

BOOST_DEFINE_ENUM_CLASS(NoEstimate, too_few_measurements, nobody_on_duty, kiosk_offline)

/// Either both minutes, or why not.
struct WaitEstimate {
    std::optional<std::int32_t> from_minutes;
    std::optional<std::int32_t> to_minutes; ///< at least one step above from_minutes
    std::optional<NoEstimate> unknown;

    bool operator==(WaitEstimate const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitEstimate, (), (from_minutes, to_minutes, unknown))

WaitEstimate unknown_wait(NoEstimate reason);

/// The quartiles of what was measured.
struct DurationSpread {
    std::chrono::milliseconds short_quarter{};
    std::chrono::milliseconds long_quarter{};
};

/// Nothing with too few; in any order.
std::optional<DurationSpread> spread_of(std::span<std::chrono::milliseconds const> measured);

/// What stands before somebody: one entry for each person who goes first (nothing: not known how long they
/// take), how many advisers are on duty, and how many of these are with somebody now, whose work is
/// `typical`.
struct Ahead {
    std::vector<std::optional<DurationSpread>> people;
    std::optional<DurationSpread> typical;
    int on_duty{};
    int taken{};
};

/// For whoever stands behind all of these people.
WaitEstimate estimate_of(Ahead const& ahead);
/// For everybody on the way: behind nobody, behind the first, ... behind all; one more than there are people.
std::vector<WaitEstimate> estimates_along(Ahead const& ahead);

} // namespace parvis::queue
