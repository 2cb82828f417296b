// SPDX-License-Identifier: EUPL-1.2
// One HTTP request of the daemon to the server, before it has a link.
#pragma once

#include "platform/result/result.hpp"

#include <boost/json/value.hpp>

#include <string>

namespace parvis::kiosk {

struct PostTarget {
    std::string url;        ///< http:// or https://
    std::string trust_file; ///< PEM of the certificates to trust; "": those of the system
};

/// Sends JSON and gives the JSON of the answer. Blocks up to 15 s: workers only. An answer that is a problem
/// becomes its Error; the server not reached: unavailable "server_not_reached" (cause), "tls_untrusted"
/// (cause), timeout "server_not_reached"; anything else: unavailable "answer_not_understood" (status).
Result<boost::json::value> post_json(PostTarget const& target, boost::json::value const& body);

} // namespace parvis::kiosk
