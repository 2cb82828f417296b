// SPDX-License-Identifier: EUPL-1.2
// Slows down whoever guesses the codes of appointments and of the waiting list. Worker threads.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "platform/time/instant.hpp"

#include <string>

namespace parvis::scheduling {

/// Before a code is looked up. rate_limited "code_delayed" (/code; retry_after_seconds) after too many wrong
/// ones from that address.
Result<void> check_code_delay(db::Database& database, std::string const& client_address, Instant now);
/// After one that is not known: not_found `reason` (/code), or why that could not be noted.
Error note_wrong_code(db::Database& database, std::string const& client_address, Instant now,
                      std::string const& reason);

} // namespace parvis::scheduling
