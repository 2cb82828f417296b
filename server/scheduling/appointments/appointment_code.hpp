// SPDX-License-Identifier: EUPL-1.2
// The short code by which a citizen finds, moves or cancels their appointment, without an account.
//
// It is stored as it is: the mediator prints it again, reminders carry it, and whoever can read the table can
// read the appointment beside it; a hash of so short a text would be guessed through in a day. What protects
// it is its length (19^10 = 6 million million; with two million live appointments one guess in three million
// finds one), the delay after wrong codes, and its end 30 days after the appointment.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parvis::scheduling {

/// Nothing that is misread or misheard: neither 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, G/6, U/V, nor M without N.
inline constexpr std::string_view appointment_code_alphabet = "ACDEFHJKMPRTWXY3479";

/// Two times five characters, "K7MF4-PXA9C". A new random one at each call; that it is new is for the
/// database to say.
std::string make_appointment_code();

/// What somebody typed, as it is stored: capital letters, one hyphen, whatever was between them. Nothing when
/// it cannot be a code.
std::optional<std::string> normal_appointment_code(std::string_view typed);

} // namespace parvis::scheduling
