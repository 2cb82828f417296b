// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/waiting/waiting_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::scheduling {

namespace {

using http::Method;
using http::Request;
using http::Response;
using identity::Caller;

constexpr char one_path[] = "/api/v1/waiting_entries/{entry_id}";
constexpr char accept_path[] = "/api/v1/waiting_entries/{entry_id}/accept";
constexpr char refuse_path[] = "/api/v1/waiting_entries/{entry_id}/refuse";
constexpr char withdraw_path[] = "/api/v1/waiting_entries/{entry_id}/withdraw";
constexpr char site_path[] = "/api/v1/sites/{site_id}/waiting_entries";
constexpr char ways_path[] = "/api/v1/public/waiting_ways";
constexpr char own_path[] = "/api/v1/public/waiting_entries/{entry_id}";
constexpr char read_own_path[] = "/api/v1/public/waiting_entry";
constexpr char accept_own_path[] = "/api/v1/public/waiting_entry/accept";
constexpr char refuse_own_path[] = "/api/v1/public/waiting_entry/refuse";
constexpr char withdraw_own_path[] = "/api/v1/public/waiting_entry/withdraw";

Result<WaitingId> entry_in(Request const& request) {
    return http::path_id<WaitingId>(request, "entry_id", "waiting_unknown");
}

Result<Response> join(WaitingList& waiting, Caller const& caller, Request const& request) {
    auto const id = entry_in(request);
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<WaitingForm>(request);
    return form ? http::json_response(200, waiting.join(Requester::of(caller), *id, *form)) : form.error();
}

Result<Response> list(WaitingList& waiting, Caller const& caller, Request const& request) {
    auto const site = http::path_id<SiteId>(request, "site_id", "site_unknown");
    return site ? http::json_response(200, waiting.list(Requester::of(caller), *site)) : site.error();
}

Result<Response> refuse(WaitingList& waiting, Caller const& caller, Request const& request) {
    auto const id = entry_in(request);
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<OfferRefusal>(request);
    return form ? http::json_response(200, waiting.refuse(Requester::of(caller), *id, form->stays))
                : form.error();
}

auto of_entry(Result<WaitingView> (WaitingList::*use_case)(Requester const&, WaitingId const&)) {
    return [use_case](WaitingList& waiting, Caller const& caller,
                      Request const& request) -> Result<Response> {
        auto const id = entry_in(request);
        return id ? http::json_response(200, (waiting.*use_case)(Requester::of(caller), *id)) : id.error();
    };
}

Result<Response> join_own(WaitingList& waiting, Request const& request) {
    auto const id = entry_in(request);
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<WaitingForm>(request);
    return form ? http::json_response(200, waiting.join_own(request.client_address, *id, *form))
                : form.error();
}

/// A use case on the entry whose code is in the body.
template <class Form>
auto by_code(Result<PublicWaiting> (WaitingList::*use_case)(std::string const&, Form const&)) {
    return [use_case](WaitingList& waiting, Request const& request) -> Result<Response> {
        auto const form = http::body_as<Form>(request);
        return form ? http::json_response(200, (waiting.*use_case)(request.client_address, *form))
                    : form.error();
    };
}

} // namespace

void add_waiting_routes(http::Router& router, WaitingList& waiting,
                        http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](Method method, char const* path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(authenticate,
                                         [&waiting, handler](Caller const& caller, Request const& request) {
                                             return handler(waiting, caller, request);
                                         }));
    };
    add(Method::put, one_path, join);
    add(Method::get, site_path, list);
    add(Method::post, accept_path, of_entry(&WaitingList::accept));
    add(Method::post, refuse_path, refuse);
    add(Method::post, withdraw_path, of_entry(&WaitingList::withdraw));
    auto const add_public = [&](Method method, char const* path, auto handler) {
        router.add(method, path, [&waiting, handler](Request const& request) -> Result<Response> {
            auto const own = http::refuse_forged(request);
            return own ? handler(waiting, request) : own.error();
        });
    };
    add_public(Method::get, ways_path, [](WaitingList& from, Request const&) -> Result<Response> {
        return http::json_response(200, Result<WaitingWays>(from.ways()));
    });
    add_public(Method::put, own_path, join_own);
    add_public(Method::post, read_own_path, by_code<CodeForm>(&WaitingList::read_own));
    add_public(Method::post, accept_own_path, by_code<CodeForm>(&WaitingList::accept_own));
    add_public(Method::post, refuse_own_path, by_code<CodeRefusal>(&WaitingList::refuse_own));
    add_public(Method::post, withdraw_own_path, by_code<CodeForm>(&WaitingList::withdraw_own));
}

http::RouteDescriptions describe_waiting_routes(json::SchemaBook& book) {
    using json::schema;
    auto const none = std::nullopt;
    return {
        {Method::put, one_path,
         "Tell somebody when a place is freed; mediators for their own site, the body's own, coordinators.",
         schema<WaitingForm>(book), schema<WaitingView>(book)},
        {Method::get, site_path,
         "The waiting list of a site in order, and what ended in the last week; as above.", none,
         schema<WaitingEntries>(book)},
        {Method::post, accept_path, "They want the place that was offered; as above.", none,
         schema<WaitingView>(book)},
        {Method::post, refuse_path,
         "They do not want it; it goes to the next, and they may go on waiting; as above.",
         schema<OfferRefusal>(book), schema<WaitingView>(book)},
        {Method::post, withdraw_path, "They need not be told any more; as above.", none,
         schema<WaitingView>(book)},
        {Method::get, ways_path, "How people are told of freed places; anybody.", none,
         schema<WaitingWays>(book)},
        {Method::put, own_path,
         "Be told when a place is freed; anybody, twenty for one address. The answer has the code.",
         schema<WaitingForm>(book), schema<PublicWaiting>(book)},
        {Method::post, read_own_path,
         "One's place in the waiting list, by its code; wrong codes make one wait.", schema<CodeForm>(book),
         schema<PublicWaiting>(book)},
        {Method::post, accept_own_path,
         "Take the place that was offered; the appointment has the same code; as above.",
         schema<CodeForm>(book), schema<PublicWaiting>(book)},
        {Method::post, refuse_own_path, "Leave it to the next, and go on waiting if wished; as above.",
         schema<CodeRefusal>(book), schema<PublicWaiting>(book)},
        {Method::post, withdraw_own_path, "Need not be told any more; as above.", schema<CodeForm>(book),
         schema<PublicWaiting>(book)},
    };
}

} // namespace parvis::scheduling
