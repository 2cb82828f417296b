// SPDX-License-Identifier: EUPL-1.2
#include "platform/ids/ulid.hpp"

#include <sodium.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <stdexcept>

namespace parvis {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t time_characters = 10;
constexpr std::size_t length = 26;
constexpr std::int64_t latest_ms = (std::int64_t{1} << 48) - 1;

void fill_random(std::array<std::uint8_t, 10>& bytes) {
    static bool const ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium did not start: the machine gives no randomness");
    }
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace

std::string make_ulid(Instant now) {
    assert(now.ms >= 0 && now.ms <= latest_ms);
    std::string text(length, '0');
    auto rest = static_cast<std::uint64_t>(now.ms);
    for (std::size_t i = time_characters; i-- > 0;) {
        text[i] = alphabet[rest % 32];
        rest /= 32;
    }
    std::array<std::uint8_t, 10> random{};
    fill_random(random);
    // 5 bytes make 8 characters, twice.
    for (std::size_t half = 0; half < 2; ++half) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            bits = bits << 8 | random[half * 5 + i];
        }
        for (std::size_t i = 8; i-- > 0;) {
            text[time_characters + half * 8 + i] = alphabet[bits % 32];
            bits /= 32;
        }
    }
    return text;
}

bool is_ulid(std::string_view text) {
    // 26 characters hold 130 bits: the first one may only carry 3 of its 5.
    return text.size() == length && text.front() <= '7' &&
           text.find_first_not_of(alphabet) == std::string_view::npos;
}

Instant ulid_instant(std::string_view text) {
    assert(is_ulid(text));
    std::int64_t ms = 0;
    for (char const c : text.substr(0, time_characters)) {
        ms = ms * 32 + static_cast<std::int64_t>(alphabet.find(c));
    }
    return {ms};
}

} // namespace parvis
