// SPDX-License-Identifier: EUPL-1.2
// SQL of the keys: each kiosk's public one, the server's own. Inside a transaction of the caller; worker
// thread.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/db/database.hpp"
#include "server/identity/server_key.hpp"

#include <optional>
#include <string>

namespace parvis::identity {

struct KioskKey {
    std::string public_key; ///< base64url; empty when never paired
    bool revoked{};
};

/// Nothing when there is no such kiosk.
std::optional<KioskKey> kiosk_key(db::Session& session, KioskId const& kiosk);

std::optional<ServerKey> server_key(db::Session& session);
void insert_server_key(db::Session& session, ServerKey const& key);

} // namespace parvis::identity
