// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/turn_credential.hpp"

#include "platform/crypto/crypto.hpp"

namespace parvis::interview {

TurnCredential turn_credential(std::string_view secret, std::string_view user, Instant expires_at) {
    TurnCredential made;
    made.username = std::to_string((expires_at.ms + 999) / 1000) + ":" + std::string(user);
    made.credential = crypto::hmac_sha1_base64(secret, made.username);
    return made;
}

std::vector<kiosk_protocol::IceServer> ice_servers(RelaySettings const& settings, std::string_view user,
                                                   Instant now) {
    std::vector<kiosk_protocol::IceServer> servers;
    if (!settings.stun_urls.empty()) {
        servers.push_back({settings.stun_urls, std::nullopt, std::nullopt});
    }
    if (!settings.turn_urls.empty()) {
        auto made =
            turn_credential(settings.turn_secret, user, now + settings.longest_interview + settings.margin);
        servers.push_back({settings.turn_urls, std::move(made.username), std::move(made.credential)});
    }
    return servers;
}

} // namespace parvis::interview
