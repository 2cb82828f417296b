// SPDX-License-Identifier: EUPL-1.2
#include "platform/sms/gsm_alphabet.hpp"

#include "platform/text/letters.hpp"

#include <algorithm>
#include <cstddef>

namespace parvis::sms {

namespace {

constexpr std::string_view beyond_ascii = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€";

bool is_ascii_of_gsm(char letter) {
    return letter == '\n' || letter == '\r' || (letter >= ' ' && letter <= '~' && letter != '`');
}

} // namespace

bool is_written_in_gsm(std::string_view text) {
    while (!text.empty()) {
        auto const* const next = std::find_if_not(text.begin() + 1, text.end(), text::is_inside_letter);
        auto const letter = text.substr(0, static_cast<std::size_t>(next - text.begin()));
        bool const is_of_gsm = letter.size() == 1 ? is_ascii_of_gsm(letter.front())
                                                  : beyond_ascii.find(letter) != std::string_view::npos;
        if (!is_of_gsm) {
            return false;
        }
        text.remove_prefix(letter.size());
    }
    return true;
}

} // namespace parvis::sms
