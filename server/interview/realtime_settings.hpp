// SPDX-License-Identifier: EUPL-1.2
// Time limits and addresses of the realtime part.
#pragma once

#include "platform/ws/link_server.hpp"
#include "server/interview/turn_credential.hpp"

#include <chrono>

namespace parvis::interview {

struct RealtimeSettings {
    RelaySettings relay;
    std::chrono::milliseconds ring_patience{
        std::chrono::minutes(10)}; ///< a ring that nobody takes ends: no_answer
    std::chrono::milliseconds call_patience{
        std::chrono::minutes(2)}; ///< a call that nobody answers: no_answer
    std::chrono::milliseconds lost_after{
        std::chrono::minutes(15)}; ///< running, and both links gone: kiosk_lost
    std::chrono::milliseconds empty_kiosk_after{
        std::chrono::minutes(1)}; ///< ringing or called, kiosk's link gone
    std::chrono::milliseconds offline_after{
        std::chrono::seconds(10)}; ///< boards do not flicker for a short cut
    std::chrono::milliseconds return_grace{
        std::chrono::seconds(15)}; ///< after a start, pages get this long to come back
    std::chrono::milliseconds bell_answered_for{std::chrono::minutes(5)};
    std::chrono::milliseconds renew_access_every{std::chrono::minutes(30)};
    std::chrono::milliseconds outcome_asked_for{std::chrono::hours(24)};
    std::chrono::milliseconds tick{std::chrono::seconds(1)};
    ws::LinkServerOptions links; ///< of consoles; kiosk links have the challenge besides
};

} // namespace parvis::interview
