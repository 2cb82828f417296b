// SPDX-License-Identifier: EUPL-1.2
// The wire of kiosk enrolment and of the audit trail: see kiosk_protocol/pairing.hpp, and
//   POST /api/v1/kiosks/{kiosk_id}/revoke    technicians and administrators
//   GET  /api/v1/audit                       -> AuditPage: the newest 200 entries and whether the chain
//   holds; administrators
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/pairing_service.hpp"

namespace parvis::identity {

void add_pairing_routes(http::Router& router, PairingService& pairings,
                        http::Authenticate<Caller> const& authenticate);

void add_audit_routes(http::Router& router, db::Database& database, Clock const& clock,
                      http::Authenticate<Caller> const& authenticate);

http::RouteDescriptions describe_pairing_routes(json::SchemaBook& book);

} // namespace parvis::identity
