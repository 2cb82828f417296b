// SPDX-License-Identifier: EUPL-1.2
// Errors on the wire: RFC 9457 problem details. The only place that knows which HTTP status an ErrorCode has.
#pragma once

#include "platform/http/message.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string>

namespace parvis::http {

/// The sentence of an error in a language, or "" when there is none: usually the catalogue entry
/// `problem.<reason>`.
using ProblemText = std::function<std::string(Language, Error const&)>;

/// invalid_input 400, unauthenticated 401, forbidden 403, not_found 404, conflict 409, expired 410, too_large
/// 413, unsupported 422, rate_limited 429, device_failure 502, unavailable 503, timeout 504. A few reasons of
/// HTTP itself differ: method_not_allowed 405, request_timeout 408, upgrade_required 426, headers_too_large
/// 431, internal_error 500.
unsigned status_of(Error const& error);

/// {"type": "urn:parvis:problem:<reason>", "title", "status", "detail", "code": "<reason>", "kind":
/// "<ErrorCode>", "pointer"?, "arguments"?}. `title` is the fixed English name of the status; `detail` the
/// sentence in `language`, or the title when there is no text for it.
boost::json::object problem(Error const& error, Language language, ProblemText const& text);

/// The error inside problem details that came over the wire (kind from "kind", else from "status").
Error error_of(boost::json::object const& problem);

/// application/problem+json; with Content-Language, and Retry-After for rate_limited and unavailable
/// (argument "retry_after_seconds", else 1 and 5).
Response problem_response(Error const& error, Language language, ProblemText const& text);

} // namespace parvis::http
