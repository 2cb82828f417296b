// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/server_key.hpp"

#include "platform/json/encode.hpp"
#include "platform/json/parse.hpp"

namespace parvis::identity {

std::optional<ServerKey> ServerKey::from_seed(std::string const& seed) {
    auto const bytes = crypto::from_base64url(seed);
    auto pair = bytes ? crypto::KeyPair::from_seed(*bytes) : std::nullopt;
    return pair ? std::optional<ServerKey>(ServerKey(std::move(*pair))) : std::nullopt;
}

std::string ServerKey::public_key() const {
    return crypto::base64url(pair_.public_key());
}

std::string ServerKey::seed() const {
    return crypto::base64url(pair_.seed());
}

std::string ServerKey::sign(kiosk_protocol::Grant const& grant) const {
    auto const body = crypto::base64url(crypto::bytes_of(json::serialize(json::encode(grant))));
    return body + "." + crypto::base64url(pair_.sign(crypto::bytes_of(body)));
}

} // namespace parvis::identity
