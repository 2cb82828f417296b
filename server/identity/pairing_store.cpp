// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/pairing_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::identity {
namespace {

constexpr char insert_pairing_row[] =
    "INSERT INTO kiosk_pairing (pairing_id, public_key, code, created_at, expires_at)"
    " VALUES (:id, :key, :code, :now, :expires) ON CONFLICT (code) DO NOTHING";
std::string const pairing_columns =
    "SELECT pairing_id, public_key, expires_at, COALESCE(kiosk_id, '') FROM kiosk_pairing ";
std::string const select_by_code = pairing_columns + "WHERE code = :code";
std::string const select_by_id = pairing_columns + "WHERE pairing_id = :id";
constexpr char update_claimed[] = "UPDATE kiosk_pairing SET kiosk_id = :kiosk, claimed_at = :now"
                                  " WHERE pairing_id = :id AND kiosk_id IS NULL";
constexpr char update_key[] =
    "UPDATE kiosk SET public_key = :key, paired_at = :now, revoked_at = NULL WHERE kiosk_id = :id"
    " AND at_home = 0 AND (public_key IS NULL OR revoked_at IS NOT NULL)"
    " AND NOT EXISTS (SELECT 1 FROM kiosk o WHERE o.public_key = :same AND o.kiosk_id <> :self)";
constexpr char update_revoked[] = "UPDATE kiosk SET revoked_at = :now WHERE kiosk_id = :id"
                                  " AND public_key IS NOT NULL AND revoked_at IS NULL";
constexpr char delete_stale[] = "DELETE FROM kiosk_pairing WHERE kiosk_id IS NULL AND expires_at < :before";

std::optional<StoredPairing> pairing(db::Session& session, std::string const& query,
                                     std::string const& value) {
    std::string id;
    std::string key;
    long long expires_ms = 0;
    std::string kiosk;
    session.sql() << query, soci::use(value), soci::into(id), soci::into(key), soci::into(expires_ms),
        soci::into(kiosk);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    return StoredPairing{
        db::id_of<kiosk_protocol::PairingId>(id), key, {expires_ms}, db::optional_id_of<KioskId>(kiosk)};
}

bool changes_one(soci::statement& statement) {
    statement.execute(true);
    return db::changed(statement) == 1;
}

} // namespace

bool insert_pairing(db::Session& session, kiosk_protocol::Pairing const& pairing,
                    std::string const& public_key, Instant now) {
    long long const now_ms = now.ms;
    long long const expires_ms = pairing.expires_at.ms;
    soci::statement row =
        (session.sql().prepare << insert_pairing_row, soci::use(pairing.pairing_id.text()),
         soci::use(public_key), soci::use(pairing.code), soci::use(now_ms), soci::use(expires_ms));
    return changes_one(row);
}

std::optional<StoredPairing> pairing_by_code(db::Session& session, std::string const& code) {
    return pairing(session, select_by_code, code);
}

std::optional<StoredPairing> pairing_by_id(db::Session& session, kiosk_protocol::PairingId const& id) {
    return pairing(session, select_by_id, id.text());
}

bool claim_pairing(db::Session& session, kiosk_protocol::PairingId const& id, KioskId const& kiosk,
                   Instant now) {
    long long const now_ms = now.ms;
    soci::statement row = (session.sql().prepare << update_claimed, soci::use(kiosk.text()),
                           soci::use(now_ms), soci::use(id.text()));
    return changes_one(row);
}

bool set_kiosk_key(db::Session& session, KioskId const& kiosk, std::string const& public_key, Instant now) {
    long long const now_ms = now.ms;
    soci::statement row = (session.sql().prepare << update_key, soci::use(public_key), soci::use(now_ms),
                           soci::use(kiosk.text()), soci::use(public_key), soci::use(kiosk.text()));
    return changes_one(row);
}

bool revoke_kiosk_key(db::Session& session, KioskId const& kiosk, Instant now) {
    long long const now_ms = now.ms;
    soci::statement row =
        (session.sql().prepare << update_revoked, soci::use(now_ms), soci::use(kiosk.text()));
    return changes_one(row);
}

void delete_stale_pairings(db::Session& session, Instant expired_before) {
    long long const before_ms = expired_before.ms;
    session.sql() << delete_stale, soci::use(before_ms);
}

} // namespace parvis::identity
