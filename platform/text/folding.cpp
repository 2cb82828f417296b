// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace parvis::text {

std::string fold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* nfkd = icu::Normalizer2::getNFKDInstance(status);
    auto const whole =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    auto const apart = nfkd != nullptr ? nfkd->normalize(whole, status) : whole;
    if (U_FAILURE(status)) {
        throw std::runtime_error("ICU has no normalisation data");
    }
    icu::UnicodeString folded;
    bool is_between = false;
    for (int at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        auto const c = apart.char32At(at);
        if (u_isalnum(c)) {
            if (is_between && !folded.isEmpty()) {
                folded.append(UChar32{' '});
            }
            is_between = false;
            folded.append(u_foldCase(c, U_FOLD_CASE_DEFAULT));
        } else if (u_charType(c) != U_NON_SPACING_MARK) {
            is_between = true;
        }
    }
    std::string out;
    folded.toUTF8String(out);
    return out;
}

bool has_word_beginning_with(std::string_view folded, std::string_view beginning) {
    for (auto at = folded.find(beginning); at != std::string_view::npos;
         at = folded.find(beginning, at + 1)) {
        if (at == 0 || folded[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

} // namespace parvis::text
