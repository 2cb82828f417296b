// SPDX-License-Identifier: EUPL-1.2
// The wire of posters; anybody.
//   GET /api/v1/public/sites/{site_id}/poster.pdf?format=a4|a3&language=fr|en -> application/pdf
//   GET /api/v1/public/sites/{site_id}/leaflet.pdf?language=fr|en -> application/pdf
#pragma once

#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/poster/poster_service.hpp"

namespace parvis::poster {

/// `posters` must outlive the router.
void add_poster_routes(http::Router& router, PosterService& posters);
http::RouteDescriptions describe_poster_routes(json::SchemaBook& book);

} // namespace parvis::poster
