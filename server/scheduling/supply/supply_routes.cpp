// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

#include <concepts>

namespace parvis::scheduling {

using http::Request;
using http::Response;
using identity::Caller;

namespace {

Error bad_query(char const* name) {
    return fail(ErrorCode::invalid_input, "date_invalid", std::string("/") + name);
}

struct Days {
    LocalDate from;
    LocalDate to;
};
Result<Days> days_of(Request const& request) {
    Days days;
    if (!parse_iso(request.query_value("from").value_or(""), days.from)) {
        return bad_query("from");
    }
    if (!parse_iso(request.query_value("to").value_or(""), days.to)) {
        return bad_query("to");
    }
    return days;
}

template <class AnyId>
Result<std::optional<AnyId>> id_in_query(Request const& request, char const* name, char const* unknown) {
    auto const text = request.query_value(name);
    if (!text) {
        return std::optional<AnyId>();
    }
    auto const id = AnyId::parse(*text);
    return id ? Result<std::optional<AnyId>>(*id)
              : fail(ErrorCode::not_found, unknown, std::string("/") + name);
}

Result<Response> done(Result<void> const& outcome) {
    return outcome ? Result<Response>(Response::no_content()) : outcome.error();
}

/// A body and an id in the path, handed to the use case.
template <class Form, class AnyId, class UseCase>
Result<Response> with_form(Request const& request, Result<AnyId> const& id, UseCase use_case) {
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<Form>(request);
    if (!form) {
        return form.error();
    }
    using Outcome = std::invoke_result_t<UseCase, AnyId const&, Form const&>;
    if constexpr (std::same_as<Outcome, Result<void>>) {
        return done(use_case(*id, *form));
    } else {
        return http::json_response(200, use_case(*id, *form));
    }
}

Result<SupplyId> supply_id(Request const& request) {
    return http::path_id<SupplyId>(request, "supply_id", "supply_unknown");
}
Result<MotiveId> motive_id(Request const& request) {
    return http::path_id<MotiveId>(request, "motive_id", "motive_unknown");
}
Result<ClosureId> closure_id(Request const& request) {
    return http::path_id<ClosureId>(request, "closure_id", "closure_unknown");
}
Result<SiteId> site_id(Request const& request) {
    return http::path_id<SiteId>(request, "site_id", "site_unknown");
}
Result<NetworkId> network_id(Request const& request) {
    return http::path_id<NetworkId>(request, "network_id", "network_unknown");
}

Result<Response> plan(PlanningServices services, Caller const& caller, Request const& request) {
    auto const network = network_id(request);
    if (!network) {
        return network.error();
    }
    auto const days = days_of(request);
    if (!days) {
        return days.error();
    }
    auto const partner = id_in_query<PartnerId>(request, "partner_id", "partner_unknown");
    if (!partner) {
        return partner.error();
    }
    auto const site = id_in_query<SiteId>(request, "site_id", "site_unknown");
    if (!site) {
        return site.error();
    }
    return http::json_response(
        200, services.supply.plan(caller, {*network, days->from, days->to, *partner, *site}));
}

Result<Response> calendar(PlanningServices services, Caller const& caller, Request const& request) {
    auto const site = site_id(request);
    if (!site) {
        return site.error();
    }
    auto const days = days_of(request);
    return days ? http::json_response(200, services.calendars.read(caller, *site, days->from, days->to))
                : days.error();
}

struct SeasonPath {
    SiteId site;
    SeasonId season;
};
Result<SeasonPath> season_path(Request const& request) {
    auto const site = site_id(request);
    auto const season = SeasonId::parse(request.params["season_id"]);
    if (!site || !season) {
        return fail(ErrorCode::not_found, site ? "season_unknown" : "site_unknown");
    }
    return SeasonPath{*site, *season};
}

struct DayPath {
    SiteId site;
    LocalDate day;
};
Result<DayPath> day_path(Request const& request) {
    auto const site = site_id(request);
    if (!site) {
        return site.error();
    }
    LocalDate day;
    return parse_iso(request.params["day"], day) ? Result<DayPath>(DayPath{*site, day}) : bad_query("day");
}

using Adding = http::ServiceRoutes<PlanningServices, Caller>;

using http::Method;

void add_supply_routes(Adding& add) {
    add(Method::get, "/api/v1/networks/{network_id}/plan", plan);
    add(Method::put, "/api/v1/supplies/{supply_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<SupplyForm>(request, supply_id(request), [&](auto const& id, auto const& form) {
                return services.supply.save(caller, id, form);
            });
        });
    add(Method::post, "/api/v1/supplies/{supply_id}/end",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<SupplyEnd>(request, supply_id(request), [&](auto const& id, auto const& form) {
                return services.supply.end(caller, id, form);
            });
        });
    add(Method::post, "/api/v1/supplies/{supply_id}/except",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<SupplyExcept>(request, supply_id(request),
                                           [&](auto const& id, auto const& form) {
                                               return services.supply.except_day(caller, id, form);
                                           });
        });
    add(Method::post, "/api/v1/supplies/{supply_id}/instead",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<SupplyInstead>(request, supply_id(request),
                                            [&](auto const& id, auto const& form) {
                                                return services.supply.instead_of_day(caller, id, form);
                                            });
        });
    add(Method::post, "/api/v1/supplies/{supply_id}/from_day",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<SupplyFromDay>(
                request, supply_id(request),
                [&](auto const& id, auto const& form) { return services.supply.from_day(caller, id, form); });
        });
    add(Method::put, "/api/v1/week_copies/{copy_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            auto const id = http::path_id<CopyId>(request, "copy_id", "copy_unknown");
            return with_form<WeekCopyForm>(request, id, [&](auto const& copy, auto const& form) {
                return services.supply.copy_week(caller, copy, form);
            });
        });
    add(Method::get, "/api/v1/networks/{network_id}/body_closures",
        [](PlanningServices services, Caller const& caller, Request const& request) -> Result<Response> {
            auto const network = network_id(request);
            return network ? http::json_response(200, services.supply.closures(caller, *network))
                           : network.error();
        });
    add(Method::put, "/api/v1/body_closures/{closure_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<BodyClosureForm>(request, closure_id(request),
                                              [&](auto const& id, auto const& form) {
                                                  return services.supply.save_closure(caller, id, form);
                                              });
        });
    add(Method::delete_, "/api/v1/body_closures/{closure_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            auto const id = closure_id(request);
            return id ? done(services.supply.remove_closure(caller, *id)) : id.error();
        });
}

void add_motive_routes(Adding& add) {
    add(Method::get, "/api/v1/networks/{network_id}/motives",
        [](PlanningServices services, Caller const& caller, Request const& request) -> Result<Response> {
            auto const network = network_id(request);
            return network ? http::json_response(200, services.motives.list(caller, *network))
                           : network.error();
        });
    add(Method::put, "/api/v1/motives/{motive_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<MotiveForm>(request, motive_id(request), [&](auto const& id, auto const& form) {
                return services.motives.save(caller, id, form);
            });
        });
    add(Method::post, "/api/v1/motives/{motive_id}/end",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            auto const id = motive_id(request);
            return id ? done(services.motives.end(caller, *id)) : id.error();
        });
}

void add_calendar_routes(Adding& add) {
    add(Method::get, "/api/v1/sites/{site_id}/calendar", calendar);
    add(Method::put, "/api/v1/sites/{site_id}/seasons/{season_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<Season>(
                request, season_path(request), [&](auto const& path, auto const& season) {
                    return services.calendars.save_season(caller, path.site, path.season, season);
                });
        });
    add(Method::delete_, "/api/v1/sites/{site_id}/seasons/{season_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            auto const path = season_path(request);
            return path ? done(services.calendars.remove_season(caller, path->site, path->season))
                        : path.error();
        });
    add(Method::put, "/api/v1/sites/{site_id}/exceptions/{day}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<ExceptionForm>(
                request, day_path(request), [&](auto const& path, auto const& form) {
                    return services.calendars.save_exception(caller, path.site, path.day, form);
                });
        });
    add(Method::delete_, "/api/v1/sites/{site_id}/exceptions/{day}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            auto const path = day_path(request);
            return path ? done(services.calendars.remove_exception(caller, path->site, path->day))
                        : path.error();
        });
    add(Method::put, "/api/v1/place_closures/{closure_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            return with_form<PlaceClosureForm>(request, closure_id(request),
                                               [&](auto const& id, auto const& form) {
                                                   return services.calendars.save_closure(caller, id, form);
                                               });
        });
    add(Method::delete_, "/api/v1/place_closures/{closure_id}",
        [](PlanningServices services, Caller const& caller, Request const& request) {
            auto const id = closure_id(request);
            return id ? done(services.calendars.remove_closure(caller, *id)) : id.error();
        });
}

} // namespace

void add_planning_routes(http::Router& router, PlanningServices services,
                         http::Authenticate<identity::Caller> const& authenticate) {
    Adding add(router, services, authenticate);
    add_supply_routes(add);
    add_motive_routes(add);
    add_calendar_routes(add);
}

} // namespace parvis::scheduling
