// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/encoding.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

TEST(Encoding, is_the_smallest_that_the_caller_takes) {
    EXPECT_EQ(choose_encoding("gzip, deflate, br, zstd"), Encoding::brotli);
    EXPECT_EQ(choose_encoding("deflate, GZIP;q=0.5"), Encoding::gzip);
    EXPECT_EQ(choose_encoding("br;q=0, gzip"), Encoding::gzip);
    EXPECT_EQ(choose_encoding("br; q=0.0"), Encoding::identity);
    EXPECT_EQ(choose_encoding(""), Encoding::identity);
    EXPECT_EQ(choose_encoding("*, ;;,,"), Encoding::identity);
}

TEST(Encoding, makes_text_smaller_and_leaves_noise_alone) {
    std::string const words(5000, 'a');
    EXPECT_LT(compress(words, Encoding::gzip)->size(), 100U);
    EXPECT_LT(compress(words, Encoding::brotli)->size(), 100U);
    EXPECT_EQ(compress("x", Encoding::gzip), std::nullopt);
    EXPECT_EQ(compress(words, Encoding::identity), std::nullopt);
}

TEST(Encoding, writes_a_gzip_header) {
    EXPECT_EQ(compress(std::string(100, 'a'), Encoding::gzip)->substr(0, 2), "\x1f\x8b");
}

} // namespace
} // namespace parvis::http
