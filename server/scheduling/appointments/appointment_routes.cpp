// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"
#include "server/scheduling/appointments/booking_query_routes.hpp"

namespace parvis::scheduling {

using http::Method;
using http::Request;
using http::Response;
using identity::Caller;

namespace {

Result<SiteId> site_in(Request const& request) {
    return http::path_id<SiteId>(request, "site_id", "site_unknown");
}
Result<AppointmentId> appointment_in(Request const& request) {
    return http::path_id<AppointmentId>(request, "appointment_id", "appointment_unknown");
}

/// A use case on the appointment in the path, with the form in the body.
template <class Form>
auto with_form(Result<AppointmentView> (AppointmentDesk::*use_case)(Requester const&, AppointmentId const&,
                                                                    Form const&)) {
    return
        [use_case](AppointmentDesk& desk, Caller const& caller, Request const& request) -> Result<Response> {
            auto const id = appointment_in(request);
            if (!id) {
                return id.error();
            }
            auto const form = http::body_as<Form>(request);
            return form ? http::json_response(200, (desk.*use_case)(Requester::of(caller), *id, *form))
                        : form.error();
        };
}

template <class Answer>
auto of_appointment(Result<Answer> (AppointmentDesk::*use_case)(Requester const&, AppointmentId const&)) {
    return
        [use_case](AppointmentDesk& desk, Caller const& caller, Request const& request) -> Result<Response> {
            auto const id = appointment_in(request);
            return id ? http::json_response(200, (desk.*use_case)(Requester::of(caller), *id)) : id.error();
        };
}

Result<Response> propose(AppointmentDesk& desk, Caller const& caller, Request const& request) {
    auto const site = site_in(request);
    if (!site) {
        return site.error();
    }
    auto const form = http::body_as<ProposalForm>(request);
    return form ? http::json_response(200, desk.propose(Requester::of(caller), *site, *form)) : form.error();
}

Result<Response> refuse(AppointmentDesk& desk, Caller const& caller, Request const& request) {
    auto const id = http::path_id<UnmetId>(request, "unmet_id", "not_found");
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<RefusalForm>(request);
    if (!form) {
        return form.error();
    }
    auto const counted = desk.refuse(Requester::of(caller), *id, *form);
    return counted ? Result<Response>(Response::no_content()) : counted.error();
}

Result<Response> slots(AppointmentDesk& desk, Caller const&, Request const& request) {
    auto const site = site_in(request);
    if (!site) {
        return site.error();
    }
    auto const query = slots_in_query(request);
    return query ? http::json_response(200, desk.slots(*site, *query)) : query.error();
}

Result<Response> day(AppointmentDesk& desk, Caller const& caller, Request const& request) {
    auto const site = site_in(request);
    if (!site) {
        return site.error();
    }
    auto const days = days_in_query(request);
    return days ? http::json_response(200, desk.day(Requester::of(caller), *site, days->from, days->to))
                : days.error();
}

Result<Response> search(AppointmentDesk& desk, Caller const& caller, Request const& request) {
    auto const site = site_in(request);
    return site ? http::json_response(
                      200, desk.search(Requester::of(caller), *site, request.query_value("q").value_or("")))
                : site.error();
}

Result<Response> requests(AppointmentDesk& desk, Caller const& caller, Request const& request) {
    auto const site = site_in(request);
    return site ? http::json_response(200, desk.requests(Requester::of(caller), *site)) : site.error();
}

Result<Response> day_of_groups(AppointmentDesk& desk, Caller const& caller, Request const& request) {
    auto const days = days_in_query(request);
    return days ? http::json_response(200, desk.day_of_groups(caller, days->from, days->to)) : days.error();
}

constexpr char one_path[] = "/api/v1/appointments/{appointment_id}";
constexpr char confirm_path[] = "/api/v1/appointments/{appointment_id}/confirm";
constexpr char move_path[] = "/api/v1/appointments/{appointment_id}/move";
constexpr char cancel_path[] = "/api/v1/appointments/{appointment_id}/cancel";
constexpr char finish_path[] = "/api/v1/appointments/{appointment_id}/finish";
constexpr char miss_path[] = "/api/v1/appointments/{appointment_id}/miss";
constexpr char ticket_path[] = "/api/v1/appointments/{appointment_id}/ticket";
constexpr char groups_path[] = "/api/v1/appointments";
constexpr char proposals_path[] = "/api/v1/sites/{site_id}/proposals";
constexpr char slots_path[] = "/api/v1/sites/{site_id}/slots";
constexpr char day_path[] = "/api/v1/sites/{site_id}/appointments";
constexpr char search_path[] = "/api/v1/sites/{site_id}/appointments/search";
constexpr char requests_path[] = "/api/v1/sites/{site_id}/appointments/requests";
constexpr char unmet_path[] = "/api/v1/unmet_requests/{unmet_id}";

} // namespace

void add_appointment_routes(http::Router& router, AppointmentDesk& desk,
                            http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](Method method, char const* path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(authenticate,
                                         [&desk, handler](Caller const& caller, Request const& request) {
                                             return handler(desk, caller, request);
                                         }));
    };
    add(Method::post, proposals_path, propose);
    add(Method::put, unmet_path, refuse);
    add(Method::get, slots_path, slots);
    add(Method::put, one_path, with_form<BookingForm>(&AppointmentDesk::book));
    add(Method::post, confirm_path, with_form<ConfirmForm>(&AppointmentDesk::confirm));
    add(Method::post, move_path, with_form<MoveForm>(&AppointmentDesk::move));
    add(Method::post, cancel_path, with_form<CancelForm>(&AppointmentDesk::cancel));
    add(Method::post, finish_path, of_appointment(&AppointmentDesk::finish));
    add(Method::post, miss_path, of_appointment(&AppointmentDesk::miss));
    add(Method::get, one_path, of_appointment(&AppointmentDesk::read));
    add(Method::get, ticket_path, of_appointment(&AppointmentDesk::ticket));
    add(Method::get, day_path, day);
    add(Method::get, search_path, search);
    add(Method::get, requests_path, requests);
    add(Method::get, groups_path, day_of_groups);
}

http::RouteDescriptions describe_appointment_routes(json::SchemaBook& book) {
    using json::schema;
    auto const none = std::nullopt;
    auto const with_days = [](http::RouteDescription route) {
        route.query = {{"from", true}, {"to", true}};
        return route;
    };
    http::RouteDescription free{
        Method::get, slots_path,
        "Free slots of a site between two days, at most 62; any staff. By telephone and from home the site "
        "does not matter.",
        none, schema<SlotList>(book)};
    free.query = {{"motives", true}, {"door", true}, {"from", true}, {"to", true}, {"moving", false}};
    http::RouteDescription by_name{
        Method::get, search_path,
        "Appointments of a site by the beginning of a first name, or by code, the nearest in time first; as "
        "the day.",
        none, schema<AppointmentList>(book)};
    by_name.query = {{"q", true}};
    return {
        {Method::post, proposals_path,
         "The next free here, within 30 km, and by telephone or from home; nothing here is counted as unmet. "
         "Mediators of the site, the body's own, coordinators.",
         schema<ProposalForm>(book), schema<ProposalsView>(book)},
        {Method::put, unmet_path, "The proposals suited nobody: counted once; as above.",
         schema<RefusalForm>(book), none},
        free,
        {Method::put, one_path,
         "Hold a place for five minutes, or book it when a visitor is named; as above. What a desk promised "
         "while it was cut off can be kept as a request.",
         schema<BookingForm>(book), schema<AppointmentView>(book)},
        {Method::post, confirm_path, "Book the place that is held; as above.", schema<ConfirmForm>(book),
         schema<AppointmentView>(book)},
        {Method::post, move_path,
         "Another time, door or site, everything else is kept; as above. Answers the appointment in which it "
         "lives on.",
         schema<MoveForm>(book), schema<AppointmentView>(book)},
        {Method::post, cancel_path, "Cancel, with the reason; as above.", schema<CancelForm>(book),
         schema<AppointmentView>(book)},
        {Method::post, finish_path, "By telephone: the adviser has called them; the body's advisers.", none,
         schema<AppointmentView>(book)},
        {Method::post, miss_path, "They did not come; as above.", none, schema<AppointmentView>(book)},
        {Method::get, one_path, "One appointment; as above.", none, schema<AppointmentView>(book)},
        {Method::get, ticket_path, "What is printed for the citizen; as above.", none,
         schema<AppointmentTicket>(book)},
        with_days({Method::get, day_path,
                   "Appointments of a site between two days, at most 62; its mediators, coordinators, and "
                   "bodies their own.",
                   none, schema<AppointmentList>(book)}),
        by_name,
        {Method::get, requests_path, "Promised while a desk was cut off, and to be settled; as the day.",
         none, schema<AppointmentList>(book)},
        with_days({Method::get, groups_path,
                   "Appointments of the caller's groups over all sites, between two days; advisers.", none,
                   schema<AppointmentList>(book)}),
    };
}

} // namespace parvis::scheduling
