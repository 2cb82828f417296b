// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/page_preview.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

struct Picture {
    int width = 0;
    int rows = 0;
    int largest_strip = 0;
    std::vector<std::uint8_t> pixels;
};

Picture preview_of(int width, int rows, int channels, auto const& sample_at) {
    Picture picture;
    PagePreview preview(width, channels, [&](PagePreview::Strip const& strip) {
        EXPECT_EQ(strip.first_row, picture.rows) << "strips follow one another";
        picture.width = strip.width;
        picture.rows += strip.rows;
        picture.largest_strip = std::max(picture.largest_strip, strip.rows);
        picture.pixels.insert(picture.pixels.end(), strip.pixels.begin(), strip.pixels.end());
    });
    for (int y = 0; y < rows; ++y) {
        std::vector<std::uint8_t> row;
        for (int x = 0; x < width; ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                row.push_back(sample_at(x, y, channel));
            }
        }
        preview.add_row(row);
    }
    preview.finish();
    return picture;
}

TEST(PagePreview, leaves_a_small_page_exactly_as_it_is) {
    auto const picture = preview_of(
        640, 9, 1, [](int x, int y, int) { return static_cast<std::uint8_t>((x * 7 + y * 31) % 256); });
    ASSERT_EQ(picture.width, 640);
    ASSERT_EQ(picture.rows, 9);
    EXPECT_EQ(picture.pixels[640 * 3 + 17], (17 * 7 + 3 * 31) % 256);
}

TEST(PagePreview, never_gets_wider_than_its_limit) {
    for (auto const width : {1000, 1001, 1240, 2480, 4960, 10200}) {
        auto const picture = preview_of(width, 12, 1, [](int, int, int) { return std::uint8_t{200}; });
        EXPECT_LE(picture.width, preview_width_limit) << width;
        EXPECT_GE(picture.width, preview_width_limit / 2) << width;
    }
}

TEST(PagePreview, is_the_mean_of_each_block_and_narrow_blocks_at_the_edge_count_only_their_own_pixels) {
    // 2,002 pixels become blocks of 3, the last of 1: black, black, white in each block, and white at the
    // edge.
    auto const picture = preview_of(2002, 4, 3, [](int x, int, int channel) {
        return static_cast<std::uint8_t>(x % 3 == 2 || x == 2001 ? 240 + channel : 0);
    });
    ASSERT_EQ(picture.width, 668);
    ASSERT_EQ(picture.rows, 2) << "three rows make one, the fourth makes another";
    EXPECT_EQ(picture.pixels[0], 80);
    EXPECT_EQ(picture.pixels[2], 81);
    EXPECT_EQ(picture.pixels[667 * 3], 240);
    EXPECT_EQ(picture.pixels[(668 + 667) * 3 + 2], 242);
}

TEST(PagePreview, comes_in_strips_small_enough_to_be_seen_building_up) {
    auto const picture = preview_of(900, 1400, 1, [](int, int, int) { return std::uint8_t{9}; });
    EXPECT_EQ(picture.rows, 1400);
    EXPECT_LE(picture.largest_strip, 256);
}

} // namespace
} // namespace parvis::kiosk
