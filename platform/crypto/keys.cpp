// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/sodium_ready.hpp"

#include <sodium.h>

#include <algorithm>

namespace parvis::crypto {

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64 &&
              crypto_sign_BYTES == 64 && crypto_sign_SEEDBYTES == 32);

KeyPair KeyPair::generate() {
    ensure_sodium();
    KeyPair pair;
    crypto_sign_keypair(pair.public_key_.data(), pair.secret_key_.data());
    return pair;
}

std::optional<KeyPair> KeyPair::from_seed(ByteView seed) {
    ensure_sodium();
    if (seed.size() != crypto_sign_SEEDBYTES) {
        return std::nullopt;
    }
    KeyPair pair;
    crypto_sign_seed_keypair(pair.public_key_.data(), pair.secret_key_.data(), seed.data());
    return pair;
}

KeyPair::~KeyPair() {
    wipe(secret_key_);
}

Bytes KeyPair::seed() const {
    Bytes seed(crypto_sign_SEEDBYTES);
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_key_.data());
    return seed;
}

Signature KeyPair::sign(ByteView message) const {
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_key_.data());
    return signature;
}

bool verify(PublicKey const& key, ByteView message, ByteView signature) {
    ensure_sodium();
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

std::optional<PublicKey> public_key_from(ByteView bytes) {
    PublicKey key{};
    if (bytes.size() != key.size()) {
        return std::nullopt;
    }
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
}

} // namespace parvis::crypto
