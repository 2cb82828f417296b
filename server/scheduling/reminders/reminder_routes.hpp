// SPDX-License-Identifier: EUPL-1.2
// The wire of what people are told, for whoever looks after it.
//   GET  /api/v1/networks/{network_id}/messages -> MessageReport
//   POST /api/v1/networks/{network_id}/messages/retry -> MessageReport
//     coordinators, technicians, administrators
//   GET  /api/v1/sites/{site_id}/messages -> MessageReport
//   POST /api/v1/messages/try      NamedMessage
//   POST /api/v1/messages/settle   NamedMessage
//     the same people, and mediators of the appointment's site
//   GET  /api/v1/appointments/{appointment_id}/messages -> Tellings
//     whoever may see the appointment
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"

namespace parvis::scheduling {

/// `reminders` must outlive the router.
void add_reminder_routes(http::Router& router, ReminderService& reminders,
                         http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_reminder_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
