// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/public_booking_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/guarded.hpp"
#include "platform/http/path_id.hpp"
#include "server/scheduling/appointments/booking_query_routes.hpp"

namespace parvis::scheduling {

using http::Method;
using http::Request;
using http::Response;

namespace {

constexpr char networks_path[] = "/api/v1/public/networks";
constexpr char network_path[] = "/api/v1/public/networks/{network_id}";
constexpr char proposals_path[] = "/api/v1/public/sites/{site_id}/proposals";
constexpr char slots_path[] = "/api/v1/public/sites/{site_id}/slots";
constexpr char hold_path[] = "/api/v1/public/appointments/{appointment_id}";
constexpr char confirm_path[] = "/api/v1/public/appointments/{appointment_id}/confirm";
constexpr char give_up_path[] = "/api/v1/public/appointments/{appointment_id}/give_up";
constexpr char read_path[] = "/api/v1/public/appointment";
constexpr char cancel_path[] = "/api/v1/public/appointment/cancel";
constexpr char move_path[] = "/api/v1/public/appointment/move";

Result<SiteId> site_in(Request const& request) {
    return http::path_id<SiteId>(request, "site_id", "site_unknown");
}
Result<AppointmentId> appointment_in(Request const& request) {
    return http::path_id<AppointmentId>(request, "appointment_id", "appointment_unknown");
}

Result<Response> network(PublicBooking& booking, Request const& request) {
    auto const id = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    return id ? http::json_response(200, booking.network(*id)) : id.error();
}

Result<Response> propose(PublicBooking& booking, Request const& request) {
    auto const site = site_in(request);
    if (!site) {
        return site.error();
    }
    auto const form = http::body_as<ProposalForm>(request);
    return form ? http::json_response(200, booking.propose(*site, *form)) : form.error();
}

Result<Response> slots(PublicBooking& booking, Request const& request) {
    auto const site = site_in(request);
    if (!site) {
        return site.error();
    }
    auto const query = slots_in_query(request);
    return query ? http::json_response(200, booking.slots(*site, *query)) : query.error();
}

Result<Response> hold(PublicBooking& booking, Request const& request) {
    auto const id = appointment_in(request);
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<PublicBookingForm>(request);
    return form ? http::json_response(200, booking.hold(request.client_address, *id, *form)) : form.error();
}

Result<Response> confirm(PublicBooking& booking, Request const& request) {
    auto const id = appointment_in(request);
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<ConfirmForm>(request);
    return form ? http::json_response(200, booking.confirm(*id, *form)) : form.error();
}

Result<Response> give_up(PublicBooking& booking, Request const& request) {
    auto const id = appointment_in(request);
    if (!id) {
        return id.error();
    }
    auto const given_up = booking.give_up(*id);
    return given_up ? Result<Response>(Response::no_content()) : given_up.error();
}

/// A use case on the appointment whose code is in the body.
template <class Form>
auto by_code(Result<PublicAppointment> (PublicBooking::*use_case)(std::string const&, Form const&)) {
    return [use_case](PublicBooking& booking, Request const& request) -> Result<Response> {
        auto const form = http::body_as<Form>(request);
        return form ? http::json_response(200, (booking.*use_case)(request.client_address, *form))
                    : form.error();
    };
}

} // namespace

void add_public_booking_routes(http::Router& router, PublicBooking& booking) {
    auto const add = [&](Method method, char const* path, auto handler) {
        router.add(method, path, [&booking, handler](Request const& request) -> Result<Response> {
            auto const own = http::refuse_forged(request);
            return own ? handler(booking, request) : own.error();
        });
    };
    add(Method::get, networks_path, [](PublicBooking& from, Request const&) -> Result<Response> {
        return http::json_response(200, from.networks());
    });
    add(Method::get, network_path, network);
    add(Method::post, proposals_path, propose);
    add(Method::get, slots_path, slots);
    add(Method::put, hold_path, hold);
    add(Method::post, confirm_path, confirm);
    add(Method::post, give_up_path, give_up);
    add(Method::post, read_path, by_code<CodeForm>(&PublicBooking::read));
    add(Method::post, cancel_path, by_code<CodeForm>(&PublicBooking::cancel));
    add(Method::post, move_path, by_code<CodeMoveForm>(&PublicBooking::move));
}

http::RouteDescriptions describe_public_booking_routes(json::SchemaBook& book) {
    using json::schema;
    auto const none = std::nullopt;
    http::RouteDescription free{Method::get, slots_path,
                                "Free slots of a site between two days, at most 62; anybody.", none,
                                schema<SlotList>(book)};
    free.query = {{"motives", true}, {"door", true}, {"from", true}, {"to", true}, {"moving", false}};
    return {
        {Method::get, networks_path, "The networks of this server; anybody.", none,
         schema<PublicNetworks>(book)},
        {Method::get, network_path, "A network in plain words: subjects, bodies, motives, sites; anybody.",
         none, schema<PublicNetwork>(book)},
        {Method::post, proposals_path,
         "The next free here, within 30 km, and by telephone or from home; nothing here is counted as unmet; "
         "anybody.",
         schema<ProposalForm>(book), schema<ProposalsView>(book)},
        free,
        {Method::put, hold_path, "Hold a place for five minutes; anybody, twenty for one address.",
         schema<PublicBookingForm>(book), schema<PublicAppointment>(book)},
        {Method::post, confirm_path,
         "Book the place that is held; who chose its id. The answer has the code.", schema<ConfirmForm>(book),
         schema<PublicAppointment>(book)},
        {Method::post, give_up_path, "Give the held place back; who chose its id.", none, none},
        {Method::post, read_path, "An appointment by its code; wrong codes make one wait.",
         schema<CodeForm>(book), schema<PublicAppointment>(book)},
        {Method::post, cancel_path, "Cancel by code, until the limit of the body; as above.",
         schema<CodeForm>(book), schema<PublicAppointment>(book)},
        {Method::post, move_path, "Another time, door or site by code; the code stays; as above.",
         schema<CodeMoveForm>(book), schema<PublicAppointment>(book)},
    };
}

} // namespace parvis::scheduling
