// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/sodium_ready.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace parvis::crypto {

std::string hash_password(std::string_view password, PasswordCost cost) {
    ensure_sodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes, cost.memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return text.data();
}

bool verify_password(std::string const& hash, std::string_view password) {
    ensure_sodium();
    if (hash.size() >= crypto_pwhash_STRBYTES) {
        return false;
    }
    // libsodium reads a buffer of this exact size.
    std::array<char, crypto_pwhash_STRBYTES> text{};
    hash.copy(text.data(), hash.size());
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

bool password_needs_rehash(std::string const& hash, PasswordCost cost) {
    ensure_sodium();
    if (hash.size() >= crypto_pwhash_STRBYTES) {
        return true;
    }
    std::array<char, crypto_pwhash_STRBYTES> text{};
    hash.copy(text.data(), hash.size());
    return crypto_pwhash_str_needs_rehash(text.data(), cost.passes, cost.memory_bytes) != 0;
}

} // namespace parvis::crypto
