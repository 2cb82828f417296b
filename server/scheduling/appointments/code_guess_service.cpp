// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/code_guess_service.hpp"

#include "server/identity/wrong_try_shared_store.hpp"

namespace parvis::scheduling {

namespace {

constexpr char guessed[] = "appointment";

} // namespace

Result<void> check_code_delay(db::Database& database, std::string const& client_address, Instant now) {
    auto const wait = database.read([&](db::Session& session) -> Result<std::chrono::milliseconds> {
        return identity::wait_after_wrong_tries(session, guessed, client_address, now);
    });
    if (!wait) {
        return wait.error();
    }
    if (*wait > std::chrono::milliseconds(0)) {
        return fail(ErrorCode::rate_limited, "code_delayed", "/code",
                    {{"retry_after_seconds", std::to_string((wait->count() + 999) / 1000)}});
    }
    return {};
}

Error note_wrong_code(db::Database& database, std::string const& client_address, Instant now,
                      std::string const& reason) {
    auto const noted = database.write([&](db::Session& session) -> Result<void> {
        identity::note_wrong_try(session, guessed, client_address, now);
        return {};
    });
    return noted ? fail(ErrorCode::not_found, reason, "/code") : noted.error();
}

} // namespace parvis::scheduling
