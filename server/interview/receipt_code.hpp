// SPDX-License-Identifier: EUPL-1.2
// The short code on a citizen's receipt, which they may say on the telephone or read to a mediator.
#pragma once

#include <string>
#include <string_view>

namespace parvis::interview {

/// Neither 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, G/6, U/V and M without N: nothing that is misread or
/// misheard.
inline constexpr std::string_view receipt_code_alphabet = "ACDEFHJKMPRTWXY3479";

/// Two times four characters, "K7MF-4PXA": 19^8 = 17 thousand million codes. A new random one at each call;
/// that it is new in the network is for the database to say.
std::string make_receipt_code();

} // namespace parvis::interview
