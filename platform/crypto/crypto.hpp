// SPDX-License-Identifier: EUPL-1.2
// Passwords, keys, hashes and randomness, from libsodium (HMAC-SHA1 for TURN from OpenSSL). Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::crypto {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<std::uint8_t const>;

/// The bytes of a text, without a copy.
ByteView bytes_of(std::string_view text);

// ---- randomness

Bytes random_bytes(std::size_t count);
/// base64url without padding; 32 bytes give 43 characters.
std::string random_token(std::size_t bytes = 32);
/// `count` characters of the alphabet, each equally likely: for codes that people read and type.
std::string random_code(std::size_t count, std::string_view alphabet);
/// 0 .. bound-1, each equally likely; bound > 0.
std::uint32_t random_below(std::uint32_t bound);

// ---- passwords

/// argon2id. The default is OWASP-class: 64 MiB, 2 passes (libsodium's interactive limits), about 0.1 s of
/// one core.
struct PasswordCost {
    std::uint64_t passes = 2;
    std::size_t memory_bytes = 64U << 20U;
};
/// The least that argon2id accepts. For tests only.
inline constexpr PasswordCost test_password_cost{1, 8192};

/// "$argon2id$v=19$..." with its own salt. Throws std::bad_alloc when the memory is not there. Blocks:
/// workers only.
std::string hash_password(std::string_view password, PasswordCost cost = {});
/// False for a wrong password and for a text that is no hash. Takes as long as hashing did. Blocks: workers
/// only.
bool verify_password(std::string const& hash, std::string_view password);
/// True when the hash was made with another cost and should be made anew at the next sign-in.
bool password_needs_rehash(std::string const& hash, PasswordCost cost = {});

// ---- signatures (Ed25519)

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// A signing key; the secret half is wiped from memory when it goes.
class KeyPair {
  public:
    static KeyPair generate();
    /// From the 32 bytes that seed() gave; nothing for any other length.
    static std::optional<KeyPair> from_seed(ByteView seed);
    ~KeyPair();
    KeyPair(KeyPair const&) = default;
    KeyPair& operator=(KeyPair const&) = default;

    PublicKey const& public_key() const { return public_key_; }
    /// The 32 secret bytes to store (file mode 0600).
    Bytes seed() const;
    Signature sign(ByteView message) const;

  private:
    KeyPair() = default;
    PublicKey public_key_{};
    std::array<std::uint8_t, 64> secret_key_{};
};

/// False for a wrong signature and for one of a wrong length.
bool verify(PublicKey const& key, ByteView message, ByteView signature);
std::optional<PublicKey> public_key_from(ByteView bytes);

// ---- hashes

using Hash256 = std::array<std::uint8_t, 32>;

Hash256 blake2b(ByteView message);
/// Keyed (a MAC); the key has 16..64 bytes, else std::invalid_argument.
Hash256 blake2b_keyed(ByteView key, ByteView message);
Hash256 sha256(ByteView message);
/// The password of a time-limited TURN credential (coturn `use-auth-secret`): base64 of HMAC-SHA1.
std::string hmac_sha1_base64(std::string_view key, std::string_view message);

/// SHA-256 of what comes piece by piece.
class Sha256 {
  public:
    Sha256();
    void update(ByteView piece);
    /// Once; the object is spent afterwards.
    Hash256 finish();

  private:
    alignas(64) std::array<std::uint8_t, 128> state_{};
};

// ---- texts

std::string base64(ByteView bytes);    ///< with padding
std::string base64url(ByteView bytes); ///< without padding
/// Strict: no white space, the right padding, no stray bits. Nothing for anything else.
std::optional<Bytes> from_base64(std::string_view text);
/// Strict: unpadded only.
std::optional<Bytes> from_base64url(std::string_view text);
std::string hex(ByteView bytes); ///< lower case
std::optional<Bytes> from_hex(std::string_view text);

/// Takes the same time wherever the two differ (the lengths are not secret).
bool constant_time_equal(ByteView a, ByteView b);
bool constant_time_equal(std::string_view a, std::string_view b);
/// Overwrites a secret in a way that the compiler may not leave out.
void wipe(std::span<std::uint8_t> secret);
void wipe(std::string& secret);

} // namespace parvis::crypto
