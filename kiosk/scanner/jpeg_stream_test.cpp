// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/jpeg_stream.hpp"
#include "tests/support/devices/decode_jpeg.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace parvis::kiosk {
namespace {

std::vector<std::uint8_t> gentle_row(int width, int channels, int y) {
    std::vector<std::uint8_t> row;
    for (int x = 0; x < width; ++x) {
        for (int channel = 0; channel < channels; ++channel) {
            row.push_back(static_cast<std::uint8_t>((x / 4 + y / 2 + channel * 40) % 200));
        }
    }
    return row;
}

class JpegStreamTest : public testing::TestWithParam<int> {};

TEST_P(JpegStreamTest, decodes_to_the_page_that_went_in_with_its_resolution) {
    constexpr int width = 317;
    constexpr int height = 203;
    auto const channels = GetParam();
    std::vector<std::uint8_t> file;
    devices::Pixels sent{width, height, channels, 300, {}};
    JpegStream stream({width, height, channels, 300}, [&](std::span<std::uint8_t const> bytes) {
        file.insert(file.end(), bytes.begin(), bytes.end());
    });
    for (int y = 0; y < height; ++y) {
        auto const row = gentle_row(width, channels, y);
        sent.samples.insert(sent.samples.end(), row.begin(), row.end());
        EXPECT_TRUE(stream.add_row(row));
    }
    stream.finish();
    auto const got = devices::decode_jpeg(std::as_bytes(std::span(file)));
    EXPECT_EQ(got.height, height);
    EXPECT_EQ(got.channels, channels);
    EXPECT_EQ(got.resolution, 300);
    EXPECT_LT(devices::mean_difference(got, sent), 2.0);
}

INSTANTIATE_TEST_SUITE_P(GreyAndColour, JpegStreamTest, testing::Values(1, 3));

/// Upright red lines on white; gives how much more red than green the middle of a line is, 0..255.
int redness_of_lines(int line_width, int resolution) {
    constexpr int width = 96;
    constexpr int height = 32;
    std::vector<std::uint8_t> file;
    JpegStream stream({width, height, 3, resolution}, [&](std::span<std::uint8_t const> bytes) {
        file.insert(file.end(), bytes.begin(), bytes.end());
    });
    for (int y = 0; y < height; ++y) {
        std::vector<std::uint8_t> row;
        for (int x = 0; x < width; ++x) {
            bool const ink = x % 12 < line_width;
            row.insert(row.end(), {255, static_cast<std::uint8_t>(ink ? 0 : 255),
                                   static_cast<std::uint8_t>(ink ? 0 : 255)});
        }
        stream.add_row(row);
    }
    stream.finish();
    auto const got = devices::decode_jpeg(std::as_bytes(std::span(file)));
    auto const middle = 36 + line_width / 2;
    return got.at(middle, 16, 0) - got.at(middle, 16, 1);
}

TEST(JpegStream, red_handwriting_stays_red_however_coarse_the_page) {
    EXPECT_GT(redness_of_lines(1, 150), 200) << "a line of 0.2 mm";
    EXPECT_GT(redness_of_lines(3, 300), 170) << "a line of 0.25 mm";
    EXPECT_GT(redness_of_lines(1, 0), 200) << "of unknown width";
}

TEST(JpegStream, fills_a_page_that_ended_early_with_white) {
    std::vector<std::uint8_t> file;
    JpegStream stream({64, 100, 1, 150}, [&](std::span<std::uint8_t const> bytes) {
        file.insert(file.end(), bytes.begin(), bytes.end());
    });
    for (int y = 0; y < 40; ++y) {
        stream.add_row(std::vector<std::uint8_t>(64, 0));
    }
    stream.finish();
    auto const got = devices::decode_jpeg(std::as_bytes(std::span(file)));
    ASSERT_EQ(got.height, 100);
    EXPECT_LT(got.samples[64 * 20], 5);
    EXPECT_GT(got.samples[64 * 80], 250);
}

TEST(JpegStream, leaves_out_rows_beyond_the_announced_height) {
    JpegStream stream({8, 1, 1, 150}, [](std::span<std::uint8_t const>) {});
    std::vector<std::uint8_t> const row(8, 7);
    EXPECT_TRUE(stream.add_row(row));
    EXPECT_FALSE(stream.add_row(row));
    EXPECT_EQ(stream.rows(), 1);
}

TEST(JpegStream, refuses_a_page_larger_than_a_jpeg_can_be) {
    EXPECT_THROW(JpegStream({70'000, 10, 1, 150}, [](std::span<std::uint8_t const>) {}), std::runtime_error);
}

} // namespace
} // namespace parvis::kiosk
