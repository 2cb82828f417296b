// SPDX-License-Identifier: EUPL-1.2
// The server's own Ed25519 key, which signs grants. Pure; any thread.
#pragma once

#include "kiosk_protocol/interview.hpp"
#include "platform/crypto/crypto.hpp"

#include <optional>
#include <string>

namespace parvis::identity {

class ServerKey {
  public:
    explicit ServerKey(crypto::KeyPair const& pair) : pair_(pair) {}
    /// Nothing when the text is no seed() of a key.
    static std::optional<ServerKey> from_seed(std::string const& seed);

    std::string public_key() const; ///< base64url
    std::string seed() const;       ///< base64url; secret

    /// base64url(json) "." base64url(signature)
    std::string sign(kiosk_protocol::Grant const& grant) const;

  private:
    crypto::KeyPair pair_;
};

} // namespace parvis::identity
