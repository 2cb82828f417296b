// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/kiosk_key_service.hpp"

#include "server/identity/kiosk_key_store.hpp"

namespace parvis::identity {
namespace {

constexpr char proof_prefix[] = "parvis-kiosk-link:";

} // namespace

Result<KioskId> prove_kiosk(db::Database& database, kiosk_protocol::KioskProof const& proof,
                            std::string const& nonce) {
    auto const stored = database.read([&](db::Session& session) -> Result<std::optional<KioskKey>> {
        return kiosk_key(session, proof.kiosk_id);
    });
    if (!stored) {
        return stored.error();
    }
    auto const& known = *stored;
    if (!known || (known->public_key.empty() && !known->revoked)) {
        return fail(ErrorCode::unauthenticated, "kiosk_unknown");
    }
    if (known->revoked) {
        return fail(ErrorCode::forbidden, "kiosk_revoked");
    }
    auto const key_bytes = crypto::from_base64url(known->public_key);
    auto const key = key_bytes ? crypto::public_key_from(*key_bytes) : std::nullopt;
    auto const signature = crypto::from_base64url(proof.signature);
    if (!key || !signature || !crypto::verify(*key, crypto::bytes_of(proof_prefix + nonce), *signature)) {
        return fail(ErrorCode::unauthenticated, "kiosk_signature_wrong", "/proof/signature");
    }
    return proof.kiosk_id;
}

Result<ServerKey> load_or_make_server_key(db::Database& database) {
    return database.write([](db::Session& session) -> Result<ServerKey> {
        if (auto kept = server_key(session)) {
            return std::move(*kept);
        }
        ServerKey made(crypto::KeyPair::generate());
        insert_server_key(session, made);
        return made;
    });
}

} // namespace parvis::identity
