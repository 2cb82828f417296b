// SPDX-License-Identifier: EUPL-1.2
// Rules of pairing a kiosk by a short code read from its screen. Pure.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace parvis::identity {

/// Letters and digits that nobody confuses on a screen: no 0 O 1 I L 2 Z 5 S 8 B. 24 characters: 8 of them
/// make 1.1e11 codes.
inline constexpr std::string_view pairing_alphabet = "ACDEFGHJKMNPQRTUVWXY3467";
inline constexpr std::size_t pairing_code_length = 8;
inline constexpr std::chrono::milliseconds pairing_lifetime = std::chrono::minutes(10);

/// What a technician typed, in the form that is stored: upper case, without spaces and dashes.
std::string normal_pairing_code(std::string_view typed);

} // namespace parvis::identity
