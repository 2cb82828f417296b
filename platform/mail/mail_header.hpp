// SPDX-License-Identifier: EUPL-1.2
// Header lines of a mail: RFC 5322, words that are not ASCII by RFC 2047. Pure.
#pragma once

#include "platform/time/instant.hpp"

#include <string>
#include <string_view>

namespace parvis::mail {

/// Text of a header. Other than plain ASCII becomes base64 words of at most 75 characters, folded with
/// CRLF and a blank; control characters become blanks, so that no text can begin a header of its own.
std::string header_text(std::string_view text);

/// "Parvis <parvis@example.fr>", the name as header_text; without a name the address alone.
std::string header_mailbox(std::string_view name, std::string_view address);

/// "Sun, 22 Nov 2026 06:35:14 +0000"
std::string header_date(Instant at);

/// What may stand in a command to a server: plain ASCII, one @, no blank, no bracket, at most 254 characters
/// (RFC 5321). Addresses with other letters need SMTPUTF8, which few servers speak.
bool is_deliverable(std::string_view address);

/// Every line ends with CRLF, whatever ended it before.
std::string with_line_ends(std::string_view text);

} // namespace parvis::mail
