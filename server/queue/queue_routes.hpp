// SPDX-License-Identifier: EUPL-1.2
// The wire of the queue over HTTP. Whoever acts chooses the ids, so that everything may be repeated.
//   GET    /api/v1/queue -> QueueView
//     the lines of the caller's groups over all sites
//   GET    /api/v1/sites/{site_id}/queue -> QueueView
//     the lines of all bodies at the site; its mediator
//   PUT    /api/v1/queue/tickets/{ticket_id}   TakeTicket -> TicketView
//     somebody came; the mediator of the site
//   PUT    /api/v1/queue/tickets/{ticket_id}/acts/{act_id}   TicketAct -> TicketView
//     mediator of the site, advisers of the group, or the one who called, depending on the act
//   GET    /api/v1/queue/tickets/{ticket_id}/destinations -> Destinations
//     where it may move to
//   POST   /api/v1/queue/next   CallNext -> NextTicket
//     advisers
//   PUT    /api/v1/queue/lines/{group_id}/closing   CloseLine -> LineClosed
//   DELETE /api/v1/queue/lines/{group_id}/closing
//     advisers of the group, partner managers of its body
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"
#include "server/queue/queue_service.hpp"

namespace parvis::queue {

/// `queue` must outlive the router.
void add_queue_routes(http::Router& router, QueueService& queue,
                      http::Authenticate<identity::Caller> const& authenticate);

/// The routes above, for the OpenAPI document.
http::RouteDescriptions describe_queue_routes(json::SchemaBook& book);

} // namespace parvis::queue
