// SPDX-License-Identifier: EUPL-1.2
// The wire of booking for staff: mediators for their own site, advisers and partner managers for their own
// body, coordinators in their network. Whoever starts something chooses its id, so that everything may be
// repeated. Arrival is the queue's (server/queue/arrival_routes.hpp), because it gives a place in the line.
//   POST /api/v1/sites/{site_id}/proposals   ProposalForm -> ProposalsView
//   PUT  /api/v1/unmet_requests/{unmet_id}   RefusalForm
//   GET  /api/v1/sites/{site_id}/slots?motives=&door=&from=&to=[&moving=] -> SlotList
//   PUT  /api/v1/appointments/{appointment_id}   BookingForm -> AppointmentView
//   POST /api/v1/appointments/{appointment_id}/confirm   ConfirmForm -> AppointmentView
//   POST /api/v1/appointments/{appointment_id}/move   MoveForm -> AppointmentView
//   POST /api/v1/appointments/{appointment_id}/cancel   CancelForm -> AppointmentView
//   POST /api/v1/appointments/{appointment_id}/miss -> AppointmentView
//   GET  /api/v1/appointments/{appointment_id} -> AppointmentView
//   GET  /api/v1/appointments/{appointment_id}/ticket -> AppointmentTicket
//   GET  /api/v1/sites/{site_id}/appointments?from=&to= -> AppointmentList
//   GET  /api/v1/sites/{site_id}/appointments/search?q= -> AppointmentList
//   GET  /api/v1/sites/{site_id}/appointments/requests -> AppointmentList
//   GET  /api/v1/appointments?from=&to= -> AppointmentList
//     of the caller's groups over all sites; advisers
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/appointments/appointment_desk_service.hpp"

namespace parvis::scheduling {

/// `desk` must outlive the router.
void add_appointment_routes(http::Router& router, AppointmentDesk& desk,
                            http::Authenticate<identity::Caller> const& authenticate);

/// The routes above, for the OpenAPI document.
http::RouteDescriptions describe_appointment_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
