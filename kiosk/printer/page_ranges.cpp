// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/page_ranges.hpp"

#include <charconv>
#include <optional>

namespace parvis::kiosk {

namespace {

constexpr int highest_page = 9999;

std::string_view trim(std::string_view text) {
    auto const first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<int> read_page(std::string_view text) {
    int page = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
    auto const whole = error == std::errc() && end == text.data() + text.size();
    return whole && page >= 1 && page <= highest_page ? std::optional(page) : std::nullopt;
}

std::optional<PageRange> read_range(std::string_view part) {
    auto const dash = part.find('-');
    auto const first = read_page(trim(part.substr(0, dash)));
    auto const last = dash == std::string_view::npos ? first : read_page(trim(part.substr(dash + 1)));
    if (!first || !last || *last < *first) {
        return std::nullopt;
    }
    return PageRange{*first, *last};
}

} // namespace

Result<std::vector<PageRange>> parse_page_ranges(std::string_view text) {
    std::vector<PageRange> ranges;
    text = trim(text);
    while (!text.empty()) {
        auto const comma = text.find(',');
        auto const part = trim(text.substr(0, comma));
        auto const range = read_range(part);
        auto const trailing_comma = comma != std::string_view::npos && trim(text.substr(comma + 1)).empty();
        if (!range || trailing_comma) {
            return fail(ErrorCode::invalid_input, "page_ranges_malformed", "/pages",
                        {{"part", std::string(part)}});
        }
        if (!ranges.empty() && range->first <= ranges.back().last) {
            return fail(ErrorCode::invalid_input, "page_ranges_not_rising", "/pages",
                        {{"part", std::string(part)}});
        }
        ranges.push_back(*range);
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return ranges;
}

std::string to_option(std::vector<PageRange> const& ranges) {
    std::string text;
    for (auto const& range : ranges) {
        text += text.empty() ? "" : ",";
        text += std::to_string(range.first);
        if (range.last != range.first) {
            text += "-" + std::to_string(range.last);
        }
    }
    return text;
}

} // namespace parvis::kiosk
