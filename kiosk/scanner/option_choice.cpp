// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/option_choice.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string_view>

namespace parvis::kiosk {

using kiosk_protocol::Colour;
using kiosk_protocol::ScanSource;

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool has_any(std::string const& text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

bool is_feeder(std::string const& name) {
    return has_any(name, {"adf", "feeder", "automatic document", "adc"});
}

bool is_both_sides(std::string const& name) {
    return has_any(name, {"duplex", "both side", "two-side", "double-sided", "2-sided"});
}

bool is_one_side(std::string const& name) {
    return !is_both_sides(name);
}

bool is_flatbed(std::string const& name) {
    return has_any(name, {"flatbed", "platen", "document table", "fb", "glass"}) ||
           (name == "normal" || name == "auto" || name == "automatic");
}

bool fits(ScanSource wanted, std::string const& name) {
    switch (wanted) {
    case ScanSource::flatbed:
        return is_flatbed(name) && !is_feeder(name);
    case ScanSource::feeder:
        return is_feeder(name) && is_one_side(name) && !has_any(name, {"back"});
    case ScanSource::feeder_both_sides:
        return is_both_sides(name);
    }
    return false;
}

} // namespace

std::optional<std::string> choose_source(ScanSource wanted, std::vector<std::string> const& offered) {
    auto const found =
        std::ranges::find_if(offered, [&](auto const& name) { return fits(wanted, lower(name)); });
    return found == offered.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> choose_mode(Colour wanted, std::vector<std::string> const& offered) {
    auto const fits_mode = [wanted](std::string const& name) {
        auto const grey = has_any(name, {"gray", "grey", "niveaux de gris"});
        return wanted == Colour::grey ? grey : !grey && has_any(name, {"color", "colour", "couleur", "rgb"});
    };
    auto const found =
        std::ranges::find_if(offered, [&](auto const& name) { return fits_mode(lower(name)); });
    return found == offered.end() ? std::nullopt : std::optional(*found);
}

int choose_resolution(int wanted, std::vector<int> const& offered) {
    if (offered.empty()) {
        return wanted;
    }
    std::optional<int> enough;
    for (auto const value : offered) {
        if (value >= wanted && (!enough || value < *enough)) {
            enough = value;
        }
    }
    return enough ? *enough : *std::ranges::max_element(offered);
}

} // namespace parvis::kiosk
