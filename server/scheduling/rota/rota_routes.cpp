// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::scheduling {

using http::Method;
using http::Request;
using http::Response;
using identity::Caller;

namespace {

Error bad_day(char const* name) {
    return fail(ErrorCode::invalid_input, "date_invalid", std::string("/") + name);
}

Result<RotaQuery> rota_query(Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    if (!network) {
        return network.error();
    }
    RotaQuery query{*network, {}, {}};
    if (!parse_iso(request.query_value("from").value_or(""), query.from_day)) {
        return bad_day("from");
    }
    if (!parse_iso(request.query_value("to").value_or(""), query.to_day)) {
        return bad_day("to");
    }
    return query;
}

Result<Response> done(Result<void> const& outcome) {
    return outcome ? Result<Response>(Response::no_content()) : outcome.error();
}

Result<SupplyId> supply_id(Request const& request) {
    return http::path_id<SupplyId>(request, "supply_id", "supply_unknown");
}
Result<AbsenceId> absence_id(Request const& request) {
    return http::path_id<AbsenceId>(request, "absence_id", "absence_unknown");
}
Result<SiteId> site_id(Request const& request) {
    return http::path_id<SiteId>(request, "site_id", "site_unknown");
}

/// A body and an id of the path, handed to the use case.
template <class Form, class AnyId, class UseCase>
Result<Response> with_form(Request const& request, Result<AnyId> const& id, UseCase use_case) {
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<Form>(request);
    return form ? use_case(*id, *form) : form.error();
}

Result<Response> save_stand_ins(RotaServices services, Caller const& caller, Request const& request) {
    LocalDate day;
    if (!parse_iso(request.params["day"], day)) {
        return bad_day("day");
    }
    return with_form<TeamForm>(request, supply_id(request), [&](auto const& id, auto const& form) {
        return done(services.rota.save_stand_ins(caller, id, day, form));
    });
}

using Adding = http::ServiceRoutes<RotaServices, Caller>;

void add_duties(Adding& add) {
    add(Method::get, "/api/v1/networks/{network_id}/rota",
        [](RotaServices services, Caller const& caller, Request const& request) -> Result<Response> {
            auto const query = rota_query(request);
            return query ? http::json_response(200, services.rota.read(caller, *query)) : query.error();
        });
    add(Method::get, "/api/v1/networks/{network_id}/own_duties",
        [](RotaServices services, Caller const& caller, Request const& request) -> Result<Response> {
            auto const query = rota_query(request);
            return query ? http::json_response(200, services.rota.own(caller, *query)) : query.error();
        });
    add(Method::put, "/api/v1/supplies/{supply_id}/team",
        [](RotaServices services, Caller const& caller, Request const& request) {
            return with_form<TeamForm>(request, supply_id(request), [&](auto const& id, auto const& form) {
                return done(services.rota.save_team(caller, id, form));
            });
        });
    add(Method::put, "/api/v1/supplies/{supply_id}/stand_ins/{day}", save_stand_ins);
    add(Method::put, "/api/v1/absences/{absence_id}",
        [](RotaServices services, Caller const& caller, Request const& request) {
            return with_form<AbsenceForm>(
                request, absence_id(request), [&](auto const& id, auto const& form) {
                    return http::json_response(200, services.rota.save_absence(caller, id, form));
                });
        });
    add(Method::delete_, "/api/v1/absences/{absence_id}",
        [](RotaServices services, Caller const& caller, Request const& request) {
            auto const id = absence_id(request);
            return id ? done(services.rota.remove_absence(caller, *id)) : id.error();
        });
}

void add_replacement(Adding& add) {
    add(Method::put, "/api/v1/absences/{absence_id}/replacement",
        [](RotaServices services, Caller const& caller, Request const& request) {
            return with_form<ReplacementForm>(
                request, absence_id(request), [&](auto const& id, auto const& form) {
                    return http::json_response(200, services.rota.replace(caller, id, form));
                });
        });
}

void add_displaced(Adding& add) {
    add(Method::get, "/api/v1/networks/{network_id}/displaced",
        [](RotaServices services, Caller const& caller, Request const& request) -> Result<Response> {
            auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
            return network ? http::json_response(200, services.displaced.list(caller, *network))
                           : network.error();
        });
    add(Method::post, "/api/v1/displaced/{appointment_id}/settle",
        [](RotaServices services, Caller const& caller, Request const& request) {
            auto const id = http::path_id<AppointmentId>(request, "appointment_id", "appointment_unknown");
            return id ? done(services.displaced.settle(caller, *id)) : id.error();
        });
}

void add_previews(Adding& add) {
    add(Method::post, "/api/v1/supply_previews",
        [](RotaServices services, Caller const& caller, Request const& request) -> Result<Response> {
            auto const change = http::body_as<SupplyChange>(request);
            return change ? http::json_response(200, services.supply.preview(caller, *change))
                          : change.error();
        });
    add(Method::post, "/api/v1/body_closures/{closure_id}/preview",
        [](RotaServices services, Caller const& caller, Request const& request) {
            auto const id = http::path_id<ClosureId>(request, "closure_id", "closure_unknown");
            return with_form<BodyClosureForm>(request, id, [&](auto const& closure, auto const& form) {
                return http::json_response(200, services.supply.preview_closure(caller, closure, form));
            });
        });
    add(Method::post, "/api/v1/sites/{site_id}/calendar_previews",
        [](RotaServices services, Caller const& caller, Request const& request) {
            return with_form<CalendarChange>(
                request, site_id(request), [&](auto const& site, auto const& change) {
                    return http::json_response(200, services.calendars.preview(caller, site, change));
                });
        });
    add(Method::put, "/api/v1/sites/{site_id}/hours",
        [](RotaServices services, Caller const& caller, Request const& request) {
            return with_form<SiteHours>(request, site_id(request), [&](auto const& site, auto const& form) {
                return http::json_response(200, services.calendars.save_hours(caller, site, form));
            });
        });
}

} // namespace

void add_rota_routes(http::Router& router, RotaServices services,
                     http::Authenticate<identity::Caller> const& authenticate) {
    Adding add(router, services, authenticate);
    add_duties(add);
    add_replacement(add);
    add_displaced(add);
    add_previews(add);
}

} // namespace parvis::scheduling
