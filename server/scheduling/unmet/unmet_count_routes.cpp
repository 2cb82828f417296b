// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/unmet/unmet_count_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"
#include "server/scheduling/appointments/booking_query_routes.hpp"

namespace parvis::scheduling {

namespace {

using identity::Caller;

constexpr char counts_path[] = "/api/v1/networks/{network_id}/unmet_requests";

Result<http::Response> counts(UnmetCountService& unmet, Caller const& caller, http::Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    if (!network) {
        return network.error();
    }
    auto const days = days_in_query(request);
    return days ? http::json_response(200, unmet.counts(caller, *network, days->from, days->to))
                : days.error();
}

} // namespace

void add_unmet_count_routes(http::Router& router, UnmetCountService& unmet,
                            http::Authenticate<Caller> const& authenticate) {
    router.add(
        http::Method::get, counts_path,
        http::guarded<Caller>(authenticate, [&unmet](Caller const& caller, http::Request const& request) {
            return counts(unmet, caller, request);
        }));
}

http::RouteDescriptions describe_unmet_count_routes(json::SchemaBook& book) {
    http::RouteDescription by_month{
        http::Method::get, counts_path,
        "How often somebody asked for an appointment and there was nothing to give them, by month, subject, "
        "site and reason, between two days, at most 366; coordinators, administrators, and partner managers "
        "for their own bodies. Names nobody.",
        std::nullopt, json::schema<UnmetCounts>(book)};
    by_month.query = {{"from", true}, {"to", true}};
    return {by_month};
}

} // namespace parvis::scheduling
