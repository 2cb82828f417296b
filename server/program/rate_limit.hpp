// SPDX-License-Identifier: EUPL-1.2
// How often one caller may ask over HTTP. Signed-in callers are told apart by their session, never by their
// address: a whole public body sits behind one. Without a session only the doors that need none are counted,
// by address, and generously.
#pragma once

#include "platform/http/message.hpp"
#include "platform/time/instant.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace parvis {

/// io thread.
class RateLimit {
  public:
    explicit RateLimit(Clock const& clock) : clock_(clock) {}

    /// A problem response (429 rate_limited, with Retry-After) when the caller has used up its share.
    std::optional<http::Response> check(http::Request const& request);

  private:
    struct Bucket {
        double tokens;
        Instant filled_at;
    };
    bool take(std::string const& key, double per_second, double burst);
    void forget_full(Instant now);

    Clock const& clock_;
    std::unordered_map<std::string, Bucket> buckets_;
    Instant swept_at_{};
};

} // namespace parvis
