// SPDX-License-Identifier: EUPL-1.2
#include "server/program/rate_limit.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/http/problem.hpp"
#include "platform/text/catalogue.hpp"
#include "server/identity/account_service.hpp"

#include <algorithm>

namespace parvis {
namespace {

// A page asks for a handful of things when it opens; a person cannot touch more than this.
constexpr double per_second_with_session = 20;
constexpr double burst_with_session = 100;
// Doors without a session: signing in and pairing. Failures have delays of their own; this bounds work, not
// people.
constexpr double per_second_without_session = 20;
constexpr double burst_without_session = 200;
constexpr std::chrono::milliseconds sweep_every = std::chrono::minutes(1);
constexpr std::chrono::milliseconds full_after = std::chrono::minutes(1);

} // namespace

std::optional<http::Response> RateLimit::check(http::Request const& request) {
    if (!request.path.starts_with("/api/")) {
        return std::nullopt;
    }
    forget_full(clock_.now());
    auto const session = request.cookie(identity::session_cookie);
    bool const welcome =
        session ? take("s" + crypto::hex(crypto::blake2b(crypto::bytes_of(*session))),
                       per_second_with_session, burst_with_session)
                : take("a" + request.client_address, per_second_without_session, burst_without_session);
    if (welcome) {
        return std::nullopt;
    }
    auto const refused =
        fail(ErrorCode::rate_limited, "too_many_requests", "", {{"retry_after_seconds", "1"}});
    return http::problem_response(refused, request.language, [](Language language, Error const& error) {
        return text::say(language, error);
    });
}

bool RateLimit::take(std::string const& key, double per_second, double burst) {
    auto const now = clock_.now();
    auto& bucket = buckets_.try_emplace(key, Bucket{burst, now}).first->second;
    auto const seconds = static_cast<double>((now - bucket.filled_at).count()) / 1000;
    bucket.tokens = std::min(burst, bucket.tokens + seconds * per_second);
    bucket.filled_at = now;
    if (bucket.tokens < 1) {
        return false;
    }
    bucket.tokens -= 1;
    return true;
}

void RateLimit::forget_full(Instant now) {
    if (now - swept_at_ < sweep_every) {
        return;
    }
    swept_at_ = now;
    std::erase_if(buckets_, [&](auto const& entry) { return now - entry.second.filled_at >= full_after; });
}

} // namespace parvis
