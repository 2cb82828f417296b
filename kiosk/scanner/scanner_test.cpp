// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/scanner_fixture.hpp"

#include <algorithm>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::Colour;
using kiosk_protocol::ScanSource;
using kiosk_protocol::ScanStatus;

std::string const a4 = " -x 210 -y 297 ";

/// The mean of each square block, reckoned from the whole page at once.
std::vector<std::uint8_t> box_filtered(devices::Pixels const& page) {
    constexpr int widest = 1000;
    auto const side = (page.width + widest - 1) / widest;
    std::vector<std::uint8_t> out;
    for (int top = 0; top < page.height; top += side) {
        for (int left = 0; left < page.width; left += side) {
            for (int channel = 0; channel < page.channels; ++channel) {
                int sum = 0;
                int count = 0;
                for (int y = top; y < std::min(top + side, page.height); ++y) {
                    for (int x = left; x < std::min(left + side, page.width); ++x) {
                        sum += page.at(x, y, channel);
                        ++count;
                    }
                }
                out.push_back(static_cast<std::uint8_t>((sum + count / 2) / count));
            }
        }
    }
    return out;
}

TEST_F(ScannerTest, a_colour_page_arrives_with_the_pixels_that_scanimage_reads) {
    auto const record = scan(config("test:0", {{"test-picture", "Color pattern"}}),
                             {ScanSource::flatbed, 150, Colour::colour});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    auto const expected =
        scanimage("-d test:0 --mode Color --depth 8 --resolution 150 --test-picture 'Color pattern'" + a4);
    ASSERT_EQ(record.pages.size(), 1U);
    auto const& page = record.pages[0];
    EXPECT_EQ(page.started.width, expected.width);
    EXPECT_EQ(page.started.height, expected.height);
    EXPECT_EQ(page.preview, box_filtered(expected)) << "preview pixels are exact";
    auto const got = devices::decode_jpeg(page.jpeg);
    EXPECT_EQ(got.resolution, 150);
    // The pattern alternates colours from one pixel to the next, which no JPEG keeps exactly.
    EXPECT_LT(devices::mean_difference(got, expected), 8.0);
    EXPECT_EQ(page.finished.value().jpeg_bytes, static_cast<std::int64_t>(page.jpeg.size()));
    EXPECT_EQ(record.end->pages, 1);
}

TEST_F(ScannerTest, a_grey_page_arrives_with_the_pixels_that_scanimage_reads) {
    auto const record =
        scan(config("test:0", {{"test-picture", "Grid"}}), {ScanSource::flatbed, 200, Colour::grey});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    auto const expected = scanimage("-d test:0 --mode Gray --resolution 200 --test-picture Grid" + a4);
    auto const& page = record.pages.at(0);
    EXPECT_EQ(page.started.channels, 1);
    EXPECT_EQ(page.preview, box_filtered(expected));
    EXPECT_LT(devices::mean_difference(devices::decode_jpeg(page.jpeg), expected), 2.5);
}

TEST_F(ScannerTest, a_picture_file_is_scanned_as_a_page) {
    devices::Pixels drawn{300, 400, 3, 0, {}};
    for (int index = 0; index < 300 * 400 * 3; ++index) {
        drawn.samples.push_back(static_cast<std::uint8_t>(index / 900 % 256));
    }
    devices::write_pnm(folder_ / "page.ppm", drawn);
    auto const record = scan(config("pnm:0", {{"filename", (folder_ / "page.ppm").string()}}),
                             {ScanSource::flatbed, 300, Colour::colour});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    EXPECT_EQ(record.pages.at(0).preview, drawn.samples);
    auto const got = devices::decode_jpeg(record.pages[0].jpeg);
    EXPECT_EQ(got.resolution, 300);
    EXPECT_LT(devices::mean_difference(got, drawn), 1.0);
}

TEST_F(ScannerTest, a_feeder_of_ten_sheets_gives_ten_pages_and_then_has_finished) {
    auto const record = scan(config("test:0"), {ScanSource::feeder, 150, Colour::grey});
    EXPECT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    EXPECT_EQ(record.pages.size(), 10U);
    EXPECT_EQ(record.end->pages, 10);
    EXPECT_TRUE(
        std::ranges::all_of(record.pages, [](auto const& page) { return page.finished.has_value(); }));
    EXPECT_EQ(record.pages.back().started.page, 10);
}

TEST_F(ScannerTest, sixteen_bit_depth_is_brought_down_to_eight) {
    auto const record = scan(config("test:0", {{"test-picture", "Solid white"}, {"depth", "16"}}),
                             {ScanSource::flatbed, 150, Colour::grey});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    EXPECT_TRUE(std::ranges::all_of(record.pages.at(0).preview, [](auto sample) { return sample == 255; }));
}

TEST_F(ScannerTest, a_page_of_unknown_height_becomes_a_sheet_of_a4_filled_up_white) {
    auto const record = scan(config("test:0", {{"hand-scanner", "yes"}, {"test-picture", "Solid black"}}),
                             {ScanSource::flatbed, 150, Colour::grey});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    auto const& page = record.pages.at(0);
    EXPECT_EQ(page.started.height, 0) << "unknown when the page begins";
    EXPECT_EQ(page.finished.value().height, 1754);
    EXPECT_LT(page.finished->scanned_rows, 1754);
    auto const got = devices::decode_jpeg(page.jpeg);
    EXPECT_EQ(got.height, 1754);
    EXPECT_LT(got.samples.front(), 5);
    EXPECT_GT(got.samples.back(), 250);
}

// A sanitizer's own memory would be measured: only a plain build can tell.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(ScannerTest, a_page_of_600_dpi_in_colour_takes_less_than_80_megabytes_in_the_worker) {
    auto const record = scan(config("test:0", {{"test-picture", "Color pattern"}}),
                             {ScanSource::flatbed, 600, Colour::colour});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    EXPECT_EQ(record.pages.at(0).started.width, 4960);
    EXPECT_GT(record.pages[0].finished.value().scanned_rows, 7000);
    RecordProperty("peak_resident_bytes", std::to_string(record.end->peak_resident_bytes));
    EXPECT_GT(record.end->peak_resident_bytes, 0);
    EXPECT_LT(record.end->peak_resident_bytes, 80'000'000);
}
#endif

TEST_F(ScannerTest, the_page_builds_up_while_a_slow_scanner_runs) {
    RecordedScan record;
    Scanner scanner(io_, config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "10000"}}));
    std::optional<std::chrono::steady_clock::time_point> first_strip;
    record.on_strip = [&] {
        if (!first_strip) {
            first_strip = std::chrono::steady_clock::now();
        }
    };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 150, Colour::colour}, record).ok());
    run_until([&] { return record.end.has_value(); });
    ASSERT_TRUE(first_strip.has_value());
    auto const left = std::chrono::steady_clock::now() - *first_strip;
    EXPECT_GT(left, std::chrono::milliseconds(400)) << "the first strip came long before the last row";
}

TEST_F(ScannerTest, lists_the_devices_that_sane_finds) {
    Scanner scanner(io_, config(""));
    std::optional<ScannerList> list;
    ASSERT_TRUE(scanner.list_devices([&](ScannerList const& found) { list = found; }).ok());
    run_until([&] { return list.has_value(); });
    EXPECT_EQ(list->end.status, ScanStatus::finished);
    auto const found = std::ranges::find(list->devices, "test:0", &ScannerDevice::name);
    ASSERT_NE(found, list->devices.end());
    EXPECT_EQ(found->model, "frontend-tester");
}

TEST_F(ScannerTest, a_probe_opens_the_device_and_tells_what_it_offers) {
    Scanner scanner(io_, config("test:0"));
    std::optional<ScannerProbe> probe;
    ASSERT_TRUE(scanner.probe([&](ScannerProbe const& told) { probe = told; }).ok());
    run_until([&] { return probe.has_value(); });
    ASSERT_EQ(probe->end.status, ScanStatus::finished);
    ASSERT_TRUE(probe->device.has_value());
    EXPECT_TRUE(probe->device->feeder);
    EXPECT_FALSE(probe->device->both_sides);
    EXPECT_NE(std::ranges::find(probe->device->options, "resolution"), probe->device->options.end());
}

TEST_F(ScannerTest, without_a_configured_device_the_first_one_found_is_used) {
    devices::write_text(folder_ / "sane/dll.conf", "test\n");
    auto const record = scan(config(""), {ScanSource::flatbed, 150, Colour::grey});
    EXPECT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    EXPECT_EQ(record.opened.value().name, "test:0");
}

TEST_F(ScannerTest, one_scan_at_a_time_and_the_next_may_start_when_the_first_has_ended) {
    Scanner scanner(io_, config("test:0"));
    RecordedScan first;
    RecordedScan second;
    ASSERT_TRUE(scanner.start({}, first).ok());
    auto const refused = scanner.start({}, second);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().reason, "scanner_busy");
    run_until([&] { return first.end.has_value(); });
    ASSERT_TRUE(scanner.start({}, second).ok());
    run_until([&] { return second.end.has_value(); });
    EXPECT_EQ(second.status(), ScanStatus::finished);
}

TEST_F(ScannerTest, a_scan_ordered_during_a_probe_starts_after_it) {
    Scanner scanner(io_, config("test:0"));
    std::optional<ScannerProbe> probe;
    RecordedScan record;
    ASSERT_TRUE(scanner.probe([&](ScannerProbe const& told) { probe = told; }).ok());
    ASSERT_TRUE(scanner.start({}, record).ok());
    run_until([&] { return record.end.has_value(); });
    EXPECT_TRUE(probe.has_value());
    EXPECT_EQ(record.status(), ScanStatus::finished);
}

TEST_F(ScannerTest, a_resolution_that_is_not_offered_is_refused_before_anything_moves) {
    Scanner scanner(io_, config("test:0"));
    RecordedScan record;
    auto const refused = scanner.start({ScanSource::flatbed, 301, Colour::grey}, record);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().pointer, "/resolution");
    EXPECT_FALSE(scanner.busy());
}

} // namespace
} // namespace parvis::kiosk
