// SPDX-License-Identifier: EUPL-1.2
// Sends one mail by SMTP (RFC 5321) through libcurl. Blocks: worker threads.
//
// The mail is MIME (RFC 2045): plain text in UTF-8, and as an alternative of it, which is what calendars look
// for (RFC 6047), a calendar part that tells its METHOD.
#pragma once

#include "platform/outgoing/easy_request.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace parvis::mail {

/// none: for a server on this machine only. starttls: required, not just tried (RFC 3207). tls: from the
/// first byte (RFC 8314).
BOOST_DEFINE_ENUM_CLASS(Encryption, none, starttls, tls)

struct Server {
    std::string host;
    std::uint16_t port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user; ///< "": does not sign in
    std::string password;
    std::string trust_file;
    outgoing::Patience patience;
};

struct Mailbox {
    std::string name; ///< may be empty
    std::string address;
};

struct CalendarPart {
    std::string text;   ///< RFC 5545
    std::string method; ///< "REQUEST" or "CANCEL", the same as inside
};

struct Message {
    Mailbox from;
    std::string to;
    std::string subject;
    std::string text;
    std::string language = "fr"; ///< BCP 47
    std::optional<CalendarPart> calendar;
    std::string message_id; ///< without brackets; the same when the same message is sent again
    Instant written_at;
};

/// Taken over by the server. Errors: those of outgoing (easy_request.hpp), and invalid_input
/// "mail_address_unfit" when an address cannot stand in a command. When the server was silent after it had
/// everything, the mail may have been taken: it is told as unreachable.
Result<void> send(Server const& server, Message const& message);

} // namespace parvis::mail
