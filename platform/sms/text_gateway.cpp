// SPDX-License-Identifier: EUPL-1.2
#include "platform/sms/text_gateway.hpp"

#include "platform/json/json.hpp"
#include "platform/outgoing/http_post.hpp"
#include "platform/sms/kannel.hpp"

namespace parvis::sms {

namespace {

Result<void> judged(long status) {
    if (status >= 200 && status < 300) {
        return {};
    }
    switch (status) {
    case 408:
    case 425:
    case 429:
        return outgoing::delayed(status);
    case 401:
    case 403:
    case 404:
    case 405:
        return outgoing::unreachable("HTTP " + std::to_string(status));
    default:
        break;
    }
    if (status >= 400 && status < 500) {
        return outgoing::refused(status);
    }
    return status >= 500 ? outgoing::delayed(status)
                         : outgoing::unreachable("HTTP " + std::to_string(status));
}

Result<void> send_by_kannel(Gateway const& gateway, TextMessage const& message) {
    constexpr std::size_t longest_words = 100;
    auto const answer = outgoing::post_and_read(kannel_request(gateway, message), longest_words);
    if (!answer) {
        return answer.error();
    }
    return carries_no_such_number(*answer) ? outgoing::refused(answer->status) : judged(answer->status);
}

} // namespace

Result<void> send(Gateway const& gateway, TextMessage const& message) {
    if (gateway.protocol == Protocol::kannel) {
        return send_by_kannel(gateway, message);
    }
    outgoing::Post request{gateway.url,
                           {"Content-Type: application/json", "Idempotency-Key: " + message.reference},
                           json::serialize(boost::json::object{{"to", message.to},
                                                               {"from", gateway.sender},
                                                               {"text", message.text},
                                                               {"reference", message.reference}}),
                           gateway.trust_file,
                           gateway.patience};
    if (!gateway.token.empty()) {
        request.headers.push_back("Authorization: Bearer " + gateway.token);
    }
    auto const status = outgoing::post(request);
    return status ? judged(*status) : status.error();
}

} // namespace parvis::sms
