// SPDX-License-Identifier: EUPL-1.2
// Who really calls, when proxies stand in between.
#pragma once

#include "platform/http/message.hpp"

#include <memory>
#include <string>
#include <vector>

namespace parvis::http {

/// Addresses and CIDR blocks whose X-Forwarded-For and X-Forwarded-Proto are believed.
class TrustedProxies {
  public:
    TrustedProxies();
    /// invalid_input "trusted_proxy_invalid" (value).
    static Result<TrustedProxies> parse(std::vector<std::string> const& blocks);

    bool trusts(std::string const& address) const;
    /// `peer` when it is not trusted. Else the rightmost X-Forwarded-For entry that is not a trusted proxy:
    /// whatever stands left of it was written by strangers. A malformed entry ends the search at the proxy
    /// that sent it.
    std::string client_address(std::string const& peer, Headers const& headers) const;
    /// The last X-Forwarded-Proto of a trusted peer is "https".
    bool says_secure(std::string const& peer, Headers const& headers) const;

  private:
    struct Blocks;
    std::shared_ptr<Blocks const> blocks_;
};

} // namespace parvis::http
