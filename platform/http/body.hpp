// SPDX-License-Identifier: EUPL-1.2
// From a request's JSON body to a described struct, and from a use case's result to a response.
#pragma once

#include "platform/http/message.hpp"
#include "platform/json/json.hpp"

namespace parvis::http {

/// Unknown members are refused: a typing error must not pass in silence. Errors: those of json_body() and
/// json::decode.
template <class T>
Result<T> body_as(Request const& request) {
    auto const body = request.json_body();
    return body ? json::decode<T>(*body, json::Unknown::refuse) : body.error();
}

/// The value as JSON with that status, or its error.
template <class T>
Result<Response> json_response(unsigned status, Result<T> const& outcome) {
    return outcome ? Result<Response>(Response::json(status, json::encode(*outcome))) : outcome.error();
}

} // namespace parvis::http
