// SPDX-License-Identifier: EUPL-1.2
// ULIDs: 48 bits of UTC milliseconds and 80 random bits, in 26 characters of Crockford base32 (upper case).
#pragma once

#include "platform/time/instant.hpp"

#include <string>
#include <string_view>

namespace parvis {

/// The randomness comes from libsodium. Two ids of one millisecond are in no particular order.
std::string make_ulid(Instant now);

/// True for the 26 upper-case characters that make_ulid writes; lower case and lookalikes (I, L, O, U) are
/// refused, so that an id has one spelling.
bool is_ulid(std::string_view text);

/// The moment inside the id. The text must be a ULID.
Instant ulid_instant(std::string_view text);

} // namespace parvis
