// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/language.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace parvis {
namespace {

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// In thousandths; nothing when it is not what RFC 9110 section 12.4.2 allows.
std::optional<int> quality(std::string_view text) {
    if (text.size() < 1 || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
        (text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    int thousandths = (text[0] - '0') * 1000;
    int weight = 100;
    for (char const c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        thousandths += (c - '0') * weight;
        weight /= 10;
    }
    return thousandths <= 1000 ? std::optional(thousandths) : std::nullopt;
}

} // namespace

std::optional<Language> parse_language(std::string_view tag) {
    std::string primary(tag.substr(0, tag.find_first_of("-_")));
    std::transform(primary.begin(), primary.end(), primary.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (primary == "fr") {
        return Language::fr;
    }
    if (primary == "en") {
        return Language::en;
    }
    return std::nullopt;
}

Language language_from_accept(std::string_view accept_language) {
    Language best = Language::fr;
    int best_quality = 0;
    while (!accept_language.empty()) {
        auto const comma = accept_language.find(',');
        auto const item = trimmed(accept_language.substr(0, comma));
        accept_language =
            comma == std::string_view::npos ? std::string_view{} : accept_language.substr(comma + 1);

        auto const semicolon = item.find(';');
        auto const language = parse_language(trimmed(item.substr(0, semicolon)));
        int weight = 1000;
        if (semicolon != std::string_view::npos) {
            auto const parameter = trimmed(item.substr(semicolon + 1));
            bool const named = parameter.starts_with("q=") || parameter.starts_with("Q=");
            weight = named ? quality(trimmed(parameter.substr(2))).value_or(0) : 0;
        }
        if (language && weight > best_quality) {
            best = *language;
            best_quality = weight;
        }
    }
    return best;
}

} // namespace parvis
