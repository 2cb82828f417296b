// SPDX-License-Identifier: EUPL-1.2
// The wire of planning: when bodies answer, about what, and when sites are open. Days are "2026-03-01".
// "Planners": managers of the body, coordinators, administrators. "Network": coordinators, administrators.
//   GET    /api/v1/networks/{network_id}/plan?from=&to=[&partner_id=][&site_id=] -> Plan         any staff
//   PUT    /api/v1/supplies/{supply_id}              SupplyForm -> SupplyView          planners
//   POST   /api/v1/supplies/{supply_id}/end          SupplyEnd                         planners
//   POST   /api/v1/supplies/{supply_id}/except       SupplyExcept -> SupplyView        planners
//   POST   /api/v1/supplies/{supply_id}/instead      SupplyInstead -> SupplyView       planners
//   POST   /api/v1/supplies/{supply_id}/from_day     SupplyFromDay -> SupplyView       planners
//   PUT    /api/v1/week_copies/{copy_id}             WeekCopyForm -> WeekCopy          planners
//   GET    /api/v1/networks/{network_id}/body_closures  -> BodyClosureList             any staff
//   PUT    /api/v1/body_closures/{closure_id}        BodyClosureForm -> BodyClosure    planners; DELETE too
//   GET    /api/v1/networks/{network_id}/motives     -> MotiveList                     any staff
//   PUT    /api/v1/motives/{motive_id}               MotiveForm -> MotiveView          planners
//   POST   /api/v1/motives/{motive_id}/end                                             planners
//   GET    /api/v1/sites/{site_id}/calendar?from=&to= -> CalendarView                  any staff
//   PUT    /api/v1/sites/{site_id}/seasons/{season_id}  Season -> SeasonView           network; DELETE too
//   PUT    /api/v1/sites/{site_id}/exceptions/{day}  ExceptionForm -> DayException     network; DELETE too
//   PUT    /api/v1/place_closures/{closure_id}       PlaceClosureForm -> PlaceClosure  network; DELETE too
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/motives/motive_service.hpp"
#include "server/scheduling/opening/calendar_service.hpp"
#include "server/scheduling/supply/supply_service.hpp"

namespace parvis::scheduling {

/// What planning needs; all must outlive the router.
struct PlanningServices {
    SupplyService& supply;
    MotiveService& motives;
    CalendarService& calendars;
};

void add_planning_routes(http::Router& router, PlanningServices services,
                         http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_planning_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
