// SPDX-License-Identifier: EUPL-1.2
// The wire of calendar feeds.
//   GET    /api/v1/networks/{network_id}/calendar_feeds -> CalendarFeedList
//     those that the caller may keep
//   PUT    /api/v1/networks/{network_id}/calendar_feeds/{feed_id}   MakeCalendarFeed -> MadeCalendarFeed
//     mediators for their site, advisers and partner managers for their body, coordinators, administrators;
//     an adviser for their own sessions
//   DELETE /api/v1/calendar_feeds/{feed_id}
//     the same people: the address opens nothing any more
//   GET    /api/v1/calendars/{secret} -> text/calendar
//     whoever has the address
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/feeds/calendar_feed_service.hpp"

namespace parvis::scheduling {

/// `feeds` must outlive the router.
void add_calendar_feed_routes(http::Router& router, CalendarFeedService& feeds,
                              http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_calendar_feed_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
