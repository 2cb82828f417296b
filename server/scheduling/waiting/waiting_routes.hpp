// SPDX-License-Identifier: EUPL-1.2
// The wire of the waiting list.
//   PUT  /api/v1/waiting_entries/{entry_id}            WaitingForm -> WaitingView
//   GET  /api/v1/sites/{site_id}/waiting_entries       -> WaitingEntries
//   POST /api/v1/waiting_entries/{entry_id}/accept     -> WaitingView
//   POST /api/v1/waiting_entries/{entry_id}/refuse     OfferRefusal -> WaitingView
//   POST /api/v1/waiting_entries/{entry_id}/withdraw   -> WaitingView
//     mediators for their own site, the body's own, coordinators
//   GET  /api/v1/public/waiting_ways                   -> WaitingWays
//   PUT  /api/v1/public/waiting_entries/{entry_id}     WaitingForm -> PublicWaiting
//   POST /api/v1/public/waiting_entry                  CodeForm -> PublicWaiting
//   POST /api/v1/public/waiting_entry/accept           CodeForm -> PublicWaiting
//   POST /api/v1/public/waiting_entry/refuse           CodeRefusal -> PublicWaiting
//   POST /api/v1/public/waiting_entry/withdraw         CodeForm -> PublicWaiting
//     anybody
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/waiting/waiting_service.hpp"

namespace parvis::scheduling {

/// `waiting` must outlive the router.
void add_waiting_routes(http::Router& router, WaitingList& waiting,
                        http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_waiting_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
