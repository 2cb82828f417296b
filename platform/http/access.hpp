// SPDX-License-Identifier: EUPL-1.2
// Who may ask from where (Host, Origin), and what browsers are told to forbid.
#pragma once

#include "platform/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parvis::http {

/// The policies of ServerOptions, worked out once.
class Access {
  public:
    Access(std::vector<std::string> allowed_hosts, std::vector<std::string> allowed_origins,
           std::vector<std::pair<std::string, std::string>> const& content_security,
           std::vector<std::pair<std::string, std::string>> page_features = {});

    /// Nothing when the request may pass. forbidden "origin_not_allowed", invalid_input "host_missing" or
    /// "host_not_allowed". `is_link`: a WebSocket upgrade, which browsers do not hold to their same-origin
    /// rule.
    std::optional<Error> refuse(Request const& request, bool is_link) const;

    /// Adds what is not set yet: Content-Security-Policy, X-Content-Type-Options, Referrer-Policy,
    /// Permissions-Policy, Cross-Origin-*, and Strict-Transport-Security on secure connections.
    /// `path`: of the request.
    void add_security_headers(Response& response, std::string_view path, bool secure) const;

  private:
    std::string permissions_of(std::string_view path) const;

    std::vector<std::string> allowed_hosts_;
    std::vector<std::string> allowed_origins_;
    std::string content_security_;
    std::vector<std::pair<std::string, std::string>> page_features_;
};

} // namespace parvis::http
