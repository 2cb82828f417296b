// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_routes.hpp"

namespace parvis::scheduling {

using http::Method;
using json::schema;

http::RouteDescriptions describe_planning_routes(json::SchemaBook& book) {
    auto const none = std::nullopt;
    http::RouteDescription plan{Method::get, "/api/v1/networks/{network_id}/plan",
                                "When bodies answer between two days, at most 62; any staff of the network.",
                                none, schema<Plan>(book)};
    plan.query = {{"from", true}, {"to", true}, {"partner_id", false}, {"site_id", false}};
    http::RouteDescription calendar{
        Method::get, "/api/v1/sites/{site_id}/calendar",
        "When a site is open between two days, at most 62; any staff of the network.", none,
        schema<CalendarView>(book)};
    calendar.query = {{"from", true}, {"to", true}};
    return {
        plan,
        {Method::put, "/api/v1/supplies/{supply_id}",
         "Make a supply or change it; partner managers of its body, coordinators.", schema<SupplyForm>(book),
         schema<SupplyView>(book)},
        {Method::post, "/api/v1/supplies/{supply_id}/end", "End a supply on a day; as above.",
         schema<SupplyEnd>(book), none},
        {Method::post, "/api/v1/supplies/{supply_id}/except", "Skip one day of a supply; as above.",
         schema<SupplyExcept>(book), schema<SupplyView>(book)},
        {Method::post, "/api/v1/supplies/{supply_id}/instead",
         "One day of a supply, otherwise: at another hour, elsewhere, with other people; as above.",
         schema<SupplyInstead>(book), schema<SupplyView>(book)},
        {Method::post, "/api/v1/supplies/{supply_id}/from_day",
         "A supply otherwise from one day on; what was before stays, appointments come along; as above.",
         schema<SupplyFromDay>(book), schema<SupplyView>(book)},
        {Method::put, "/api/v1/week_copies/{copy_id}", "Copy a group's week to another; as above.",
         schema<WeekCopyForm>(book), schema<WeekCopy>(book)},
        {Method::get, "/api/v1/networks/{network_id}/body_closures",
         "Closures of bodies that are not over; any staff of the network.", none,
         schema<BodyClosureList>(book)},
        {Method::put, "/api/v1/body_closures/{closure_id}", "Close a body or one of its groups; as above.",
         schema<BodyClosureForm>(book), schema<BodyClosure>(book)},
        {Method::delete_, "/api/v1/body_closures/{closure_id}", "Remove such a closure; as above.", none,
         none},
        {Method::get, "/api/v1/networks/{network_id}/motives",
         "What people may come for, with papers to bring; any staff of the network.", none,
         schema<MotiveList>(book)},
        {Method::put, "/api/v1/motives/{motive_id}",
         "Make a motive or change it; partner managers of its body, coordinators.", schema<MotiveForm>(book),
         schema<MotiveView>(book)},
        {Method::post, "/api/v1/motives/{motive_id}/end", "Offer a motive no longer; as above.", none, none},
        calendar,
        {Method::put, "/api/v1/sites/{site_id}/seasons/{season_id}",
         "Give a site other weekly hours for a season; coordinators.", schema<Season>(book),
         schema<SeasonView>(book)},
        {Method::delete_, "/api/v1/sites/{site_id}/seasons/{season_id}", "Remove a season; coordinators.",
         none, none},
        {Method::put, "/api/v1/sites/{site_id}/exceptions/{day}",
         "Close a site on one day or give it other hours; coordinators.", schema<ExceptionForm>(book),
         schema<DayException>(book)},
        {Method::delete_, "/api/v1/sites/{site_id}/exceptions/{day}",
         "Remove what was said of a day; coordinators.", none, none},
        {Method::put, "/api/v1/place_closures/{closure_id}", "Close a site, a room or a kiosk; coordinators.",
         schema<PlaceClosureForm>(book), schema<PlaceClosure>(book)},
        {Method::delete_, "/api/v1/place_closures/{closure_id}", "Remove such a closure; coordinators.", none,
         none},
    };
}

} // namespace parvis::scheduling
