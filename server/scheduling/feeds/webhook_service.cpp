// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/webhook_service.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"
#include "platform/text/catalogue.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/reminders/reminder.hpp"
#include "server/scheduling/supply/supply_policy.hpp"

#include <utility>

namespace parvis::scheduling {

struct WebhookService::Outgoing {
    outgoing::Post post;
    int attempts{};
};

namespace {

using identity::Caller;

constexpr int deliveries_at_once = 50;
/// A delivery is of use as long as anybody tries.
constexpr std::chrono::hours useful_for{48};

void remember(db::Session& session, Caller const& caller, char const* act, WebhookId const& webhook,
              Instant now) {
    identity::append_audit(
        session, {act, identity::trail_name(caller.account_id), "webhook:" + webhook.text(), {}, now}, now);
}

std::string reference_of(DeliveryKey const& key) {
    return key.webhook_id.text() + "." + key.appointment_id.text() + "." +
           std::string(json::enum_name(key.kind));
}

Result<void> judged(Result<long> const& status) {
    if (!status) {
        return status.error();
    }
    return *status >= 200 && *status < 300 ? Result<void>() : outgoing::delayed(*status);
}

std::string explained(Language language, std::string const& problem, std::string const& answer) {
    return text::say(language,
                     fail(ErrorCode::unavailable, problem, {}, {{"answer", answer}, {"cause", answer}}));
}

Result<void> own(db::Session& session, Caller const& caller, WebhookId const& id) {
    auto const webhook = find_webhook(session, id);
    bool const is_own = webhook && may_keep_webhook(caller, webhook->network_id, webhook->partner_id);
    return is_own ? Result<void>() : fail(ErrorCode::not_found, "webhook_unknown");
}

std::string answer_of(Error const& error) {
    return error.arguments.empty() ? "" : error.arguments.front().second;
}

} // namespace

WebhookService::WebhookService(db::Database& database, Clock const& clock, bool also_private, Post post)
    : database_(database), clock_(clock), also_private_(also_private), post_(std::move(post)) {}

// ---- told

Result<std::optional<WebhookService::Outgoing>>
WebhookService::take(db::Session& session, DeliveryKey const& key, Instant now) const {
    auto const due = due_delivery(session, key, now);
    if (!due) {
        return std::optional<Outgoing>();
    }
    auto const webhook = find_webhook(session, key.webhook_id);
    auto const appointment = find_appointment(session, key.appointment_id);
    if (!webhook || !appointment || due->attempts >= message_attempts) {
        end_delivery(session, key, false, webhook && appointment ? "delivery_unknown" : "", "", now);
        return std::optional<Outgoing>();
    }
    mark_delivering(session, key, now + sending_patience);
    outgoing::Post request;
    request.url = webhook->url;
    request.body = webhook_body(due->event, *appointment);
    request.headers = {"Content-Type: application/json", "Parvis-Delivery: " + reference_of(key),
                       "Parvis-Signature: " + webhook_signature(webhook->secret, request.body, now)};
    request.public_only = !also_private_;
    return std::optional(Outgoing{std::move(request), due->attempts + 1});
}

Result<void> WebhookService::settle(DeliveryKey const& key, int attempts, Result<void> const& told) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        if (told) {
            end_delivery(session, key, true, "", "", now);
            return {};
        }
        auto const& error = told.error();
        auto const next = next_attempt(attempts, now, now + useful_for);
        if (next) {
            delay_deliveries(session, key, *next, error.reason, answer_of(error));
        } else {
            end_delivery(session, key, false, error.reason, answer_of(error), now);
        }
        return {};
    });
}

void WebhookService::send_one(DeliveryKey const& key) {
    auto const now = clock_.now();
    auto const taken = database_.write([&](db::Session& session) { return take(session, key, now); });
    if (!taken || !*taken) {
        return;
    }
    auto const told = judged(post_((**taken).post));
    if (!told) {
        log::warn("webhook_not_delivered", {{"webhook", key.webhook_id.text()},
                                            {"attempt", (**taken).attempts},
                                            {"problem", told.error().reason},
                                            {"answer", answer_of(told.error())}});
    }
    (void)settle(key, (**taken).attempts, told);
}

bool WebhookService::send_some() {
    auto const now = clock_.now();
    auto const due = database_.read([&](db::Session& session) -> Result<std::vector<DeliveryKey>> {
        return due_deliveries(session, now, deliveries_at_once);
    });
    if (!due || due->empty()) {
        return false;
    }
    for (auto const& key : *due) {
        if (stopping_) {
            return false;
        }
        send_one(key);
    }
    return true;
}

void WebhookService::run() {
    while (!stopping_ && send_some()) {
    }
}

// ---- kept

Result<MadeWebhook> WebhookService::make(Caller const& caller, NetworkId const& network, WebhookId const& id,
                                         MakeWebhook const& wish) {
    if (!may_keep_webhook(caller, network, wish.partner_id)) {
        return refuse_change(caller, network, "network_unknown");
    }
    if (auto const sound = check_webhook(wish, also_private_); !sound) {
        return sound.error();
    }
    auto const now = clock_.now();
    auto const secret = crypto::random_token();
    return database_.write([&](db::Session& session) -> Result<MadeWebhook> {
        if (wish.partner_id) {
            auto const of = network_of(session, *wish.partner_id);
            if (!of || *of != network) {
                return fail(ErrorCode::not_found, "partner_unknown", "/partner_id");
            }
        }
        if (!save_webhook(session, {id, network, wish.partner_id, wish.url, secret, now})) {
            return fail(ErrorCode::conflict, "webhook_id_taken");
        }
        remember(session, caller, "webhook_made", id, now);
        return MadeWebhook{id, secret};
    });
}

Result<WebhookList> WebhookService::list(Caller const& caller, NetworkId const& network) {
    if (!may_read_plan(caller, network)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    auto const language = parse_language(caller.language).value_or(Language::fr);
    return database_.read([&](db::Session& session) -> Result<WebhookList> {
        WebhookList list;
        for (auto& webhook : webhooks_of(session, network)) {
            if (!may_keep_webhook(caller, network, webhook.partner_id)) {
                continue;
            }
            auto const answer = std::exchange(webhook.explanation, "");
            if (webhook.problem) {
                webhook.explanation = explained(language, *webhook.problem, answer);
            }
            list.webhooks.push_back(std::move(webhook));
        }
        return list;
    });
}

Result<void> WebhookService::pause(Caller const& caller, WebhookId const& id, bool paused) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        if (auto const kept = own(session, caller, id); !kept) {
            return kept.error();
        }
        pause_webhook(session, id, paused ? std::optional(now) : std::nullopt);
        remember(session, caller, paused ? "webhook_paused" : "webhook_resumed", id, now);
        return {};
    });
}

Result<void> WebhookService::try_now(Caller const& caller, WebhookId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        if (auto const kept = own(session, caller, id); !kept) {
            return kept.error();
        }
        wake_deliveries(session, id, now);
        return {};
    });
}

Result<DeliveryList> WebhookService::deliveries(Caller const& caller, WebhookId const& id) {
    auto const language = parse_language(caller.language).value_or(Language::fr);
    return database_.read([&](db::Session& session) -> Result<DeliveryList> {
        if (auto const kept = own(session, caller, id); !kept) {
            return kept.error();
        }
        DeliveryList list{deliveries_of(session, id, deliveries_at_once)};
        for (auto& delivery : list.deliveries) {
            auto const answer = std::exchange(delivery.explanation, "");
            if (delivery.problem) {
                delivery.explanation = explained(language, *delivery.problem, answer);
            }
        }
        return list;
    });
}

Result<void> WebhookService::revoke(Caller const& caller, WebhookId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        if (auto const kept = own(session, caller, id); !kept) {
            return kept.error();
        }
        revoke_webhook(session, id, now);
        remember(session, caller, "webhook_revoked", id, now);
        return {};
    });
}

} // namespace parvis::scheduling
