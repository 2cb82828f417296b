// SPDX-License-Identifier: EUPL-1.2
// What a network publishes; anybody, from any site. The pages may stand in a frame of any site: their own
// policy allows a style sheet and links, and nothing else.
//   GET /api/v1/public/networks/{network_id}/feed -> NetworkFeed
//   GET /api/v1/public/sites/{site_id}/sessions.ics?language= -> text/calendar
//   GET /api/v1/public/networks/{network_id}/embed.html?language= -> text/html
//   GET /api/v1/public/sites/{site_id}/embed.html?language= -> text/html
//   GET /api/v1/public/embed.css
#pragma once

#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/publication/publication_service.hpp"

namespace parvis::publication {

/// `publication` must outlive the router.
void add_publication_routes(http::Router& router, Publication& publication);
http::RouteDescriptions describe_publication_routes(json::SchemaBook& book);

} // namespace parvis::publication
