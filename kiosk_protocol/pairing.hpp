// SPDX-License-Identifier: EUPL-1.2
// How a new kiosk becomes known: plain HTTP requests of the daemon before it has a link.
//   POST /api/v1/kiosk-pairings          PairingRequest -> Pairing      (the daemon, unauthenticated)
//   POST /api/v1/kiosk-pairings/claim    PairingClaim   -> PairedKiosk  (a technician, signed in, types the
//   code) POST /api/v1/kiosk-pairings/{pairing_id}/status  PairingProof -> PairingStatus  (the daemon asks
//   every 2 s)
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace parvis::kiosk_protocol {

using PairingId = Id<struct PairingTag>;

struct PairingRequest {
    std::string public_key; // Ed25519, base64url
};
BOOST_DESCRIBE_STRUCT(PairingRequest, (), (public_key))

/// The code is shown on the kiosk's screen: 8 characters without look-alikes, single use, valid 10 minutes.
struct Pairing {
    PairingId pairing_id;
    std::string code;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Pairing, (), (pairing_id, code, expires_at))

struct PairingClaim {
    std::string code;
    KioskId kiosk_id;
};
BOOST_DESCRIBE_STRUCT(PairingClaim, (), (code, kiosk_id))

struct PairedKiosk {
    KioskId kiosk_id;
    std::string kiosk_name;
    std::string site_name;
};
BOOST_DESCRIBE_STRUCT(PairedKiosk, (), (kiosk_id, kiosk_name, site_name))

/// Signature (base64url) of "parvis-pairing:" + pairing_id with the daemon's key: only it may learn the
/// outcome.
struct PairingProof {
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(PairingProof, (), (signature))

BOOST_DEFINE_ENUM_CLASS(PairingState, waiting, paired, expired)

struct PairingStatus {
    PairingState state{};
    std::optional<KioskId> kiosk_id;
    std::optional<std::string> server_public_key; // Ed25519, base64url: verifies grants
};
BOOST_DESCRIBE_STRUCT(PairingStatus, (), (state, kiosk_id, server_public_key))

} // namespace parvis::kiosk_protocol
