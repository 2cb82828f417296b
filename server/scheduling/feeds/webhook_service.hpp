// SPDX-License-Identifier: EUPL-1.2
// Tells other programs when appointments are booked, moved or cancelled, and who may ask for that. As with
// messages to people (reminder_service.hpp) something may be told twice after the program died, under the
// same Parvis-Delivery, and nothing is begun more than message_attempts times. A program that does not answer
// is asked with one delivery, the others wait behind it.
#pragma once

#include "platform/outgoing/http_post.hpp"
#include "server/scheduling/feeds/webhook_store.hpp"

#include <atomic>
#include <functional>
#include <string>

namespace parvis::scheduling {

class WebhookService {
  public:
    using Post = std::function<Result<long>(outgoing::Post const&)>;

    /// `database` and `clock` must outlive it. `also_private`: programs of the own network and plain http are
    /// told, too. `post`: how a request leaves.
    WebhookService(db::Database& database, Clock const& clock, bool also_private, Post post = outgoing::post);

    /// Sends what is due until nothing is or stop() was called. One thread at a time; several servers at once
    /// are fine.
    void run();
    /// Any thread.
    void stop() { stopping_ = true; }

    // ---- for staff. Errors: not_found "network_unknown", "webhook_unknown"; forbidden "role_missing"

    /// Errors: those of check_webhook; not_found "partner_unknown"; conflict "webhook_id_taken". The same
    /// again gives a new secret.
    Result<MadeWebhook> make(identity::Caller const& caller, NetworkId const& network, WebhookId const& id,
                             MakeWebhook const& wish);
    /// Those that the caller may keep.
    Result<WebhookList> list(identity::Caller const& caller, NetworkId const& network);
    Result<void> revoke(identity::Caller const& caller, WebhookId const& id);
    /// What happens while it is paused waits.
    Result<void> pause(identity::Caller const& caller, WebhookId const& id, bool paused);
    /// What waits or was given up is tried now.
    Result<void> try_now(identity::Caller const& caller, WebhookId const& id);
    Result<DeliveryList> deliveries(identity::Caller const& caller, WebhookId const& id);

  private:
    struct Outgoing;

    bool send_some();
    void send_one(DeliveryKey const& key);
    Result<std::optional<Outgoing>> take(db::Session& session, DeliveryKey const& key, Instant now) const;
    Result<void> settle(DeliveryKey const& key, int attempts, Result<void> const& told);

    db::Database& database_;
    Clock const& clock_;
    bool also_private_;
    Post post_;
    std::atomic<bool> stopping_ = false;
};

} // namespace parvis::scheduling
