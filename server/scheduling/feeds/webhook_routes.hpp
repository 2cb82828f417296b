// SPDX-License-Identifier: EUPL-1.2
// The wire of webhooks (what they are sent: webhook.hpp).
//   GET    /api/v1/networks/{network_id}/webhooks -> WebhookList
//   PUT    /api/v1/networks/{network_id}/webhooks/{webhook_id}   MakeWebhook -> MadeWebhook
//   DELETE /api/v1/webhooks/{webhook_id}
//   POST   /api/v1/webhooks/{webhook_id}/pause       PauseWebhook
//   POST   /api/v1/webhooks/{webhook_id}/try
//   GET    /api/v1/webhooks/{webhook_id}/deliveries  -> DeliveryList
//     coordinators, administrators; partner managers for their own body
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/scheduling/feeds/webhook_service.hpp"

namespace parvis::scheduling {

/// `webhooks` must outlive the router.
void add_webhook_routes(http::Router& router, WebhookService& webhooks,
                        http::Authenticate<identity::Caller> const& authenticate);
http::RouteDescriptions describe_webhook_routes(json::SchemaBook& book);

} // namespace parvis::scheduling
