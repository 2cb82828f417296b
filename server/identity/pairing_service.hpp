// SPDX-License-Identifier: EUPL-1.2
// Use cases of kiosk enrolment: pair by code, learn the outcome, revoke. Blocks: worker thread.
#pragma once

#include "kiosk_protocol/pairing.hpp"
#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/identity/server_key.hpp"

#include <functional>
#include <string>

namespace parvis::identity {

class PairingService {
  public:
    /// `on_revoked` is called after the commit; any worker thread.
    PairingService(db::Database& database, Clock const& clock, ServerKey const& key,
                   std::function<void(KioskId)> on_revoked);

    /// Errors: invalid_input/public_key_malformed.
    Result<kiosk_protocol::Pairing> begin(kiosk_protocol::PairingRequest const& request);

    /// A technician or administrator of the kiosk's network types the code. Errors:
    /// not_found/pairing_code_wrong, expired/pairing_code_expired, conflict/pairing_code_used,
    /// not_found/kiosk_unknown, forbidden/role_missing, conflict/kiosk_already_paired (revoke it first),
    /// rate_limited/pairing_delayed (per address, after wrong codes).
    Result<kiosk_protocol::PairedKiosk> claim(Caller const& caller, kiosk_protocol::PairingClaim const& claim,
                                              std::string const& client_address);

    /// Errors: not_found/pairing_unknown, unauthenticated/kiosk_signature_wrong.
    Result<kiosk_protocol::PairingStatus> status(kiosk_protocol::PairingId const& pairing,
                                                 kiosk_protocol::PairingProof const& proof);

    /// The key counts no more from the commit on; the kiosk may be paired again. Errors:
    /// not_found/kiosk_unknown, forbidden/role_missing, conflict/kiosk_not_paired.
    Result<void> revoke(Caller const& caller, KioskId const& kiosk);

    /// Pairings that nobody claimed, a day after they expired; run daily.
    void apply_retention();

  private:
    Result<kiosk_protocol::PairedKiosk> claim_inside(db::Session& session, Caller const& caller,
                                                     kiosk_protocol::PairingClaim const& claim, Instant now);

    db::Database& database_;
    Clock const& clock_;
    ServerKey const& key_;
    std::function<void(KioskId)> on_revoked_;
};

} // namespace parvis::identity
