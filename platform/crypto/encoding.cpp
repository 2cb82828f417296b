// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/sodium_ready.hpp"

#include <sodium.h>

namespace parvis::crypto {
namespace {

std::string encoded(ByteView bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // libsodium counts the final NUL
    return text;
}

std::optional<Bytes> decoded(std::string_view text, int variant) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    char const* end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                          variant) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

} // namespace

ByteView bytes_of(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

std::string base64(ByteView bytes) {
    return encoded(bytes, sodium_base64_VARIANT_ORIGINAL);
}
std::string base64url(ByteView bytes) {
    return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}
std::optional<Bytes> from_base64(std::string_view text) {
    return decoded(text, sodium_base64_VARIANT_ORIGINAL);
}
std::optional<Bytes> from_base64url(std::string_view text) {
    return decoded(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string hex(ByteView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> from_hex(std::string_view text) {
    // One more than needed: an empty text gives libsodium a real address too.
    Bytes bytes(text.size() / 2 + 1);
    std::size_t length = 0;
    char const* end = nullptr;
    if (text.size() % 2 != 0 ||
        sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

bool constant_time_equal(ByteView a, ByteView b) {
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

bool constant_time_equal(std::string_view a, std::string_view b) {
    return constant_time_equal(bytes_of(a), bytes_of(b));
}

void wipe(std::span<std::uint8_t> secret) {
    if (!secret.empty()) {
        sodium_memzero(secret.data(), secret.size());
    }
}

void wipe(std::string& secret) {
    if (!secret.empty()) {
        sodium_memzero(secret.data(), secret.size());
    }
    secret.clear();
}

} // namespace parvis::crypto
