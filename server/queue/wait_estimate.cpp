// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wait_estimate.hpp"

#include <algorithm>
#include <numeric>

namespace parvis::queue {

namespace {

constexpr std::chrono::minutes step{estimate_step_minutes};

WaitEstimate unknown(NoEstimate reason) {
    return {std::nullopt, std::nullopt, reason};
}

/// In whole steps, in minutes.
std::int32_t rounded_down(std::chrono::milliseconds wait) {
    return static_cast<std::int32_t>(wait / step) * estimate_step_minutes;
}

std::int32_t rounded_up(std::chrono::milliseconds wait) {
    return rounded_down(wait + step - std::chrono::milliseconds(1));
}

/// All of the work but the longest `idle` pieces.
std::chrono::milliseconds without_longest(std::vector<std::chrono::milliseconds> pieces, int idle) {
    auto const dropped = std::min(pieces.size(), static_cast<std::size_t>(idle));
    std::ranges::sort(pieces, std::greater<>());
    return std::accumulate(pieces.begin() + static_cast<std::ptrdiff_t>(dropped), pieces.end(),
                           std::chrono::milliseconds(0));
}

} // namespace

std::optional<DurationSpread> spread_of(std::span<std::chrono::milliseconds const> measured) {
    if (measured.size() < least_measurements) {
        return std::nullopt;
    }
    std::vector<std::chrono::milliseconds> sorted(measured.begin(), measured.end());
    std::ranges::sort(sorted);
    auto const last = sorted.size() - 1;
    return DurationSpread{sorted[last / 4], sorted[(last * 3 + 3) / 4]};
}

WaitEstimate estimate_of(Ahead const& ahead) {
    if (ahead.on_duty <= 0) {
        return unknown(NoEstimate::nobody_on_duty);
    }
    auto const taken = std::min(ahead.taken, ahead.on_duty);
    if (taken > 0 && !ahead.typical) {
        return unknown(NoEstimate::too_few_measurements);
    }
    std::vector<std::chrono::milliseconds> shortest;
    std::chrono::milliseconds longest = taken > 0 ? ahead.typical->long_quarter * taken : step * 0;
    for (auto const& person : ahead.people) {
        if (!person) {
            return unknown(NoEstimate::too_few_measurements);
        }
        shortest.push_back(person->short_quarter);
        longest += person->long_quarter;
    }
    // Those who are with somebody may be free at any moment: nothing of their work is sure to be left.
    auto const from = rounded_down(without_longest(std::move(shortest), ahead.on_duty - 1) / ahead.on_duty);
    auto const to = rounded_up(longest / ahead.on_duty);
    return {from, std::max(to, from + estimate_step_minutes), std::nullopt};
}

} // namespace parvis::queue
