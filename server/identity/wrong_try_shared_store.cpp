// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/wrong_try_shared_store.hpp"

#include "platform/crypto/crypto.hpp"
#include "server/identity/account_store.hpp"
#include "server/identity/sign_in_delay.hpp"

namespace parvis::identity {

namespace {

std::string key_of(std::string const& what, std::string const& client_address) {
    return what + ":" + crypto::hex(crypto::blake2b(crypto::bytes_of(client_address)));
}

} // namespace

std::chrono::milliseconds wait_after_wrong_tries(db::Session& session, std::string const& what,
                                                 std::string const& client_address, Instant now) {
    auto const tries = failures_of(session, key_of(what, client_address));
    return remaining_delay(DelayedBy::address, tries.failures, tries.last_failed_at, now);
}

void note_wrong_try(db::Session& session, std::string const& what, std::string const& client_address,
                    Instant now) {
    record_failure(session, key_of(what, client_address), now);
}

} // namespace parvis::identity
