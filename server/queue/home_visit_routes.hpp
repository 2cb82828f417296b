// SPDX-License-Identifier: EUPL-1.2
// The wire of joining from home: no account, no cookie, and no code in an address.
//   POST /api/v1/public/visit          CodeForm -> HomeVisit
//   POST /api/v1/public/visit/arrive   HomeArrivalForm -> HomeVisit
#pragma once

#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/queue/home_visit_service.hpp"

namespace parvis::queue {

/// `visits` must outlive the router.
void add_home_visit_routes(http::Router& router, HomeVisitService& visits);

/// The routes above, for the OpenAPI document.
http::RouteDescriptions describe_home_visit_routes(json::SchemaBook& book);

} // namespace parvis::queue
