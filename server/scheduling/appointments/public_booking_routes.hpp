// SPDX-License-Identifier: EUPL-1.2
// The wire of booking for citizens: no account, no cookie. A code never stands in an address: addresses are
// written down on the way.
//   GET  /api/v1/public/networks -> PublicNetworks
//   GET  /api/v1/public/networks/{network_id} -> PublicNetwork
//   POST /api/v1/public/sites/{site_id}/proposals   ProposalForm -> ProposalsView
//   GET  /api/v1/public/sites/{site_id}/slots?motives=&door=&from=&to= -> SlotList
//   PUT  /api/v1/public/appointments/{appointment_id}   PublicBookingForm -> PublicAppointment
//   POST /api/v1/public/appointments/{appointment_id}/confirm   ConfirmForm -> PublicAppointment
//   POST /api/v1/public/appointments/{appointment_id}/give_up
//   POST /api/v1/public/appointment   CodeForm -> PublicAppointment
//   POST /api/v1/public/appointment/cancel   CodeForm -> PublicAppointment
//   POST /api/v1/public/appointment/move   CodeMoveForm -> PublicAppointment
#pragma once

#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/appointments/public_booking_service.hpp"

namespace parvis::scheduling {

/// `booking` must outlive the router.
void add_public_booking_routes(http::Router& router, PublicBooking& booking);

/// The routes above, for the OpenAPI document.
http::RouteDescriptions describe_public_booking_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
