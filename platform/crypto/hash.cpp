// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/sodium_ready.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <new>
#include <stdexcept>

namespace parvis::crypto {
namespace {

crypto_hash_sha256_state& sodium_state(std::array<std::uint8_t, 128>& bytes) {
    static_assert(sizeof(crypto_hash_sha256_state) <= 128 && alignof(crypto_hash_sha256_state) <= 64);
    return *std::launder(reinterpret_cast<crypto_hash_sha256_state*>(bytes.data()));
}

} // namespace

Hash256 blake2b(ByteView message) {
    ensure_sodium();
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), message.data(), message.size(), nullptr, 0);
    return hash;
}

Hash256 blake2b_keyed(ByteView key, ByteView message) {
    ensure_sodium();
    if (key.size() < crypto_generichash_KEYBYTES_MIN || key.size() > crypto_generichash_KEYBYTES_MAX) {
        throw std::invalid_argument("a blake2b key has 16 to 64 bytes, not " + std::to_string(key.size()));
    }
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), message.data(), message.size(), key.data(), key.size());
    return hash;
}

Hash256 sha256(ByteView message) {
    Hash256 hash{};
    crypto_hash_sha256(hash.data(), message.data(), message.size());
    return hash;
}

Sha256::Sha256() {
    new (state_.data()) crypto_hash_sha256_state;
    crypto_hash_sha256_init(&sodium_state(state_));
}

void Sha256::update(ByteView piece) {
    crypto_hash_sha256_update(&sodium_state(state_), piece.data(), piece.size());
}

Hash256 Sha256::finish() {
    Hash256 hash{};
    crypto_hash_sha256_final(&sodium_state(state_), hash.data());
    return hash;
}

std::string hmac_sha1_base64(std::string_view key, std::string_view message) {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> mac{};
    unsigned int length = 0;
    if (key.size() > static_cast<std::size_t>(INT32_MAX) ||
        HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes_of(message).data(), message.size(),
             mac.data(), &length) == nullptr) {
        throw std::runtime_error("HMAC-SHA1 failed");
    }
    return base64({mac.data(), length});
}

} // namespace parvis::crypto
