// SPDX-License-Identifier: EUPL-1.2
// Responses as bytes, and the conditions under which a short one will do.
#pragma once

#include "platform/http/message.hpp"

#include <string>

namespace parvis::http {

enum class Connection { keep_alive, close };

/// Status line and fields, with Date and Content-Length, up to and including the empty line. Control
/// characters inside fields are left out, so that no value can begin another field.
std::string header_block(Response const& response, Connection connection);

/// Turns a 200 whose ETag the caller has (If-None-Match, RFC 9110 section 13.1.2) into a 304 without content.
void apply_conditions(Request const& request, Response& response);

} // namespace parvis::http
