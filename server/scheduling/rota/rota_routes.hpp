// SPDX-License-Identifier: EUPL-1.2
// The wire of the rota, of appointments that lost their place, and of looking ahead.
//   GET    /api/v1/networks/{network_id}/rota?from=&to=      -> Rota                    planners
//   GET    /api/v1/networks/{network_id}/own_duties?from=&to= -> OwnDuties              any staff: their own
//   PUT    /api/v1/supplies/{supply_id}/team                 TeamForm                   planners
//   PUT    /api/v1/supplies/{supply_id}/stand_ins/{day}      TeamForm                   planners
//   PUT    /api/v1/absences/{absence_id}                     AbsenceForm -> AbsenceView planners; DELETE too
//   PUT    /api/v1/absences/{absence_id}/replacement         ReplacementForm -> ReplacementView  planners
//   GET    /api/v1/networks/{network_id}/displaced           -> DisplacedList           whom they concern
//   POST   /api/v1/displaced/{appointment_id}/settle                                    as above
//   POST   /api/v1/supply_previews                           SupplyChange -> DisplacedList  planners
//   POST   /api/v1/body_closures/{closure_id}/preview        BodyClosureForm -> DisplacedList  planners
//   POST   /api/v1/sites/{site_id}/calendar_previews         CalendarChange -> DisplacedList   network
//   PUT    /api/v1/sites/{site_id}/hours                     SiteHours -> SiteHours     network
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/displacement/displacement_service.hpp"
#include "server/scheduling/opening/calendar_service.hpp"
#include "server/scheduling/rota/rota_service.hpp"
#include "server/scheduling/supply/supply_service.hpp"

namespace parvis::scheduling {

/// All must outlive the router.
struct RotaServices {
    RotaService& rota;
    DisplacementService& displaced;
    SupplyService& supply;
    CalendarService& calendars;
};

void add_rota_routes(http::Router& router, RotaServices services,
                     http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_rota_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
