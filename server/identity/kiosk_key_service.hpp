// SPDX-License-Identifier: EUPL-1.2
// Use cases of keys: a kiosk proves who it is, the server finds its own key. Blocks: worker thread.
#pragma once

#include "kiosk_protocol/kiosk_link.hpp"
#include "platform/db/database.hpp"
#include "server/identity/server_key.hpp"

#include <string>

namespace parvis::identity {

/// Checks an Ed25519 signature of "parvis-kiosk-link:" + nonce against the kiosk's current key.
/// Errors: unauthenticated/kiosk_unknown, unauthenticated/kiosk_signature_wrong, forbidden/kiosk_revoked.
Result<KioskId> prove_kiosk(db::Database& database, kiosk_protocol::KioskProof const& proof,
                            std::string const& nonce);

/// The key that is kept in the database; made at the first start.
Result<ServerKey> load_or_make_server_key(db::Database& database);

} // namespace parvis::identity
