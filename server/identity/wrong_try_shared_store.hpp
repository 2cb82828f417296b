// SPDX-License-Identifier: EUPL-1.2
// Counts wrong tries at something that is guessed, by the address they come from, as signing in does. The
// address is kept as a hash, for a day. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"

#include <chrono>
#include <string>

namespace parvis::identity {

/// What is left to wait; zero when a try is welcome. The first thirty wrong ones are free: a town hall sits
/// behind one address. `what` is guessed: "appointment".
std::chrono::milliseconds wait_after_wrong_tries(db::Session& session, std::string const& what,
                                                 std::string const& client_address, Instant now);
void note_wrong_try(db::Session& session, std::string const& what, std::string const& client_address,
                    Instant now);

} // namespace parvis::identity
