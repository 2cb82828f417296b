// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/result/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parvis::kiosk {

struct PageRange {
    int first = 1;
    int last = 1;

    bool operator==(PageRange const&) const = default;
};

/// Reads "1-3,5" (spaces allowed; pages from 1 to 9999; rising, without overlap, as IPP wants them). Empty
/// text is no range: all pages. Error invalid_input "page_ranges_malformed" or "page_ranges_not_rising" at
/// /pages with the part that is wrong.
Result<std::vector<PageRange>> parse_page_ranges(std::string_view text);

/// As IPP's option page-ranges reads them: "1-3,5".
std::string to_option(std::vector<PageRange> const& ranges);

} // namespace parvis::kiosk
