// SPDX-License-Identifier: EUPL-1.2
// The wire of self-tests.
//   POST /api/v1/kiosks/{kiosk_id}/self_test -> SelfTestOrder: the kiosk tests itself; technicians. The
//   result is on record afterwards: KioskRow.self_test of GET /api/v1/network
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/fleet/self_test_service.hpp"

namespace parvis::fleet {

/// `service` must outlive the router.
void add_self_test_routes(http::Router& router, SelfTestService& service,
                          http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_self_test_routes(json::SchemaBook& book);

} // namespace parvis::fleet
