// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/page_ranges.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

TEST(PageRanges, reads_pages_and_ranges_as_people_write_them) {
    EXPECT_EQ(parse_page_ranges("1-3,5").value(), (std::vector<PageRange>{{1, 3}, {5, 5}}));
    EXPECT_EQ(parse_page_ranges(" 2 - 4 , 9 ").value(), (std::vector<PageRange>{{2, 4}, {9, 9}}));
    EXPECT_TRUE(parse_page_ranges("").value().empty());
    EXPECT_TRUE(parse_page_ranges("  ").value().empty());
}

TEST(PageRanges, names_the_part_that_is_wrong) {
    for (auto const* text : {"x", "1-", "-3", "0", "3-1", "1,,2", "1,", "1-2-3", "10000", "1;2", "1 2"}) {
        auto const ranges = parse_page_ranges(text);
        ASSERT_FALSE(ranges.ok()) << text;
        EXPECT_EQ(ranges.error().reason, "page_ranges_malformed") << text;
        EXPECT_EQ(ranges.error().pointer, "/pages");
    }
    EXPECT_EQ(parse_page_ranges("1-3,zwei").error().arguments.front().second, "zwei");
}

TEST(PageRanges, must_rise_without_overlap_because_printers_want_it_so) {
    for (auto const* text : {"5,1", "1-3,3", "2,2"}) {
        ASSERT_FALSE(parse_page_ranges(text).ok()) << text;
        EXPECT_EQ(parse_page_ranges(text).error().reason, "page_ranges_not_rising");
    }
}

TEST(PageRanges, are_told_to_the_printer_in_its_own_notation) {
    EXPECT_EQ(to_option({{1, 3}, {5, 5}}), "1-3,5");
    EXPECT_EQ(to_option({}), "");
}

} // namespace
} // namespace parvis::kiosk
