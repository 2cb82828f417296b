// SPDX-License-Identifier: EUPL-1.2
// The languages people are spoken to in. French is the first, and the answer to every doubt.
#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <string_view>

namespace parvis {

enum class Language { fr, en };
BOOST_DESCRIBE_ENUM(Language, fr, en)

/// BCP 47 tag: "fr" or "en".
constexpr std::string_view tag(Language language) {
    return language == Language::en ? "en" : "fr";
}

/// "fr", "en", "fr-FR", "EN_gb"...; nothing for a language that is not spoken here.
std::optional<Language> parse_language(std::string_view tag);

/// Picks from an HTTP Accept-Language value (RFC 9110 section 12.5.4): highest quality first, `q=0` excluded;
/// French when nothing fits or the header is malformed. Part of platform_core.
Language language_from_accept(std::string_view accept_language);

namespace text {
using parvis::Language;
}

} // namespace parvis
