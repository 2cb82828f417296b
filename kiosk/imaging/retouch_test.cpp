// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/imaging_fixture.hpp"
#include "kiosk/imaging/retouch.hpp"

#include <cmath>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::AutoCrop;
using kiosk_protocol::BlackAndWhite;
using kiosk_protocol::Crop;
using kiosk_protocol::Deskew;
using kiosk_protocol::Rotate;

/// Black in the upper left quarter only.
Bytes marked_page() {
    PixOwner page(pixCreate(400, 600, 8));
    pixSetAllArbitrary(page.get(), 255);
    paint(page.get(), 0, 0, 200, 300, 0);
    return encode(page.get(), 150).bytes;
}

int sample(devices::Pixels const& page, double x, double y) {
    auto const column = static_cast<int>(x * page.width);
    auto const row = static_cast<int>(y * page.height);
    return page.at(column, row);
}

struct Turn {
    int degrees;
    double black_x;
    double black_y;
    int width;
    int height;
};

class RotationTest : public ImagingTest, public testing::WithParamInterface<Turn> {};

TEST_P(RotationTest, turns_the_page_clockwise) {
    auto const& turn = GetParam();
    auto const page = retouch(marked_page(), {Rotate{turn.degrees}});
    ASSERT_TRUE(page.ok()) << describe(page.error());
    EXPECT_EQ(page->width, turn.width);
    EXPECT_EQ(page->height, turn.height);
    EXPECT_EQ(page->resolution, 150);
    auto const pixels = devices::decode_jpeg(page->bytes);
    EXPECT_EQ(pixels.resolution, 150) << "the size on paper stays known";
    EXPECT_LT(sample(pixels, turn.black_x, turn.black_y), 10);
    EXPECT_GT(sample(pixels, 1 - turn.black_x, turn.black_y), 245);
    EXPECT_GT(sample(pixels, turn.black_x, 1 - turn.black_y), 245);
}

INSTANTIATE_TEST_SUITE_P(Square, RotationTest,
                         testing::Values(Turn{90, 0.75, 0.25, 600, 400}, Turn{180, 0.75, 0.75, 400, 600},
                                         Turn{270, 0.25, 0.75, 600, 400}),
                         [](auto const& given) { return "by_" + std::to_string(given.param.degrees); });

TEST_F(ImagingTest, a_crop_keeps_the_part_that_was_asked_for) {
    auto const page = retouch(marked_page(), {Crop{0.25, 0.5, 0.5, 0.25}});
    ASSERT_TRUE(page.ok());
    EXPECT_EQ(page->width, 200);
    EXPECT_EQ(page->height, 150);
    auto const pixels = devices::decode_jpeg(page->bytes);
    EXPECT_GT(sample(pixels, 0.1, 0.1), 245) << "nothing of the black quarter";
}

TEST_F(ImagingTest, operations_work_one_after_another_on_what_the_one_before_left) {
    auto const page = retouch(marked_page(), {Rotate{90}, Crop{0.5, 0, 0.5, 0.5}});
    ASSERT_TRUE(page.ok());
    EXPECT_EQ(page->width, 300);
    EXPECT_EQ(page->height, 200);
    EXPECT_LT(sample(devices::decode_jpeg(page->bytes), 0.5, 0.5), 10)
        << "the black quarter, turned to the right";
}

TEST_F(ImagingTest, a_page_turned_by_three_degrees_is_set_upright_within_a_third_of_a_degree) {
    for (auto const degrees : {3.0, -3.0, 1.0}) {
        auto const crooked = turned(drawn_page(1654, 2339, 200).get(), degrees);
        auto const file = encode(crooked.get(), 200);
        auto const slope = [](Bytes const& bytes) {
            auto const pixels = devices::decode_jpeg(bytes);
            auto const rise = first_dark_row(pixels, 1300) - first_dark_row(pixels, 350);
            return std::atan2(rise, 950) * 180 / std::numbers::pi;
        };
        ASSERT_NEAR(slope(file.bytes), degrees, 0.1) << "the control: crooked before";
        auto const page = retouch(file.bytes, {Deskew{}});
        ASSERT_TRUE(page.ok());
        EXPECT_NEAR(slope(page->bytes), 0, 0.3) << degrees << " degrees";
    }
}

TEST_F(ImagingTest, a_page_that_says_nothing_of_its_angle_stays_as_it_is) {
    PixOwner blank(pixCreate(1000, 1400, 8));
    pixSetAllArbitrary(blank.get(), 250);
    EXPECT_EQ(find_skew(blank.get()), std::nullopt);
    auto const page = retouch(encode(blank.get(), 150).bytes, {Deskew{}, AutoCrop{}});
    ASSERT_TRUE(page.ok()) << describe(page.error());
    EXPECT_EQ(page->width, 1000);
    EXPECT_EQ(page->height, 1400);
}

TEST_F(ImagingTest, an_automatic_crop_cuts_the_empty_glass_around_a_small_paper) {
    PixOwner glass(pixCreate(1240, 1754, 8));
    pixSetAllArbitrary(glass.get(), 245);
    paint(glass.get(), 100, 150, 500, 300, 60);
    auto const page = retouch(encode(glass.get(), 150).bytes, {AutoCrop{}});
    ASSERT_TRUE(page.ok());
    EXPECT_NEAR(page->width, 500 + 2 * 29, 8) << "5 mm of margin on each side";
    EXPECT_NEAR(page->height, 300 + 2 * 29, 8);
    EXPECT_LT(sample(devices::decode_jpeg(page->bytes), 0.5, 0.5), 80);
}

TEST_F(ImagingTest, black_and_white_is_one_bit_and_keeps_text_on_grey_paper_under_a_shadow) {
    auto drawn = drawn_page(1240, 1754, 150);
    for (int x = 0; x < 1240; ++x) {
        for (int y = 0; y < 1754; ++y) {
            l_uint32 value = 0;
            pixGetPixel(drawn.get(), x, y, &value);
            // Light falls off from 100 % to 55 % across the page.
            pixSetPixel(drawn.get(), x, y, value * static_cast<l_uint32>(1240 - x * 45 / 100) / 1240);
        }
    }
    auto const page = retouch(encode(drawn.get(), 150).bytes, {BlackAndWhite{}});
    ASSERT_TRUE(page.ok());
    EXPECT_EQ(page->media_type, "image/png");
    EXPECT_EQ(page->resolution, 150);
    auto const one_bit = decode(page->bytes);
    ASSERT_EQ(pixGetDepth(one_bit.get()), 1);
    auto const clean = drawn_page(1240, 1754, 150);
    std::int64_t wrong = 0;
    for (int x = 20; x < 1220; ++x) {
        for (int y = 20; y < 1734; ++y) {
            l_uint32 bit = 0;
            l_uint32 value = 0;
            pixGetPixel(one_bit.get(), x, y, &bit);
            pixGetPixel(clean.get(), x, y, &value);
            wrong += (bit != 0) != (value < 128) ? 1 : 0;
        }
    }
    EXPECT_LT(static_cast<double>(wrong) / (1200.0 * 1714.0), 0.01) << wrong << " pixels on the wrong side";
}

TEST_F(ImagingTest, a_black_and_white_page_may_be_worked_on_further) {
    auto const first = retouch(encode(drawn_page(1000, 1400, 150).get(), 150).bytes, {BlackAndWhite{}});
    ASSERT_TRUE(first.ok());
    auto const second = retouch(first->bytes, {Rotate{90}, Deskew{}, Crop{0, 0, 0.5, 1}});
    ASSERT_TRUE(second.ok()) << describe(second.error());
    EXPECT_EQ(second->media_type, "image/png");
    EXPECT_EQ(second->width, 700);
    EXPECT_EQ(second->height, 1000);
}

TEST_F(ImagingTest, values_out_of_range_are_refused_by_name_and_place) {
    auto const page = marked_page();
    auto const crop = retouch(page, {Rotate{90}, Crop{0.5, 0.5, 0.6, 0.5}});
    ASSERT_FALSE(crop.ok());
    EXPECT_EQ(crop.error().reason, "crop_out_of_range");
    EXPECT_EQ(crop.error().pointer, "/operations/1");
    auto const rotation = retouch(page, {Rotate{45}});
    ASSERT_FALSE(rotation.ok());
    EXPECT_EQ(rotation.error().reason, "rotation_not_square");
    EXPECT_EQ(rotation.error().pointer, "/operations/0/degrees");
    for (auto const& bad : {Crop{0, 0, 0, 1}, Crop{-0.1, 0, 0.5, 0.5}, Crop{0, 0, 0.01, 1}}) {
        EXPECT_EQ(retouch(page, {bad}).error().reason, "crop_out_of_range");
    }
}

} // namespace
} // namespace parvis::kiosk
