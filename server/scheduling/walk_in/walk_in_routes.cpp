// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/walk_in/walk_in_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"
#include "server/scheduling/appointments/booking_query_routes.hpp"

namespace parvis::scheduling {

namespace {

using identity::Caller;

constexpr char one_path[] = "/api/v1/walk_ins/{walk_in_id}";
constexpr char counts_path[] = "/api/v1/networks/{network_id}/walk_ins";

Result<http::Response> record(WalkInService& walk_ins, Caller const& caller, http::Request const& request) {
    auto const id = http::path_id<WalkInId>(request, "walk_in_id", "not_found");
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<WalkInForm>(request);
    return form ? http::json_response(200, walk_ins.record(caller, *id, *form)) : form.error();
}

Result<http::Response> counts(WalkInService& walk_ins, Caller const& caller, http::Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    if (!network) {
        return network.error();
    }
    auto const days = days_in_query(request);
    return days ? http::json_response(200, walk_ins.counts(caller, *network, days->from, days->to))
                : days.error();
}

} // namespace

void add_walk_in_routes(http::Router& router, WalkInService& walk_ins,
                        http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](http::Method method, char const* path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(authenticate, [&walk_ins, handler](Caller const& caller,
                                                                            http::Request const& request) {
                       return handler(walk_ins, caller, request);
                   }));
    };
    add(http::Method::put, one_path, record);
    add(http::Method::get, counts_path, counts);
}

http::RouteDescriptions describe_walk_in_routes(json::SchemaBook& book) {
    http::RouteDescription by_day{
        http::Method::get, counts_path,
        "How many people who came unbooked were helped on the spot or sent elsewhere in person, by day and "
        "site, between two days, at most 62; coordinators and administrators. Names nobody.",
        std::nullopt, json::schema<WalkInCounts>(book)};
    by_day.query = {{"from", true}, {"to", true}};
    return {
        {http::Method::put, one_path,
         "Somebody came unbooked and needed neither a ticket nor an appointment; the mediator of the site. "
         "A desk may tell it late.",
         json::schema<WalkInForm>(book), json::schema<WalkIn>(book)},
        by_day};
}

} // namespace parvis::scheduling
