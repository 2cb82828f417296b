// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/arrival_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::queue {

namespace {

constexpr char arrive_path[] = "/api/v1/appointments/{appointment_id}/arrive";

} // namespace

void add_arrival_routes(http::Router& router, ArrivalService& arrivals,
                        http::Authenticate<identity::Caller> const& authenticate) {
    router.post(arrive_path,
                http::guarded<identity::Caller>(
                    authenticate,
                    [&arrivals](identity::Caller const& caller,
                                http::Request const& request) -> Result<http::Response> {
                        auto const id = http::path_id<scheduling::AppointmentId>(request, "appointment_id",
                                                                                 "appointment_unknown");
                        if (!id) {
                            return id.error();
                        }
                        auto const form = http::body_as<ArrivalForm>(request);
                        return form ? http::json_response(200, arrivals.arrive(caller, *id, *form))
                                    : form.error();
                    }));
}

http::RouteDescriptions describe_arrival_routes(json::SchemaBook& book) {
    return {{http::Method::post, arrive_path,
             "They came: marked, and given their place in the line, in one touch; mediators of the site, the "
             "body's own, coordinators.",
             json::schema<ArrivalForm>(book), json::schema<Arrival>(book)}};
}

} // namespace parvis::queue
