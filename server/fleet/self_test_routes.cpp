// SPDX-License-Identifier: EUPL-1.2
#include "server/fleet/self_test_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::fleet {
namespace {

constexpr char order_path[] = "/api/v1/kiosks/{kiosk_id}/self_test";

Result<http::Response> order(SelfTestService& service, identity::Caller const& caller,
                             http::Request const& request) {
    auto const id = http::path_id<KioskId>(request, "kiosk_id", "kiosk_unknown");
    return id ? http::json_response(200, service.order(caller, *id)) : id.error();
}

} // namespace

void add_self_test_routes(http::Router& router, SelfTestService& service,
                          http::Authenticate<identity::Caller> const& authenticate) {
    router.post(order_path, http::guarded<identity::Caller>(authenticate, [&](identity::Caller const& caller,
                                                                              http::Request const& request) {
                    return order(service, caller, request);
                }));
}

http::RouteDescriptions describe_self_test_routes(json::SchemaBook& book) {
    return {{http::Method::post, order_path, "Have a kiosk test itself; technicians.", std::nullopt,
             json::schema<SelfTestOrder>(book)}};
}

} // namespace parvis::fleet
