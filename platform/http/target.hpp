// SPDX-License-Identifier: EUPL-1.2
// What the first line of a request names: path segments and query, decoded once and in one place.
#pragma once

#include "platform/result/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::http {

bool equal_without_case(std::string_view a, std::string_view b);

struct Target {
    std::string path;                  ///< as sent
    std::string query;                 ///< as sent, without "?"
    std::vector<std::string> segments; ///< decoded; "/" is {""}, "/a/" is {"a", ""}
};

/// Origin form only ("/path?query", RFC 9112 section 3.2.1). invalid_input "target_malformed" otherwise, and
/// for segments that are "." or "..", not UTF-8, or hold a control character, "/" or "\" once decoded.
Result<Target> parse_target(std::string_view target);

/// Value of a field of a query string, decoded; "+" is a space.
std::optional<std::string> find_query_value(std::string_view query, std::string_view name);

struct LinkUrl {
    bool secure = false; ///< wss
    std::string host;    ///< without brackets
    std::string port;
    std::string path;      ///< with query
    std::string authority; ///< as the Host header has it
};
/// ws:// or wss:// only. invalid_input "url_invalid".
Result<LinkUrl> parse_link_url(std::string_view url);

} // namespace parvis::http
