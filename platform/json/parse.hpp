// SPDX-License-Identifier: EUPL-1.2
// Text from outside to JSON, within limits.
#pragma once

#include "platform/result/result.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace parvis::json {

/// Strict RFC 8259: UTF-8, no comments, no trailing text. Errors: too_large "json_too_large" (argument
/// max_bytes), invalid_input "json_too_deep" (max_depth), "json_malformed" (argument position: bytes from the
/// start), "json_duplicate_key" (an object names one member twice: two readers could understand it
/// differently).
Result<boost::json::value> parse(std::string_view text, std::size_t max_bytes, int max_depth = 32);

/// Compact text, always valid UTF-8 as long as the strings inside are.
std::string serialize(boost::json::value const& value);

} // namespace parvis::json
