// SPDX-License-Identifier: EUPL-1.2
// Hands one text message to a gateway over HTTP. Blocks: worker threads.
//
// Protocol::parvis: POST of JSON {"to": "+33612345678", "from": "PARVIS", "text": "...", "reference": "..."}
// with "Authorization: Bearer <token>" and "Idempotency-Key: <reference>". Any 2xx means that the gateway
// took it over. docs/operations.md is the whole interface: most gateways are a few lines of translation away.
// Protocol::kannel: what an unchanged Kannel understands (kannel.hpp).
#pragma once

#include "platform/outgoing/easy_request.hpp"

#include <boost/describe/enum.hpp>

#include <string>

namespace parvis::sms {

BOOST_DEFINE_ENUM_CLASS(Protocol, parvis, kannel)

struct Gateway {
    std::string url;
    std::string token;  ///< "": no Authorization
    std::string sender; ///< as the telephone shows it: up to 11 letters and digits, or a number
    std::string trust_file;
    outgoing::Patience patience;
    Protocol protocol = Protocol::parvis;
    std::string user{};     ///< of Kannel's group sendsms-user
    std::string password{}; ///< likewise
};

struct TextMessage {
    std::string to; ///< E.164, "+33612345678"
    std::string text;
    std::string reference; ///< the same when the same message is sent again: a gateway may drop the second
};

/// Errors: those of outgoing (easy_request.hpp). 401, 403, 404, 405 and redirections are about the gateway,
/// not about this message: unreachable. Only Kannel's 403 "Not routable" is about this number: refused.
Result<void> send(Gateway const& gateway, TextMessage const& message);

} // namespace parvis::sms
