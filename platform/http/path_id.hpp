// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/http/message.hpp"
#include "platform/result/result.hpp"

namespace parvis::http {

/// The id in the part `name` of the path. What is no id names nothing: not_found `unknown`.
template <class AnyId>
Result<AnyId> path_id(Request const& request, char const* name, char const* unknown) {
    auto const id = AnyId::parse(request.params[name]);
    return id ? Result<AnyId>(*id) : fail(ErrorCode::not_found, unknown);
}

} // namespace parvis::http
