// SPDX-License-Identifier: EUPL-1.2
// For tests: looks for bytes in the memory of a process, as somebody with a debugger would.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace parvis::kiosk {

/// How often the 64 bytes `pattern xor mask` are in the readable memory of this process. The pattern is given
/// masked so that the search does not find its own order. Reads through a buffer that is left out of the
/// count.
inline std::size_t count_in_own_memory(std::string_view masked_pattern, char mask) {
    std::ifstream maps("/proc/self/maps");
    int const memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    static std::vector<char> part;
    part.resize(1U << 20U);
    auto const own_first = reinterpret_cast<std::uintptr_t>(part.data());
    auto const own_last = own_first + part.size();
    std::size_t found = 0;
    auto const matches = [&](char const* at) {
        for (std::size_t i = 0; i < masked_pattern.size(); ++i) {
            if (at[i] != static_cast<char>(masked_pattern[i] ^ mask)) {
                return false;
            }
        }
        return true;
    };
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields(line);
        std::uintptr_t first = 0;
        std::uintptr_t last = 0;
        char dash = 0;
        std::string rights;
        fields >> std::hex >> first >> dash >> last >> rights;
        // AddressSanitizer's shadow is terabytes of nothing; it holds no bytes of the program.
        if (rights.empty() || rights[0] != 'r' || last - first > (1ULL << 33U)) {
            continue;
        }
        while (first < last) {
            auto const count = ::pread(memory, part.data(), std::min<std::size_t>(part.size(), last - first),
                                       static_cast<off_t>(first));
            if (count < static_cast<ssize_t>(masked_pattern.size())) {
                break;
            }
            for (std::size_t at = 0; at + masked_pattern.size() <= static_cast<std::size_t>(count); ++at) {
                auto const address = first + at;
                if ((address < own_first || address >= own_last) && matches(part.data() + at)) {
                    ++found;
                }
            }
            auto const step = static_cast<std::size_t>(count) - (masked_pattern.size() - 1);
            first += step;
        }
    }
    ::close(memory);
    return found;
}

} // namespace parvis::kiosk
