// SPDX-License-Identifier: EUPL-1.2
#include "platform/outgoing/http_post.hpp"

#include "platform/outgoing/public_address.hpp"

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace parvis::outgoing {

namespace {

struct Beginning {
    std::string text;
    std::size_t most;
};

std::size_t keep_beginning(char* part, std::size_t one, std::size_t count, void* kept) {
    auto& beginning = *static_cast<Beginning*>(kept);
    beginning.text.append(part, std::min(one * count, beginning.most - beginning.text.size()));
    return one * count;
}

/// Asked with the address that the name led to, so that a name cannot change its mind in between.
curl_socket_t open_public(void*, curlsocktype, curl_sockaddr* address) {
    return is_public(address->addr) ? ::socket(address->family, address->socktype, address->protocol)
                                    : CURL_SOCKET_BAD;
}

} // namespace

Result<Answer> post_and_read(Post const& request, std::size_t most) {
    Beginning beginning{"", most};
    EasyRequest easy(request.url, request.trust_file, request.patience);
    curl_easy_setopt(easy.easy(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy.easy(), CURLOPT_POSTFIELDS, request.body.c_str());
    curl_easy_setopt(easy.easy(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
    curl_easy_setopt(easy.easy(), CURLOPT_WRITEFUNCTION, &keep_beginning);
    curl_easy_setopt(easy.easy(), CURLOPT_WRITEDATA, &beginning);
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
    return Answer{easy.answer_code(), std::move(beginning.text)};
}

Result<long> post(Post const& request) {
    auto const answer = post_and_read(request, 0);
    return answer ? Result<long>(answer->status) : answer.error();
}

} // namespace parvis::outgoing
