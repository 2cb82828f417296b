// SPDX-License-Identifier: EUPL-1.2
// SQL of webhooks and of what they are told. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/feeds/webhook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct KeptWebhook {
    WebhookId webhook_id;
    NetworkId network_id;
    std::optional<PartnerId> partner_id;
    std::string url;
    std::string secret;
    Instant made_at;
};

/// False when the id is another's, or one that was revoked. The same again gets the new secret and address.
bool save_webhook(db::Session& session, KeptWebhook const& webhook);
/// Not one that was revoked.
std::optional<KeptWebhook> find_webhook(db::Session& session, WebhookId const& id);
/// What waits for it is dropped.
void revoke_webhook(db::Session& session, WebhookId const& id, Instant now);
/// Nothing is sent to it while it is paused.
void pause_webhook(db::Session& session, WebhookId const& id, std::optional<Instant> since);
/// What waits is due now; what was given up waits again, from the first attempt on.
void wake_deliveries(db::Session& session, WebhookId const& id, Instant now);
/// Newest first. `explanation` holds the answer as it was stored.
std::vector<DeliveryView> deliveries_of(db::Session& session, WebhookId const& id, int most);
/// Those of a network, with how they fare. `explanation` holds the answer as it was stored.
std::vector<WebhookView> webhooks_of(db::Session& session, NetworkId const& network);

/// Everybody whom the event concerns will be told, once.
void plan_deliveries(db::Session& session, AppointmentEvent const& event);

struct DeliveryKey {
    WebhookId webhook_id;
    AppointmentId appointment_id;
    AppointmentEventKind kind{};
};
struct DueDelivery {
    AppointmentEvent event;
    int attempts{}; ///< begun so far
};

/// In the order in which they happened, at most `most`. Reads only.
std::vector<DeliveryKey> due_deliveries(db::Session& session, Instant now, int most);
/// Nothing when it is not due (any more).
std::optional<DueDelivery> due_delivery(db::Session& session, DeliveryKey const& key, Instant now);
/// One attempt more; nobody else takes it before `until`.
void mark_delivering(db::Session& session, DeliveryKey const& key, Instant until);
void end_delivery(db::Session& session, DeliveryKey const& key, bool delivered, std::string const& problem,
                  std::string const& answer, Instant now);
/// This one is tried again then, and what waits behind it not before.
void delay_deliveries(db::Session& session, DeliveryKey const& key, Instant until, std::string const& problem,
                      std::string const& answer);
/// Those that ended before.
std::int64_t forget_deliveries(db::Session& session, Instant ended_before);

} // namespace parvis::scheduling
