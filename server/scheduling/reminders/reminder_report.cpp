// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/reminders/reminder_report.hpp"

#include <algorithm>
#include <iterator>

namespace parvis::scheduling {

namespace {

constexpr std::size_t shown_at_each_end = 2;
constexpr char hidden[] = "•••";

} // namespace

std::string masked(MessageChannel channel, std::string const& telephone, std::string const& email) {
    if (channel == MessageChannel::email) {
        auto const at = email.find('@');
        // Only a letter of plain ASCII can be cut off alone.
        bool const has_letter =
            at != std::string::npos && at > 1 && static_cast<unsigned char>(email[0]) < 0x80;
        return at == std::string::npos ? ""
                                       : (has_letter ? email.substr(0, 1) : "") + hidden + email.substr(at);
    }
    std::string digits;
    std::ranges::copy_if(telephone, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() <= 2 * shown_at_each_end) {
        return digits.empty() ? "" : hidden;
    }
    return digits.substr(0, shown_at_each_end) + " " + hidden + " " +
           digits.substr(digits.size() - shown_at_each_end);
}

} // namespace parvis::scheduling
