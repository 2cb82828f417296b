// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/webhook_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::scheduling {

namespace {

using identity::Caller;

constexpr char list_path[] = "/api/v1/networks/{network_id}/webhooks";
constexpr char make_path[] = "/api/v1/networks/{network_id}/webhooks/{webhook_id}";
constexpr char webhook_path[] = "/api/v1/webhooks/{webhook_id}";

Result<http::Response> list(WebhookService& webhooks, Caller const& caller, http::Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    return network ? http::json_response(200, webhooks.list(caller, *network)) : network.error();
}

Result<http::Response> make(WebhookService& webhooks, Caller const& caller, http::Request const& request) {
    auto const network = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    if (!network) {
        return network.error();
    }
    auto const id = http::path_id<WebhookId>(request, "webhook_id", "webhook_unknown");
    if (!id) {
        return id.error();
    }
    auto const wish = http::body_as<MakeWebhook>(request);
    return wish ? http::json_response(200, webhooks.make(caller, *network, *id, *wish)) : wish.error();
}

Result<http::Response> revoke(WebhookService& webhooks, Caller const& caller, http::Request const& request) {
    auto const id = http::path_id<WebhookId>(request, "webhook_id", "webhook_unknown");
    if (!id) {
        return id.error();
    }
    auto const done = webhooks.revoke(caller, *id);
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

} // namespace

void add_webhook_routes(http::Router& router, WebhookService& webhooks,
                        http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](http::Method method, char const* path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(authenticate, [&webhooks, handler](Caller const& caller,
                                                                            http::Request const& request) {
                       return handler(webhooks, caller, request);
                   }));
    };
    add(http::Method::get, list_path, list);
    add(http::Method::put, make_path, make);
    add(http::Method::delete_, webhook_path, revoke);
}

http::RouteDescriptions describe_webhook_routes(json::SchemaBook& book) {
    return {{http::Method::get, list_path, "The webhooks that the caller may keep, and how they fare.",
             std::nullopt, json::schema<WebhookList>(book)},
            {http::Method::put, make_path,
             "Tell another program when appointments are booked, moved or cancelled, without a name; "
             "administrators, partner managers for their body. The secret is told in this answer alone; "
             "again: a new secret.",
             json::schema<MakeWebhook>(book), json::schema<MadeWebhook>(book)},
            {http::Method::delete_, webhook_path, "Revoke a webhook; as above.", std::nullopt, std::nullopt}};
}

} // namespace parvis::scheduling
