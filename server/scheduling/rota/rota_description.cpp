// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota_routes.hpp"

namespace parvis::scheduling {

using http::Method;
using json::schema;

http::RouteDescriptions describe_rota_routes(json::SchemaBook& book) {
    auto const none = std::nullopt;
    http::RouteDescription rota{
        Method::get, "/api/v1/networks/{network_id}/rota",
        "Who is on duty, who is missing and who could come, between two days, at most 62; planners.", none,
        schema<Rota>(book)};
    rota.query = {{"from", true}, {"to", true}};
    http::RouteDescription own{Method::get, "/api/v1/networks/{network_id}/own_duties",
                               "Sessions in which the caller is on duty, at most 62 days; any staff.", none,
                               schema<OwnDuties>(book)};
    own.query = {{"from", true}, {"to", true}};
    return {
        rota,
        own,
        {Method::put, "/api/v1/supplies/{supply_id}/team",
         "Name who is on duty whenever a supply takes place; planners.", schema<TeamForm>(book), none},
        {Method::put, "/api/v1/supplies/{supply_id}/stand_ins/{day}", "Name who comes on one day; planners.",
         schema<TeamForm>(book), none},
        {Method::put, "/api/v1/absences/{absence_id}", "Somebody is away for some days; planners.",
         schema<AbsenceForm>(book), schema<AbsenceView>(book)},
        {Method::delete_, "/api/v1/absences/{absence_id}", "They are there after all; planners.", none, none},
        {Method::put, "/api/v1/absences/{absence_id}/replacement",
         "Somebody comes instead on days of an absence, wherever they can; where not, the answer says why; "
         "planners.",
         schema<ReplacementForm>(book), schema<ReplacementView>(book)},
        {Method::get, "/api/v1/networks/{network_id}/displaced",
         "Appointments that lost their place and are not settled; those whom they concern.", none,
         schema<DisplacedList>(book)},
        {Method::post, "/api/v1/displaced/{appointment_id}/settle",
         "Such an appointment stays as it is, as agreed with those concerned.", none, none},
        {Method::post, "/api/v1/supply_previews",
         "Which appointments a change of supply would displace; nothing is changed; planners.",
         schema<SupplyChange>(book), schema<DisplacedList>(book)},
        {Method::post, "/api/v1/body_closures/{closure_id}/preview",
         "Which appointments a closure would displace; nothing is changed; planners.",
         schema<BodyClosureForm>(book), schema<DisplacedList>(book)},
        {Method::post, "/api/v1/sites/{site_id}/calendar_previews",
         "Which appointments a change of a site's opening would displace; nothing is changed; coordinators.",
         schema<CalendarChange>(book), schema<DisplacedList>(book)},
        {Method::put, "/api/v1/sites/{site_id}/hours",
         "Weekly hours, region of public holidays, preparation of the kiosks; coordinators.",
         schema<SiteHours>(book), schema<SiteHours>(book)},
    };
}

} // namespace parvis::scheduling
