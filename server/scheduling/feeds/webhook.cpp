// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/webhook.hpp"

#include "platform/crypto/hmac.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr std::size_t longest_url = 500;

struct ToldOfAppointment {
    AppointmentId appointment_id;
    AppointmentId root_id;
    std::int32_t sequence{};
    AppointmentState state{};
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    std::optional<SiteId> site_id;
    Door door{};
    std::string starts_at;
    std::int32_t minutes{};
    std::vector<MotiveId> motives;
};
BOOST_DESCRIBE_STRUCT(ToldOfAppointment, (),
                      (appointment_id, root_id, sequence, state, partner_id, group_id, site_id, door,
                       starts_at, minutes, motives))

struct ToldEvent {
    std::string event;
    std::string occurred_at;
    ToldOfAppointment appointment;
};
BOOST_DESCRIBE_STRUCT(ToldEvent, (), (event, occurred_at, appointment))

} // namespace

bool may_keep_webhook(identity::Caller const& caller, NetworkId const& network,
                      std::optional<PartnerId> const& partner) {
    return caller.has(identity::Role::administrator, network) ||
           caller.has(identity::Role::coordinator, network) ||
           std::ranges::any_of(caller.memberships, [&](identity::Membership const& one) {
               return partner && one.role == identity::Role::partner_manager && one.network_id == network &&
                      one.partner_id == partner;
           });
}

Result<void> check_webhook(MakeWebhook const& wish, bool also_plain) {
    bool const is_web = wish.url.starts_with("https://") || (also_plain && wish.url.starts_with("http://"));
    bool const is_clean = std::ranges::all_of(wish.url, [](char c) { return c > ' ' && c < 0x7f; });
    // A password in an address would be shown to everybody who sees the list.
    if (!is_web || !is_clean || wish.url.size() > longest_url || wish.url.find('@') != std::string::npos) {
        return fail(ErrorCode::invalid_input, "webhook_url_unfit", "/url");
    }
    return {};
}

std::string webhook_body(AppointmentEvent const& event, Appointment const& appointment) {
    ToldEvent const told{"appointment." + std::string(json::enum_name(event.kind)),
                         to_rfc3339(event.occurred_at),
                         {appointment.appointment_id, event.root_id, event.sequence, appointment.state,
                          appointment.partner_id, appointment.group_id, appointment.site_id, appointment.door,
                          to_rfc3339(appointment.starts_at), appointment.minutes, appointment.motives}};
    return json::serialize(json::encode(told));
}

std::string webhook_signature(std::string const& secret, std::string const& body, Instant now) {
    auto const time = std::to_string(now.ms / 1000);
    return "t=" + time + ",v1=" + crypto::hex(crypto::hmac_sha256(secret, time + "." + body));
}

} // namespace parvis::scheduling
