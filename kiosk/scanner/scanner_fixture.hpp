// SPDX-License-Identifier: EUPL-1.2
// Tests with a real SANE, its virtual devices and a private configuration.
#pragma once

#include "kiosk/scanner/scanner.hpp"
#include "tests/support/devices/decode_jpeg.hpp"
#include "tests/support/devices/private_folder.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <stdlib.h>

namespace parvis::kiosk {

/// Keeps all that one scan told.
class RecordedScan : public ScanListener {
  public:
    struct Page {
        PageStarted started;
        std::optional<PageFinished> finished;
        int preview_rows = 0;
        std::vector<std::uint8_t> preview;
        Bytes jpeg;
    };

    void scanner_opened(OpenedDevice const& device) override {
        opened = device;
        if (on_opened) {
            on_opened();
        }
    }
    void page_started(PageStarted const& page) override { pages.push_back({page, {}, 0, {}, {}}); }
    void preview_strip(PreviewStrip const& strip) override {
        EXPECT_EQ(strip.first_row, pages.back().preview_rows);
        EXPECT_EQ(strip.width, pages.back().started.preview_width);
        pages.back().preview_rows += strip.rows;
        for (auto const sample : strip.pixels) {
            pages.back().preview.push_back(std::to_integer<std::uint8_t>(sample));
        }
        if (on_strip) {
            on_strip();
        }
    }
    void page_bytes(std::span<std::byte const> bytes) override {
        pages.back().jpeg.insert(pages.back().jpeg.end(), bytes.begin(), bytes.end());
    }
    void page_finished(PageFinished const& page) override { pages.back().finished = page; }
    void scan_ended(ScanEnd const& told) override {
        EXPECT_FALSE(end.has_value()) << "a scan ends once";
        end = told;
    }

    kiosk_protocol::ScanStatus status() const { return end.value().status; }

    std::optional<OpenedDevice> opened;
    std::vector<Page> pages;
    std::optional<ScanEnd> end;
    std::function<void()> on_opened;
    std::function<void()> on_strip;
};

class ScannerTest : public testing::Test {
  protected:
    using Options = kiosk_protocol::ScanOptions;
    using Extra = std::map<std::string, std::string>;

    ScannerTest() {
        devices::run_script("sane_config.sh " + (folder_ / "sane").string());
        ::setenv("SANE_CONFIG_DIR", (folder_ / "sane").c_str(), 1);
    }

    ScannerConfig config(std::string const& device, Extra extra = {}) const {
        ScannerConfig made;
        made.device = device;
        made.extra_options = std::move(extra);
        made.worker = PARVIS_SCAN_WORKER;
        made.worker_arguments = {};
        return made;
    }

    /// Runs the io context until `done`, at most 60 s.
    void run_until(std::function<bool()> const& done) {
        auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        io_.restart();
        while (!done() && std::chrono::steady_clock::now() < end) {
            io_.run_one_for(std::chrono::milliseconds(100));
            io_.restart();
        }
        ASSERT_TRUE(done()) << "not seen within 60 s";
    }

    RecordedScan scan(ScannerConfig const& with, Options const& options) {
        RecordedScan record;
        Scanner scanner(io_, with);
        auto const started = scanner.start(options, record);
        EXPECT_TRUE(started.ok());
        run_until([&] { return record.end.has_value(); });
        return record;
    }

    /// The same page through SANE's own program.
    devices::Pixels scanimage(std::string const& arguments) {
        auto const file = folder_ / "scanimage.pnm";
        devices::run("scanimage --format=pnm " + arguments + " -o " + file.string() + " 2>&1");
        return devices::read_pnm(file);
    }

    devices::PrivateFolder folder_;
    boost::asio::io_context io_;
};

} // namespace parvis::kiosk
