// SPDX-License-Identifier: EUPL-1.2
// The wire of walk-ins who needed neither a ticket nor an appointment.
//   PUT /api/v1/walk_ins/{walk_in_id} WalkInForm -> WalkIn
//     the mediator of the site
//   GET /api/v1/networks/{network_id}/walk_ins?from&to -> WalkInCounts
//     coordinators, administrators
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/walk_in/walk_in_service.hpp"

namespace parvis::scheduling {

/// `walk_ins` must outlive the router.
void add_walk_in_routes(http::Router& router, WalkInService& walk_ins,
                        http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_walk_in_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
