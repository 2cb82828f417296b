// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/grant_check.hpp"

#include "platform/json/json.hpp"

#include <algorithm>
#include <string>

namespace parvis::kiosk {

using kiosk_protocol::Grant;

namespace {

constexpr std::size_t largest_grant = 4 * 1024;

Error refuse(ErrorCode code, std::string reason, ErrorArguments arguments = {}) {
    return fail(code, std::move(reason), "/grant", std::move(arguments));
}

Result<Grant> read_grant(crypto::Bytes const& bytes) {
    std::string const text(bytes.begin(), bytes.end());
    auto const parsed = json::parse(text, largest_grant);
    auto grant = parsed ? json::decode<Grant>(*parsed, json::Unknown::ignore) : parsed.error();
    if (!grant) {
        return refuse(ErrorCode::invalid_input, "grant_malformed");
    }
    return grant;
}

} // namespace

Result<Grant> check_grant(std::string_view text, GrantExpectation const& expected) {
    auto const dot = text.find('.');
    if (dot == std::string_view::npos || text.size() > largest_grant) {
        return refuse(ErrorCode::invalid_input, "grant_malformed");
    }
    auto const payload = text.substr(0, dot);
    auto const signature = crypto::from_base64url(text.substr(dot + 1));
    auto const bytes = crypto::from_base64url(payload);
    if (!signature || !bytes) {
        return refuse(ErrorCode::invalid_input, "grant_malformed");
    }
    if (!crypto::verify(expected.server_key, crypto::bytes_of(payload), *signature)) {
        return refuse(ErrorCode::forbidden, "grant_forged");
    }
    auto grant = read_grant(*bytes);
    if (!grant) {
        return grant;
    }
    if (grant->kiosk_id != expected.kiosk_id) {
        return refuse(ErrorCode::forbidden, "grant_of_other_kiosk");
    }
    if (expected.running != grant->interview_id) {
        return refuse(ErrorCode::forbidden, "grant_of_other_interview");
    }
    if (std::ranges::find(grant->actions, expected.action) == grant->actions.end()) {
        return refuse(ErrorCode::forbidden, "grant_action_missing",
                      {{"action", std::string(expected.action)}});
    }
    if (expected.now >= grant->expires_at) {
        return refuse(ErrorCode::expired, "grant_expired");
    }
    if (expected.now + clock_tolerance < grant->not_before) {
        return refuse(ErrorCode::forbidden, "grant_not_yet_valid");
    }
    return grant;
}

} // namespace parvis::kiosk
