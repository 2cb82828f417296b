// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/hmac.hpp"

#include <openssl/hmac.h>

#include <cstdint>
#include <stdexcept>

namespace parvis::crypto {

Hash256 hmac_sha256(std::string_view key, std::string_view message) {
    Hash256 mac{};
    unsigned int length = 0;
    if (key.size() > static_cast<std::size_t>(INT32_MAX) ||
        HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(message).data(), message.size(),
             mac.data(), &length) == nullptr ||
        length != mac.size()) {
        throw std::runtime_error("HMAC-SHA256 failed");
    }
    return mac;
}

} // namespace parvis::crypto
