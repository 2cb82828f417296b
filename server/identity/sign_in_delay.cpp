// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/sign_in_delay.hpp"

#include <algorithm>

namespace parvis::identity {
namespace {

constexpr std::int64_t free_failures_of_account = 3;
constexpr std::int64_t free_failures_of_address = 30;
constexpr std::chrono::milliseconds first_delay = std::chrono::seconds(1);
constexpr std::chrono::milliseconds longest_delay = std::chrono::minutes(5);
constexpr std::int64_t doublings_to_longest = 9; // 2^9 s is over five minutes

} // namespace

std::chrono::milliseconds sign_in_delay(DelayedBy by, std::int64_t failures) {
    auto const free = by == DelayedBy::account ? free_failures_of_account : free_failures_of_address;
    if (failures < free) {
        return std::chrono::milliseconds(0);
    }
    auto const doublings = std::min(failures - free, doublings_to_longest);
    return std::min(first_delay * (std::int64_t{1} << doublings), longest_delay);
}

std::chrono::milliseconds remaining_delay(DelayedBy by, std::int64_t failures, Instant last_failed_at,
                                          Instant now) {
    auto const left = (last_failed_at + sign_in_delay(by, failures)) - now;
    return std::max(left, std::chrono::milliseconds(0));
}

} // namespace parvis::identity
