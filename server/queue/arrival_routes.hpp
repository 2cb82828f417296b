// SPDX-License-Identifier: EUPL-1.2
// The wire of arrivals.
//   POST /api/v1/appointments/{appointment_id}/arrive   ArrivalForm -> Arrival
//     whoever may change the appointment; the ticket's id is chosen by who asks
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"
#include "server/queue/arrival_service.hpp"

namespace parvis::queue {

/// `arrivals` must outlive the router.
void add_arrival_routes(http::Router& router, ArrivalService& arrivals,
                        http::Authenticate<identity::Caller> const& authenticate);

/// The route above, for the OpenAPI document.
http::RouteDescriptions describe_arrival_routes(json::SchemaBook& book);

} // namespace parvis::queue
