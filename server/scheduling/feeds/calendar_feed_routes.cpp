// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/calendar_feed_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::scheduling {

namespace {

using identity::Caller;

constexpr char list_path[] = "/api/v1/networks/{network_id}/calendar_feeds";
constexpr char make_path[] = "/api/v1/networks/{network_id}/calendar_feeds/{feed_id}";
constexpr char feed_path[] = "/api/v1/calendar_feeds/{feed_id}";
constexpr char calendar_path[] = "/api/v1/calendars/{secret}";
constexpr char calendar_type[] = "text/calendar; charset=utf-8";

Result<http::Response> list(CalendarFeedService& feeds, Caller const& caller, http::Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    return network ? http::json_response(200, feeds.list(caller, *network)) : network.error();
}

Result<http::Response> make(CalendarFeedService& feeds, Caller const& caller, http::Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    if (!network) {
        return network.error();
    }
    auto const id = http::path_id<CalendarFeedId>(request, "feed_id", "feed_unknown");
    if (!id) {
        return id.error();
    }
    auto const wish = http::body_as<MakeCalendarFeed>(request);
    return wish ? http::json_response(200, feeds.make(caller, *network, *id, *wish)) : wish.error();
}

Result<http::Response> revoke(CalendarFeedService& feeds, Caller const& caller,
                              http::Request const& request) {
    auto const id = http::path_id<CalendarFeedId>(request, "feed_id", "feed_unknown");
    if (!id) {
        return id.error();
    }
    auto const done = feeds.revoke(caller, *id);
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

Result<http::Response> calendar(CalendarFeedService& feeds, http::Request const& request) {
    auto found = feeds.read(request.params.at("secret"));
    if (!found) {
        return found.error();
    }
    auto response = http::Response::text(200, std::move(found->text));
    response.content_type = calendar_type;
    // Weak: each answer says when it was written.
    response.headers.emplace_back("ETag", "W/\"" + found->tag + "\"");
    response.headers.emplace_back("Cache-Control", "private, max-age=300");
    return response;
}

} // namespace

void add_calendar_feed_routes(http::Router& router, CalendarFeedService& feeds,
                              http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](http::Method method, char const* path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(
                       authenticate, [&feeds, handler](Caller const& caller, http::Request const& request) {
                           return handler(feeds, caller, request);
                       }));
    };
    add(http::Method::get, list_path, list);
    add(http::Method::put, make_path, make);
    add(http::Method::delete_, feed_path, revoke);
    router.get(calendar_path, [&feeds](http::Request const& request) { return calendar(feeds, request); });
}

http::RouteDescriptions describe_calendar_feed_routes(json::SchemaBook& book) {
    http::RouteDescription read{
        http::Method::get, calendar_path,
        "Appointments, and the sessions of an adviser, as a calendar; no citizen is named; "
        "whoever has the address.",
        std::nullopt, std::nullopt};
    read.media_type = "text/calendar";
    return {{http::Method::get, list_path, "The calendar feeds that the caller may keep.", std::nullopt,
             json::schema<CalendarFeedList>(book)},
            {http::Method::put, make_path,
             "Make a feed of a site, a body, a group of advisers, or of one's own sessions. Its address is "
             "told in this answer alone; "
             "again: a new address, and the one before opens nothing any more.",
             json::schema<MakeCalendarFeed>(book), json::schema<MadeCalendarFeed>(book)},
            {http::Method::delete_, feed_path, "Revoke a feed; who may make it.", std::nullopt, std::nullopt},
            read};
}

} // namespace parvis::scheduling
