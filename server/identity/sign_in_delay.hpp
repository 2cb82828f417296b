// SPDX-License-Identifier: EUPL-1.2
// How long somebody must wait after wrong passwords. Pure.
#pragma once

#include "platform/time/instant.hpp"

#include <chrono>
#include <cstdint>

namespace parvis::identity {

/// An account is told to wait sooner than an address: a whole public body sits behind one address.
enum class DelayedBy { account, address };

/// None for the first few failures (3 for an account, 30 for an address), then doubling from one second up to
/// five minutes after the last failure (NIST SP 800-63B section 5.2.2 asks for throttling; the cap keeps a
/// stranger from locking somebody out for long).
std::chrono::milliseconds sign_in_delay(DelayedBy by, std::int64_t failures);

/// What is left of the delay at `now`; zero when a try is welcome.
std::chrono::milliseconds remaining_delay(DelayedBy by, std::int64_t failures, Instant last_failed_at,
                                          Instant now);

} // namespace parvis::identity
