// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/line_reader.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <numeric>

namespace parvis::kiosk {
namespace {

using Rows = std::vector<std::vector<std::uint8_t>>;

Rows read_in_pieces(LineFormat const& format, std::vector<std::uint8_t> const& raw, std::size_t piece) {
    LineReader reader(format);
    Rows rows;
    for (std::size_t at = 0; at < raw.size(); at += piece) {
        reader.feed(std::span(raw).subspan(at, std::min(piece, raw.size() - at)),
                    [&](LineReader::Row row) { rows.emplace_back(row.begin(), row.end()); });
    }
    return rows;
}

TEST(LineReader, gives_whole_rows_without_padding_however_the_bytes_arrive) {
    std::vector<std::uint8_t> raw(40);
    std::iota(raw.begin(), raw.end(), std::uint8_t{0});
    LineFormat const format{.width = 2, .channels = 3, .depth = 8, .bytes_per_line = 8};
    Rows const expected{{0, 1, 2, 3, 4, 5},
                        {8, 9, 10, 11, 12, 13},
                        {16, 17, 18, 19, 20, 21},
                        {24, 25, 26, 27, 28, 29},
                        {32, 33, 34, 35, 36, 37}};
    for (auto const piece :
         {std::size_t{1}, std::size_t{3}, std::size_t{8}, std::size_t{13}, std::size_t{40}}) {
        EXPECT_EQ(read_in_pieces(format, raw, piece), expected) << "pieces of " << piece;
    }
}

TEST(LineReader, keeps_back_a_row_that_is_not_whole) {
    EXPECT_TRUE(
        read_in_pieces({.width = 4, .channels = 1, .depth = 8, .bytes_per_line = 4}, {1, 2, 3}, 3).empty());
}

TEST(LineReader, turns_black_bits_into_black_samples) {
    auto const rows =
        read_in_pieces({.width = 10, .channels = 1, .depth = 1, .bytes_per_line = 2}, {0x81, 0x40}, 2);
    EXPECT_EQ(rows, (Rows{{0, 255, 255, 255, 255, 255, 255, 0, 255, 0}}));
}

TEST(LineReader, keeps_the_upper_byte_of_sixteen_bit_samples) {
    static_assert(std::endian::native == std::endian::little);
    auto const rows = read_in_pieces({.width = 2, .channels = 1, .depth = 16, .bytes_per_line = 4},
                                     {0x01, 0x80, 0xFF, 0x20}, 4);
    EXPECT_EQ(rows, (Rows{{0x80, 0x20}}));
}

} // namespace
} // namespace parvis::kiosk
