// SPDX-License-Identifier: EUPL-1.2
#include "server/network/network_routes.hpp"

#include "platform/http/body.hpp"
#include "server/network/network_service.hpp"

namespace parvis::network {
namespace {

constexpr char overview_path[] = "/api/v1/network";

} // namespace

void add_network_routes(http::Router& router, db::Database& database,
                        http::Authenticate<identity::Caller> const& authenticate) {
    router.get(overview_path, http::guarded<identity::Caller>(
                                  authenticate, [&](identity::Caller const& caller, http::Request const&) {
                                      return http::json_response(200, overview(database, caller));
                                  }));
}

http::RouteDescriptions describe_network_routes(json::SchemaBook& book) {
    return {{http::Method::get, overview_path,
             "The networks of the signed-in account: sites, kiosks, bodies, groups.", std::nullopt,
             json::schema<NetworkOverview>(book)}};
}

} // namespace parvis::network
