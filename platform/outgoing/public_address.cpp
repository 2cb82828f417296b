// SPDX-License-Identifier: EUPL-1.2
#include "platform/outgoing/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>

namespace parvis::outgoing {

namespace {

struct Range {
    std::uint32_t first;
    int bits;
};
constexpr std::array not_public = {
    Range{0x00000000, 8},  // this network
    Range{0x0a000000, 8},  // private
    Range{0x64400000, 10}, // shared by carriers
    Range{0x7f000000, 8},  // this machine
    Range{0xa9fe0000, 16}, // link-local, where clouds keep their secrets
    Range{0xac100000, 12}, // private
    Range{0xc0000000, 24}, // protocol assignments
    Range{0xc0a80000, 16}, // private
    Range{0xc6120000, 15}, // measurements
    Range{0xe0000000, 3},  // multicast, reserved, broadcast
};

bool is_public_v4(std::uint32_t address) {
    return std::ranges::none_of(not_public, [&](Range const& range) {
        return (address >> (32 - range.bits)) == (range.first >> (32 - range.bits));
    });
}

/// Global unicast is 2000::/3; 6to4 and NAT64 carry an IPv4 address.
bool is_public_v6(std::array<std::uint8_t, 16> const& address) {
    auto const v4_at = [&](std::size_t at) {
        std::uint32_t v4 = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            v4 = v4 << 8 | address.at(at + i);
        }
        return v4;
    };
    constexpr std::array<std::uint8_t, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::equal(mapped.begin(), mapped.end(), address.begin())) {
        return is_public_v4(v4_at(12));
    }
    if (address[0] == 0x20 && address[1] == 0x02) {
        return is_public_v4(v4_at(2));
    }
    return (address[0] & 0xe0) == 0x20;
}

} // namespace

bool is_public(sockaddr const& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return is_public_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        std::array<std::uint8_t, 16> bytes{};
        std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
        return is_public_v6(bytes);
    }
    return false;
}

} // namespace parvis::outgoing
