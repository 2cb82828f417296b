// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/pairing_service.hpp"

#include "platform/crypto/crypto.hpp"
#include "server/identity/account_store.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/identity/pairing.hpp"
#include "server/identity/pairing_store.hpp"
#include "server/identity/sign_in_delay.hpp"
#include "server/network/directory_shared_store.hpp"

namespace parvis::identity {

using kiosk_protocol::PairedKiosk;
using kiosk_protocol::Pairing;
using kiosk_protocol::PairingClaim;
using kiosk_protocol::PairingId;
using kiosk_protocol::PairingProof;
using kiosk_protocol::PairingRequest;
using kiosk_protocol::PairingState;
using kiosk_protocol::PairingStatus;

namespace {

constexpr char proof_prefix[] = "parvis-pairing:";

std::optional<crypto::PublicKey> key_from(std::string const& text) {
    auto const bytes = crypto::from_base64url(text);
    return bytes ? crypto::public_key_from(*bytes) : std::nullopt;
}

bool may_enrol(Caller const& caller, NetworkId const& network) {
    return caller.has(Role::technician, network) || caller.has(Role::administrator, network);
}

} // namespace

PairingService::PairingService(db::Database& database, Clock const& clock, ServerKey const& key,
                               std::function<void(KioskId)> on_revoked)
    : database_(database), clock_(clock), key_(key), on_revoked_(std::move(on_revoked)) {}

Result<Pairing> PairingService::begin(PairingRequest const& request) {
    if (!key_from(request.public_key)) {
        return fail(ErrorCode::invalid_input, "public_key_malformed", "/public_key");
    }
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<Pairing> {
        Pairing pairing{PairingId::make(now), "", now + pairing_lifetime};
        do {
            pairing.code = crypto::random_code(pairing_code_length, pairing_alphabet);
        } while (!insert_pairing(session, pairing, request.public_key, now));
        return pairing;
    });
}

Result<PairedKiosk> PairingService::claim(Caller const& caller, PairingClaim const& claim,
                                          std::string const& client_address) {
    auto const now = clock_.now();
    auto const failure_key = "pairing:" + crypto::hex(crypto::blake2b(crypto::bytes_of(client_address)));
    auto const wait = database_.read([&](db::Session& session) -> Result<std::chrono::milliseconds> {
        auto const failures = failures_of(session, failure_key);
        return remaining_delay(DelayedBy::account, failures.failures, failures.last_failed_at, now);
    });
    if (!wait) {
        return wait.error();
    }
    if (*wait > std::chrono::milliseconds(0)) {
        return fail(ErrorCode::rate_limited, "pairing_delayed", "/code",
                    {{"retry_after_seconds", std::to_string((wait->count() + 999) / 1000)}});
    }
    auto claimed = database_.write([&](db::Session& session) -> Result<PairedKiosk> {
        auto paired = claim_inside(session, caller, claim, now);
        if (paired) {
            forget_failures(session, failure_key);
        }
        return paired;
    });
    if (!claimed && claimed.error().reason == "pairing_code_wrong") {
        auto const noted = database_.write([&](db::Session& session) -> Result<void> {
            record_failure(session, failure_key, now);
            append_audit(
                session,
                {"pairing_refused", trail_name(caller.account_id), trail_name(claim.kiosk_id), "", now}, now);
            return {};
        });
        if (!noted) {
            return noted.error();
        }
    }
    return claimed;
}

Result<PairedKiosk> PairingService::claim_inside(db::Session& session, Caller const& caller,
                                                 PairingClaim const& claim, Instant now) {
    auto const place = network::place_of_kiosk(session, claim.kiosk_id);
    if (!place) {
        return fail(ErrorCode::not_found, "kiosk_unknown", "/kiosk_id");
    }
    if (!may_enrol(caller, place->network_id)) {
        return fail(ErrorCode::forbidden, "role_missing");
    }
    auto const pairing = pairing_by_code(session, normal_pairing_code(claim.code));
    if (!pairing) {
        return fail(ErrorCode::not_found, "pairing_code_wrong", "/code");
    }
    if (pairing->kiosk_id) {
        return fail(ErrorCode::conflict, "pairing_code_used", "/code");
    }
    if (pairing->expires_at <= now) {
        return fail(ErrorCode::expired, "pairing_code_expired", "/code");
    }
    if (!set_kiosk_key(session, claim.kiosk_id, pairing->public_key, now)) {
        return fail(ErrorCode::conflict, "kiosk_already_paired", "/kiosk_id");
    }
    if (!claim_pairing(session, pairing->pairing_id, claim.kiosk_id, now)) {
        return fail(ErrorCode::conflict, "pairing_code_used", "/code");
    }
    append_audit(session,
                 {"kiosk_paired", trail_name(caller.account_id), trail_name(claim.kiosk_id), "", now}, now);
    return PairedKiosk{claim.kiosk_id, place->kiosk.name, place->site.name};
}

Result<PairingStatus> PairingService::status(PairingId const& id, PairingProof const& proof) {
    return database_.read([&](db::Session& session) -> Result<PairingStatus> {
        auto const pairing = pairing_by_id(session, id);
        if (!pairing) {
            return fail(ErrorCode::not_found, "pairing_unknown");
        }
        auto const signature = crypto::from_base64url(proof.signature);
        auto const key = key_from(pairing->public_key);
        if (!signature || !key ||
            !crypto::verify(*key, crypto::bytes_of(proof_prefix + id.text()), *signature)) {
            return fail(ErrorCode::unauthenticated, "kiosk_signature_wrong", "/signature");
        }
        if (pairing->kiosk_id) {
            return PairingStatus{PairingState::paired, pairing->kiosk_id, key_.public_key()};
        }
        auto const state =
            pairing->expires_at <= clock_.now() ? PairingState::expired : PairingState::waiting;
        return PairingStatus{state, std::nullopt, std::nullopt};
    });
}

Result<void> PairingService::revoke(Caller const& caller, KioskId const& kiosk) {
    auto const now = clock_.now();
    auto const revoked = database_.write([&](db::Session& session) -> Result<void> {
        auto const place = network::place_of_kiosk(session, kiosk);
        if (!place) {
            return place.error();
        }
        if (!may_enrol(caller, place->network_id)) {
            return fail(ErrorCode::forbidden, "role_missing");
        }
        if (!revoke_kiosk_key(session, kiosk, now)) {
            return fail(ErrorCode::conflict, "kiosk_not_paired");
        }
        append_audit(session, {"kiosk_revoked", trail_name(caller.account_id), trail_name(kiosk), "", now},
                     now);
        return {};
    });
    if (revoked) {
        on_revoked_(kiosk);
    }
    return revoked;
}

void PairingService::apply_retention() {
    auto const before = clock_.now() - std::chrono::hours(24);
    auto const done = database_.write([&](db::Session& session) -> Result<void> {
        delete_stale_pairings(session, before);
        return {};
    });
    if (!done) {
        throw std::runtime_error("retention of pairings could not be applied");
    }
}

} // namespace parvis::identity
