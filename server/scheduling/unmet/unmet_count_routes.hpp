// SPDX-License-Identifier: EUPL-1.2
// The wire of requests that could not be met.
//   GET /api/v1/networks/{network_id}/unmet_requests?from&to -> UnmetCounts
//     coordinators, administrators; partner managers of their own bodies
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/unmet/unmet_count_service.hpp"

namespace parvis::scheduling {

/// `unmet` must outlive the router.
void add_unmet_count_routes(http::Router& router, UnmetCountService& unmet,
                            http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_unmet_count_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
