// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/mail_header.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/text/letters.hpp"
#include "platform/time/zone.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace parvis::mail {

namespace {

constexpr std::size_t longest_plain = 60;
constexpr std::size_t octets_of_a_word = 45; // 60 in base64, 72 with what stands around them
constexpr std::size_t longest_address = 254;

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// How much of the text fits into one word without cutting a character of UTF-8.
std::size_t cut(std::string_view text) {
    auto length = std::min(text.size(), octets_of_a_word);
    while (length > 0 && length < text.size() && text::is_inside_letter(text[length])) {
        --length;
    }
    return length == 0 ? std::min(text.size(), octets_of_a_word) : length;
}

} // namespace

std::string header_text(std::string_view text) {
    std::string clean(text);
    std::replace_if(clean.begin(), clean.end(), is_control, ' ');
    if (is_ascii(clean) && clean.size() <= longest_plain && clean.find("=?") == std::string::npos) {
        return clean;
    }
    std::string words;
    for (std::string_view rest = clean; !rest.empty();) {
        auto const length = cut(rest);
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
                 crypto::base64(crypto::bytes_of(rest.substr(0, length))) + "?=";
        rest.remove_prefix(length);
    }
    return words;
}

std::string header_mailbox(std::string_view name, std::string_view address) {
    if (name.empty()) {
        return std::string(address);
    }
    auto text = header_text(name);
    if (!text.starts_with("=?")) {
        std::string quoted;
        for (char const c : text) {
            quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
        }
        text = '"' + quoted + '"';
    }
    return text + " <" + std::string(address) + ">";
}

std::string header_date(Instant at) {
    static constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const local = to_local(at, "UTC");
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %d %s %d %02d:%02d:%02d +0000",
                  days.at(static_cast<std::size_t>(local.weekday - 1)), local.day,
                  months.at(static_cast<std::size_t>(local.month - 1)), local.year, local.hour, local.minute,
                  local.second);
    return text.data();
}

bool is_deliverable(std::string_view address) {
    auto const at = address.find('@');
    return address.size() <= longest_address && is_ascii(address) && at != std::string_view::npos && at > 0 &&
           at + 1 < address.size() && address.find('@', at + 1) == std::string_view::npos &&
           std::none_of(address.begin(), address.end(), is_control) &&
           address.find_first_of(" <>()[],;:\\\"") == std::string_view::npos;
}

std::string with_line_ends(std::string_view text) {
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            continue;
        }
        lines += text[i] == '\n' ? std::string("\r\n") : std::string{text[i]};
    }
    return lines;
}

} // namespace parvis::mail
