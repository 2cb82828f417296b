// SPDX-License-Identifier: EUPL-1.2
// What the OpenAPI document tells of a route. Features list theirs beside the routes; `parvis openapi` prints
// them all.
#pragma once

#include "platform/http/message.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::http {

/// A field of the query string, a text.
struct QueryField {
    std::string name;
    bool required = false;
};

struct RouteDescription {
    Method method = Method::get;
    std::string path;                             ///< as given to the Router
    std::string summary;                          ///< one English sentence: who may call it and what it does
    std::optional<boost::json::object> request{}; ///< schema of the JSON body; absent: no body
    std::optional<boost::json::object>
        response{};           ///< schema of the JSON answer; absent: 204, or `media_type`
    std::string media_type{}; ///< of an answer that is not JSON
    std::vector<QueryField> query{};
};

using RouteDescriptions = std::vector<RouteDescription>;

} // namespace parvis::http
