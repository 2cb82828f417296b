// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/kiosk_key_store.hpp"

#include "platform/db/sql.hpp"

#include <stdexcept>

namespace parvis::identity {
namespace {

constexpr char select_kiosk_key[] =
    "SELECT COALESCE(public_key, ''), CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END"
    " FROM kiosk WHERE kiosk_id = :id";
constexpr char select_grant_key[] = "SELECT secret_key FROM server_key WHERE purpose = 'grant'";
constexpr char insert_grant_key[] = "INSERT INTO server_key (purpose, public_key, secret_key)"
                                    " VALUES ('grant', :public_key, :secret_key)";

} // namespace

std::optional<KioskKey> kiosk_key(db::Session& session, KioskId const& kiosk) {
    KioskKey key;
    int revoked = 0;
    session.sql() << select_kiosk_key, soci::use(kiosk.text()), soci::into(key.public_key),
        soci::into(revoked);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    key.revoked = revoked != 0;
    return key;
}

std::optional<ServerKey> server_key(db::Session& session) {
    std::string seed;
    session.sql() << select_grant_key, soci::into(seed);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    auto key = ServerKey::from_seed(seed);
    if (!key) {
        throw std::runtime_error("the database holds a malformed server key");
    }
    return key;
}

void insert_server_key(db::Session& session, ServerKey const& key) {
    auto const public_key = key.public_key();
    auto const seed = key.seed();
    session.sql() << insert_grant_key, soci::use(public_key), soci::use(seed);
}

} // namespace parvis::identity
