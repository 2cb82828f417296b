// SPDX-License-Identifier: EUPL-1.2
// The wire of places.
//   GET /api/v1/public/places?q= or ?codes= -> PlaceList; anybody
#pragma once

#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/places/place_search_service.hpp"

namespace parvis::places {

/// `search` must outlive the router.
void add_place_routes(http::Router& router, PlaceSearch& search);
http::RouteDescriptions describe_place_routes(json::SchemaBook& book);

} // namespace parvis::places
