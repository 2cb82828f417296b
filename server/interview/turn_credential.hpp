// SPDX-License-Identifier: EUPL-1.2
// Short-lived credentials of the relay (coturn with `use-auth-secret`): username "<unix expiry>:<user>",
// password base64(HMAC-SHA1(shared secret, username)). The relay itself refuses them once they are over.
#pragma once

#include "kiosk_protocol/interview.hpp"
#include "platform/time/instant.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::interview {

struct RelaySettings {
    std::vector<std::string> stun_urls; ///< "stun:host:3478"
    std::vector<std::string> turn_urls; ///< "turn:host:3478?transport=udp"; empty: no relay
    std::string turn_secret;
    std::chrono::milliseconds longest_interview{std::chrono::hours(2)};
    std::chrono::milliseconds margin{std::chrono::minutes(15)};
};

struct TurnCredential {
    std::string username;
    std::string credential;
};

/// `user` is an id of ours (never a name); the expiry is rounded up to a second.
TurnCredential turn_credential(std::string_view secret, std::string_view user, Instant expires_at);

/// What one end of an interview that starts now may use.
std::vector<kiosk_protocol::IceServer> ice_servers(RelaySettings const& settings, std::string_view user,
                                                   Instant now);

} // namespace parvis::interview
