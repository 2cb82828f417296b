// SPDX-License-Identifier: EUPL-1.2
#include "platform/outgoing/http_post.hpp"

#include "platform/outgoing/public_address.hpp"

#include <sys/socket.h>

namespace parvis::outgoing {

namespace {

std::size_t drop(char*, std::size_t one, std::size_t count, void*) {
    return one * count;
}

/// Asked with the address that the name led to, so that a name cannot change its mind in between.
curl_socket_t open_public(void*, curlsocktype, curl_sockaddr* address) {
    return is_public(address->addr) ? ::socket(address->family, address->socktype, address->protocol)
                                    : CURL_SOCKET_BAD;
}

} // namespace

Result<long> post(Post const& request) {
    EasyRequest easy(request.url, request.trust_file, request.patience);
    curl_easy_setopt(easy.easy(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy.easy(), CURLOPT_POSTFIELDS, request.body.c_str());
    curl_easy_setopt(easy.easy(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
    curl_easy_setopt(easy.easy(), CURLOPT_WRITEFUNCTION, &drop);
    // A service may send more than anybody reads.
    curl_easy_setopt(easy.easy(), CURLOPT_MAXFILESIZE, 1024L * 1024L);
    if (request.public_only) {
        curl_easy_setopt(easy.easy(), CURLOPT_OPENSOCKETFUNCTION, &open_public);
    }
    for (auto const& header : request.headers) {
        easy.add_header(header);
    }
    easy.add_header("Expect:");
    if (auto const code = easy.perform(); code != CURLE_OK && easy.answer_code() == 0) {
        return unreachable(curl_easy_strerror(code));
    }
    return easy.answer_code();
}

} // namespace parvis::outgoing
