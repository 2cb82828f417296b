// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::queue {

using identity::Caller;

namespace {

constexpr char lines_path[] = "/api/v1/queue";
constexpr char site_path[] = "/api/v1/sites/{site_id}/queue";
constexpr char ticket_path[] = "/api/v1/queue/tickets/{ticket_id}";
constexpr char act_path[] = "/api/v1/queue/tickets/{ticket_id}/acts/{act_id}";
constexpr char destinations_path[] = "/api/v1/queue/tickets/{ticket_id}/destinations";
constexpr char next_path[] = "/api/v1/queue/next";
constexpr char closing_path[] = "/api/v1/queue/lines/{group_id}/closing";

Result<TicketId> ticket_in(http::Request const& request) {
    return http::path_id<TicketId>(request, "ticket_id", "ticket_unknown");
}

Result<http::Response> lines(QueueService& queue, Caller const& caller, http::Request const&) {
    return http::json_response(200, queue.lines_of(caller));
}

Result<http::Response> lines_at(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const site = http::path_id<SiteId>(request, "site_id", "site_unknown");
    return site ? http::json_response(200, queue.lines_at(caller, *site)) : site.error();
}

Result<http::Response> take(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const id = ticket_in(request);
    if (!id) {
        return id.error();
    }
    auto const wish = http::body_as<TakeTicket>(request);
    return wish ? http::json_response(200, queue.take(caller, *id, *wish)) : wish.error();
}

Result<http::Response> act(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const id = ticket_in(request);
    if (!id) {
        return id.error();
    }
    auto const act_id = http::path_id<TicketActId>(request, "act_id", "not_found");
    if (!act_id) {
        return act_id.error();
    }
    auto const form = http::body_as<TicketAct>(request);
    return form ? http::json_response(200, queue.act(caller, *id, *act_id, *form)) : form.error();
}

Result<http::Response> destinations(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const id = ticket_in(request);
    return id ? http::json_response(200, queue.destinations(caller, *id)) : id.error();
}

Result<http::Response> call_next(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const wish = http::body_as<CallNext>(request);
    return wish ? http::json_response(200, queue.call_next(caller, *wish)) : wish.error();
}

Result<http::Response> close_line(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const group = http::path_id<AdviserGroupId>(request, "group_id", "group_unknown");
    if (!group) {
        return group.error();
    }
    auto const wish = http::body_as<CloseLine>(request);
    return wish ? http::json_response(200, queue.close_line(caller, *group, *wish)) : wish.error();
}

Result<http::Response> open_again(QueueService& queue, Caller const& caller, http::Request const& request) {
    auto const group = http::path_id<AdviserGroupId>(request, "group_id", "group_unknown");
    if (!group) {
        return group.error();
    }
    std::optional<SiteId> site;
    if (auto const named = request.query_value("site_id"); named && !named->empty()) {
        site = SiteId::parse(*named);
        if (!site) {
            return fail(ErrorCode::not_found, "site_unknown", "/site_id");
        }
    }
    auto const done = queue.reopen_line(caller, *group, site);
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

} // namespace

void add_queue_routes(http::Router& router, QueueService& queue,
                      http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](http::Method method, std::string const& path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(
                       authenticate, [&queue, handler](Caller const& caller, http::Request const& request) {
                           return handler(queue, caller, request);
                       }));
    };
    add(http::Method::get, lines_path, lines);
    add(http::Method::get, destinations_path, destinations);
    add(http::Method::get, site_path, lines_at);
    add(http::Method::put, ticket_path, take);
    add(http::Method::put, act_path, act);
    add(http::Method::post, next_path, call_next);
    add(http::Method::put, closing_path, close_line);
    add(http::Method::delete_, closing_path, open_again);
}

http::RouteDescriptions describe_queue_routes(json::SchemaBook& book) {
    return {
        {http::Method::get, lines_path,
         "The lines of the caller's groups over all sites, with positions and waits.", std::nullopt,
         json::schema<QueueView>(book)},
        {http::Method::get, site_path, "The lines of all bodies as far as they concern a site; its mediator.",
         std::nullopt, json::schema<QueueView>(book)},
        {http::Method::put, ticket_path,
         "Somebody came, unbooked or for an appointment; the mediator of the site. A desk may tell it late. "
         "A closed "
         "line answers with a closed ticket and its message.",
         json::schema<TakeTicket>(book), json::schema<TicketView>(book)},
        {http::Method::put, act_path,
         "One act on a ticket: away, back, park, unpark, put_back, move, urgent, not_urgent, leave, "
         "announce, and for "
         "the "
         "adviser who called no_answer, met, finish. What a caller may do stands in the ticket's "
         "allowed_actions.",
         json::schema<TicketAct>(book), json::schema<TicketView>(book)},
        {http::Method::get, destinations_path,
         "What other bodies, or other groups of the same one, offer at the ticket's site: where it may move "
         "to.",
         std::nullopt, json::schema<Destinations>(book)},
        {http::Method::post, next_path,
         "The next person of the caller's lines, whom nobody else is given; no ticket when nobody can be "
         "called. With "
         "an interview_id the kiosk is called at once.",
         json::schema<CallNext>(book), json::schema<NextTicket>(book)},
        {http::Method::put, closing_path,
         "Close a line until the end of the day, for all or for one site: who waits and who comes is told "
         "the "
         "message, and counted as unmet; "
         "advisers of the group and partner managers of its body.",
         json::schema<CloseLine>(book), json::schema<LineClosed>(book)},
        {http::Method::delete_,
         closing_path,
         "Open a closed line again: the whole of it, or, with site_id in the query, that of one site.",
         std::nullopt,
         std::nullopt,
         "",
         {{"site_id", false}}},
    };
}

} // namespace parvis::queue
