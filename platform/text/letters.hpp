// SPDX-License-Identifier: EUPL-1.2
// Letters of UTF-8 as people count them: an "é" is one, however many bytes it takes. Pure; any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace parvis::text {

/// The second byte of a letter, or a later one (RFC 3629, section 3).
inline bool is_inside_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

inline std::size_t letters_in(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_inside_letter));
}

} // namespace parvis::text
