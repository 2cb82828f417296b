// SPDX-License-Identifier: EUPL-1.2
#include "platform/sms/kannel.hpp"

#include "platform/sms/gsm_alphabet.hpp"

namespace parvis::sms {

outgoing::Post kannel_request(Gateway const& gateway, TextMessage const& message) {
    // Letters that 7 bits do not know arrive as "?": Kannel does not choose the coding by itself.
    auto const* const coding = is_written_in_gsm(message.text) ? "0" : "2";
    return {gateway.url,
            {"Content-Type: text/plain; charset=UTF-8", "X-Kannel-Username: " + gateway.user,
             "X-Kannel-Password: " + gateway.password, "X-Kannel-From: " + gateway.sender,
             "X-Kannel-To: " + message.to, std::string("X-Kannel-Coding: ") + coding},
            message.text,
            gateway.trust_file,
            gateway.patience};
}

bool carries_no_such_number(outgoing::Answer const& answer) {
    return answer.status == 403 && answer.beginning.starts_with("Not routable");
}

} // namespace parvis::sms
