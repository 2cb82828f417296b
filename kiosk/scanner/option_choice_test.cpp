// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/option_choice.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::Colour;
using kiosk_protocol::ScanSource;
using Names = std::vector<std::string>;

// What drivers of Debian 12 really offer: airscan, hpaio, epson2, genesys, fujitsu, brother, test.
Names const airscan{"Flatbed", "ADF", "ADF Duplex"};
Names const hpaio{"Flatbed", "ADF", "Duplex"};
Names const epson{"Flatbed", "Automatic Document Feeder"};
Names const fujitsu{"ADF Front", "ADF Back", "ADF Duplex"};
Names const brother{"FlatBed", "Automatic Document Feeder(left aligned)",
                    "Automatic Document Feeder(left aligned,Duplex)"};

TEST(ChooseSource, finds_the_glass_whatever_the_driver_calls_it) {
    EXPECT_EQ(choose_source(ScanSource::flatbed, airscan), "Flatbed");
    EXPECT_EQ(choose_source(ScanSource::flatbed, brother), "FlatBed");
    EXPECT_EQ(choose_source(ScanSource::flatbed, {"Document Table", "ADF"}), "Document Table");
    EXPECT_EQ(choose_source(ScanSource::flatbed, fujitsu), std::nullopt);
}

TEST(ChooseSource, finds_the_one_sided_feeder_and_never_its_back_or_both_sides) {
    EXPECT_EQ(choose_source(ScanSource::feeder, airscan), "ADF");
    EXPECT_EQ(choose_source(ScanSource::feeder, epson), "Automatic Document Feeder");
    EXPECT_EQ(choose_source(ScanSource::feeder, fujitsu), "ADF Front");
    EXPECT_EQ(choose_source(ScanSource::feeder, brother), brother[1]);
    EXPECT_EQ(choose_source(ScanSource::feeder, {"Flatbed"}), std::nullopt);
}

TEST(ChooseSource, finds_the_feeder_for_both_sides_only_where_there_is_one) {
    EXPECT_EQ(choose_source(ScanSource::feeder_both_sides, airscan), "ADF Duplex");
    EXPECT_EQ(choose_source(ScanSource::feeder_both_sides, hpaio), "Duplex");
    EXPECT_EQ(choose_source(ScanSource::feeder_both_sides, brother), brother[2]);
    EXPECT_EQ(choose_source(ScanSource::feeder_both_sides, epson), std::nullopt);
}

TEST(ChooseMode, tells_grey_from_colour_and_both_from_line_art) {
    EXPECT_EQ(choose_mode(Colour::grey, {"Lineart", "Gray", "Color"}), "Gray");
    EXPECT_EQ(choose_mode(Colour::colour, {"Lineart", "Gray", "Color"}), "Color");
    EXPECT_EQ(choose_mode(Colour::grey, {"Black & White", "True Gray", "24bit Color"}), "True Gray");
    EXPECT_EQ(choose_mode(Colour::colour, {"Black & White", "True Gray", "24bit Color[Fast]"}),
              "24bit Color[Fast]");
    EXPECT_EQ(choose_mode(Colour::colour, {"Lineart", "Gray"}), std::nullopt);
}

TEST(ChooseResolution, takes_the_next_finer_one_that_the_scanner_has) {
    EXPECT_EQ(choose_resolution(300, {75, 100, 300, 600}), 300);
    EXPECT_EQ(choose_resolution(200, {75, 100, 600, 300}), 300);
    EXPECT_EQ(choose_resolution(600, {75, 300}), 300);
    EXPECT_EQ(choose_resolution(150, {}), 150);
}

} // namespace
} // namespace parvis::kiosk
