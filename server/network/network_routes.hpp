// SPDX-License-Identifier: EUPL-1.2
// The wire of the network's reference data.
//   GET /api/v1/network -> NetworkOverview: the caller's networks with their sites, kiosks, bodies and
//   groups; any staff
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"

namespace parvis::db {
class Database;
}

namespace parvis::network {

void add_network_routes(http::Router& router, db::Database& database,
                        http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_network_routes(json::SchemaBook& book);

} // namespace parvis::network
