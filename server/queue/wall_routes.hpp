// SPDX-License-Identifier: EUPL-1.2
// The wire of waiting-room screens over HTTP; the mediator of the site, technicians and administrators.
//   GET    /api/v1/sites/{site_id}/walls -> WallList
//   PUT    /api/v1/walls/{wall_id}   MakeWall -> WallMade
//     the secret of its link is in this answer alone; again: a new secret
//   DELETE /api/v1/walls/{wall_id}
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/queue/wall_service.hpp"

namespace parvis::queue {

/// `walls` must outlive the router.
void add_wall_routes(http::Router& router, WallService& walls,
                     http::Authenticate<identity::Caller> const& authenticate);

/// The routes above, for the OpenAPI document.
http::RouteDescriptions describe_wall_routes(json::SchemaBook& book);

} // namespace parvis::queue
