// SPDX-License-Identifier: EUPL-1.2
// SQL of pairings and kiosk keys. Inside a transaction of the caller; worker thread.
#pragma once

#include "kiosk_protocol/pairing.hpp"
#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"

#include <optional>
#include <string>

namespace parvis::identity {

struct StoredPairing {
    kiosk_protocol::PairingId pairing_id;
    std::string public_key;
    Instant expires_at;
    std::optional<KioskId> kiosk_id; // once claimed
};

/// False when the code is in use.
bool insert_pairing(db::Session& session, kiosk_protocol::Pairing const& pairing,
                    std::string const& public_key, Instant now);
std::optional<StoredPairing> pairing_by_code(db::Session& session, std::string const& code);
std::optional<StoredPairing> pairing_by_id(db::Session& session, kiosk_protocol::PairingId const& pairing);
/// False when it was claimed meanwhile.
bool claim_pairing(db::Session& session, kiosk_protocol::PairingId const& pairing, KioskId const& kiosk,
                   Instant now);
/// False when another kiosk has this key, or this kiosk is paired.
bool set_kiosk_key(db::Session& session, KioskId const& kiosk, std::string const& public_key, Instant now);
/// False when it was not paired.
bool revoke_kiosk_key(db::Session& session, KioskId const& kiosk, Instant now);
void delete_stale_pairings(db::Session& session, Instant expired_before);

} // namespace parvis::identity
