// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/sodium_ready.hpp"

#include <sodium.h>

#include <cassert>
#include <stdexcept>

namespace parvis::crypto {

void ensure_sodium() {
    static bool const ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium did not start: the machine gives no randomness");
    }
}

Bytes random_bytes(std::size_t count) {
    ensure_sodium();
    Bytes bytes(count);
    if (count > 0) {
        randombytes_buf(bytes.data(), count);
    }
    return bytes;
}

std::string random_token(std::size_t bytes) {
    return base64url(random_bytes(bytes));
}

std::string random_code(std::size_t count, std::string_view alphabet) {
    assert(!alphabet.empty());
    std::string code;
    for (std::size_t i = 0; i < count; ++i) {
        code += alphabet[random_below(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return code;
}

std::uint32_t random_below(std::uint32_t bound) {
    assert(bound > 0);
    ensure_sodium();
    return randombytes_uniform(bound);
}

} // namespace parvis::crypto
