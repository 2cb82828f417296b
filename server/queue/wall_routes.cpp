// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wall_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::queue {

using identity::Caller;

namespace {

constexpr char site_path[] = "/api/v1/sites/{site_id}/walls";
constexpr char wall_path[] = "/api/v1/walls/{wall_id}";

Result<WallId> wall_in(http::Request const& request) {
    return http::path_id<WallId>(request, "wall_id", "wall_unknown");
}

Result<http::Response> at(WallService& walls, Caller const& caller, http::Request const& request) {
    auto const site = http::path_id<SiteId>(request, "site_id", "site_unknown");
    return site ? http::json_response(200, walls.at(caller, *site)) : site.error();
}

Result<http::Response> make(WallService& walls, Caller const& caller, http::Request const& request) {
    auto const id = wall_in(request);
    if (!id) {
        return id.error();
    }
    auto const wish = http::body_as<MakeWall>(request);
    return wish ? http::json_response(200, walls.make(caller, *id, *wish)) : wish.error();
}

Result<http::Response> revoke(WallService& walls, Caller const& caller, http::Request const& request) {
    auto const id = wall_in(request);
    if (!id) {
        return id.error();
    }
    auto const done = walls.revoke(caller, *id);
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

} // namespace

void add_wall_routes(http::Router& router, WallService& walls,
                     http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](http::Method method, std::string const& path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(
                       authenticate, [&walls, handler](Caller const& caller, http::Request const& request) {
                           return handler(walls, caller, request);
                       }));
    };
    add(http::Method::get, site_path, at);
    add(http::Method::put, wall_path, make);
    add(http::Method::delete_, wall_path, revoke);
}

http::RouteDescriptions describe_wall_routes(json::SchemaBook& book) {
    return {
        {http::Method::get, site_path,
         "The screens of a site's waiting room that may be opened; its mediator, technicians and "
         "administrators.",
         std::nullopt, json::schema<WallList>(book)},
        {http::Method::put, wall_path,
         "Make a screen. The secret of its link is told in this answer alone; again: a new secret, and the "
         "one before opens nothing any more.",
         json::schema<MakeWall>(book), json::schema<WallMade>(book)},
        {http::Method::delete_, wall_path, "Take a screen back: it is closed at once.", std::nullopt,
         std::nullopt},
    };
}

} // namespace parvis::queue
