// SPDX-License-Identifier: EUPL-1.2
// How Kannel (https://www.kannel.org, Debian package `kannel`) is asked to send: its sendsms interface as
// POST with X-Kannel headers (user guide, "SMS push" and "Extended headers"). It takes the same as the query
// of a GET, but then the password, the number and the text, which may hold a code, would stand in the logs of
// every proxy. Pure.
#pragma once

#include "platform/outgoing/http_post.hpp"
#include "platform/sms/text_gateway.hpp"

namespace parvis::sms {

outgoing::Post kannel_request(Gateway const& gateway, TextMessage const& message);

/// Kannel answers 403 both to a wrong password and to a number that no connection of its carries. True: the
/// latter.
bool carries_no_such_number(outgoing::Answer const& answer);

} // namespace parvis::sms
