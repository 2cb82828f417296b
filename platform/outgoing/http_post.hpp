// SPDX-License-Identifier: EUPL-1.2
// One HTTP POST to a service of somebody else. Blocks: worker threads.
#pragma once

#include "platform/outgoing/easy_request.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace parvis::outgoing {

struct Post {
    std::string url;                  ///< http:// or https://
    std::vector<std::string> headers; ///< whole lines, without their end
    std::string body;
    std::string trust_file;
    Patience patience;
    /// Only machines of the public internet are asked: nobody looks into our own network by way of an address
    /// that they gave us.
    bool public_only = false;
};

/// The status of the answer, whatever it is; its content is not read, redirections are not followed. Error:
/// "delivery_unreachable".
Result<long> post(Post const& request);

struct Answer {
    long status = 0;
    std::string beginning;
};

/// The same, with up to `most` bytes of what was answered.
Result<Answer> post_and_read(Post const& request, std::size_t most);

} // namespace parvis::outgoing
