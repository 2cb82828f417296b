// SPDX-License-Identifier: EUPL-1.2
// What another program is told when an appointment is booked, moved or cancelled. Names nobody. Pure.
//
// POST of JSON: {"event": "appointment.moved", "occurred_at": "2026-03-05T08:00:00.000Z", "appointment":
// {"appointment_id", "root_id", "sequence", "state", "partner_id", "group_id", "site_id", "door",
// "starts_at", "minutes", "motives"}}. root_id is the same through all moves, sequence grows by one each
// time: whoever hears of a lower one later may ignore it. With
//   Parvis-Delivery: the same when the same is sent again
//   Parvis-Signature: t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" under the secret, in hex>
// Whoever receives it compares the signature in constant time and refuses a time more than five minutes off.
#pragma once

#include "server/identity/caller.hpp"
#include "server/scheduling/appointments/appointment_event.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

using WebhookId = Id<struct WebhookTag>;

struct MakeWebhook {
    std::string url;                     ///< https://
    std::optional<PartnerId> partner_id; ///< of that body alone
};
BOOST_DESCRIBE_STRUCT(MakeWebhook, (), (url, partner_id))

struct WebhookView {
    WebhookId webhook_id;
    std::string url;
    std::optional<PartnerId> partner_id;
    Instant made_at;
    std::int64_t waiting{};
    std::int64_t given_up{};
    bool paused{};                      ///< what happens waits
    std::optional<std::string> problem; ///< of what was tried last and is not delivered
    std::string explanation;            ///< of the problem, in the language of whoever asks
};
BOOST_DESCRIBE_STRUCT(WebhookView, (),
                      (webhook_id, url, partner_id, made_at, waiting, given_up, paused, problem, explanation))

struct MadeWebhook {
    WebhookId webhook_id;
    std::string secret; ///< told once
};
BOOST_DESCRIBE_STRUCT(MadeWebhook, (), (webhook_id, secret))

struct WebhookList {
    std::vector<WebhookView> webhooks;
};
BOOST_DESCRIBE_STRUCT(WebhookList, (), (webhooks))

struct PauseWebhook {
    bool paused{};
};
BOOST_DESCRIBE_STRUCT(PauseWebhook, (), (paused))

BOOST_DEFINE_ENUM_CLASS(DeliveryState, waiting, delivered, given_up)

/// What it was told, or will be.
struct DeliveryView {
    AppointmentId appointment_id;
    AppointmentEventKind event{};
    DeliveryState state{};
    Instant occurred_at;
    std::int32_t attempts{};
    std::optional<Instant> next_at; ///< while it waits
    std::optional<Instant> ended_at;
    std::optional<std::string> problem; ///< of the last attempt
    std::string explanation;            ///< in the language of whoever asks
};
BOOST_DESCRIBE_STRUCT(DeliveryView, (),
                      (appointment_id, event, state, occurred_at, attempts, next_at, ended_at, problem,
                       explanation))

struct DeliveryList {
    std::vector<DeliveryView> deliveries; ///< the newest 50, newest first
};
BOOST_DESCRIBE_STRUCT(DeliveryList, (), (deliveries))

/// Coordinators and administrators for all of the network, partner managers for their own body.
bool may_keep_webhook(identity::Caller const& caller, NetworkId const& network,
                      std::optional<PartnerId> const& partner);
/// Errors: invalid_input "webhook_url_unfit" (/url). `also_plain`: http:// is taken too, for a program on the
/// own network.
Result<void> check_webhook(MakeWebhook const& wish, bool also_plain);

std::string webhook_body(AppointmentEvent const& event, Appointment const& appointment);
std::string webhook_signature(std::string const& secret, std::string const& body, Instant now);

} // namespace parvis::scheduling
