// SPDX-License-Identifier: EUPL-1.2
// Rules: may this command be executed? Only under a grant of the server this kiosk is paired with.
#pragma once

#include "kiosk_protocol/interview.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/result/result.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace parvis::kiosk {

/// How far the clocks of kiosk and server may differ before a grant counts as not yet valid.
inline constexpr std::chrono::milliseconds clock_tolerance{30'000};

struct GrantExpectation {
    crypto::PublicKey server_key;
    KioskId kiosk_id;
    std::optional<InterviewId> running; ///< the interview that runs at this kiosk
    std::string_view action;            ///< "scan", "print" or "show"
    Instant now;                        ///< by the server's clock as far as it is known
};

/// The grant inside base64url(json) "." base64url(signature over the base64url text). Errors, pointer
/// "/grant": invalid_input "grant_malformed"; forbidden "grant_forged", "grant_of_other_kiosk",
/// "grant_of_other_interview" (also when none runs), "grant_action_missing" (action); expired
/// "grant_expired"; forbidden "grant_not_yet_valid".
Result<kiosk_protocol::Grant> check_grant(std::string_view text, GrantExpectation const& expected);

} // namespace parvis::kiosk
