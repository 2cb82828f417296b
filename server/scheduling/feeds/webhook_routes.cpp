// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/webhook_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::scheduling {

namespace {

using identity::Caller;

constexpr char list_path[] = "/api/v1/networks/{network_id}/webhooks";
constexpr char make_path[] = "/api/v1/networks/{network_id}/webhooks/{webhook_id}";
constexpr char webhook_path[] = "/api/v1/webhooks/{webhook_id}";
constexpr char pause_path[] = "/api/v1/webhooks/{webhook_id}/pause";
constexpr char try_path[] = "/api/v1/webhooks/{webhook_id}/try";
constexpr char deliveries_path[] = "/api/v1/webhooks/{webhook_id}/deliveries";

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

Result<http::Response> pause(WebhookService& webhooks, Caller const& caller, http::Request const& request) {
    auto const id = http::path_id<WebhookId>(request, "webhook_id", "webhook_unknown");
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<PauseWebhook>(request);
    auto const done = form ? webhooks.pause(caller, *id, form->paused) : Result<void>(form.error());
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

Result<http::Response> try_now(WebhookService& webhooks, Caller const& caller, http::Request const& request) {
    auto const id = http::path_id<WebhookId>(request, "webhook_id", "webhook_unknown");
    auto const done = id ? webhooks.try_now(caller, *id) : Result<void>(id.error());
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

Result<http::Response> deliveries(WebhookService& webhooks, Caller const& caller,
                                  http::Request const& request) {
    auto const id = http::path_id<WebhookId>(request, "webhook_id", "webhook_unknown");
    return id ? http::json_response(200, webhooks.deliveries(caller, *id)) : id.error();
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
    add(http::Method::post, pause_path, pause);
    add(http::Method::post, try_path, try_now);
    add(http::Method::get, deliveries_path, deliveries);
}

http::RouteDescriptions describe_webhook_routes(json::SchemaBook& book) {
    return {{http::Method::get, list_path, "The webhooks that the caller may keep, and how they fare.",
             std::nullopt, json::schema<WebhookList>(book)},
            {http::Method::put, make_path,
             "Tell another program when appointments are booked, moved or cancelled, without a name; "
             "coordinators, administrators, partner managers for their body. The secret is told in this "
             "answer alone; "
             "again: a new secret.",
             json::schema<MakeWebhook>(book), json::schema<MadeWebhook>(book)},
            {http::Method::delete_, webhook_path, "Revoke a webhook; as above.", std::nullopt, std::nullopt},
            {http::Method::post, pause_path,
             "Send nothing for a while, or again; what happens waits; as above.",
             json::schema<PauseWebhook>(book), std::nullopt},
            {http::Method::post, try_path, "Try now what waits or was given up; as above.", std::nullopt,
             std::nullopt},
            {http::Method::get, deliveries_path, "What it was told last, and what did not arrive; as above.",
             std::nullopt, json::schema<DeliveryList>(book)}};
}

} // namespace parvis::scheduling
