// SPDX-License-Identifier: EUPL-1.2
// What the daemon and its scan worker say to each other. Text payloads are JSON of the struct named.
#pragma once

#include "kiosk_protocol/papers.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace parvis::kiosk {

namespace scan_frame {
inline constexpr char job = 'j';          ///< to the worker: ScanJob, the only frame it reads
inline constexpr char opened = 'o';       ///< OpenedDevice
inline constexpr char devices = 'l';      ///< ListedDevices
inline constexpr char page_started = 's'; ///< PageStarted
inline constexpr char strip = 'v'; ///< head of five u32 (page, first row, rows, width, channels), then pixels
inline constexpr char jpeg = 'b';  ///< the next bytes of the page's JPEG file
inline constexpr char progress = 'p';      ///< PageProgress, at most five a second and only when rows came
inline constexpr char page_finished = 'e'; ///< PageFinished
inline constexpr char ended = 'f';         ///< ScanEnd, the last frame
} // namespace scan_frame

enum class ScanTask { scan, list_devices, probe };
BOOST_DESCRIBE_ENUM(ScanTask, scan, list_devices, probe)

struct ScanJob {
    ScanTask task = ScanTask::scan;
    std::string device; ///< SANE name; empty takes the first one found
    kiosk_protocol::ScanOptions options;
    /// SANE option names and values set after source and mode, e.g. {"filename", "/tmp/page.ppm"}.
    std::map<std::string, std::string> extra_options;
    int max_pages = 100; ///< of one feeder load
};
BOOST_DESCRIBE_STRUCT(ScanJob, (), (task, device, options, extra_options, max_pages))

struct ScannerDevice {
    std::string name; ///< what SANE calls it, e.g. "airscan:e0:Acme"
    std::string vendor;
    std::string model;
    std::string type;

    bool operator==(ScannerDevice const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScannerDevice, (), (name, vendor, model, type))

struct ListedDevices {
    std::vector<ScannerDevice> devices;
};
BOOST_DESCRIBE_STRUCT(ListedDevices, (), (devices))

/// What the open device offers.
struct OpenedDevice {
    std::string name;
    std::vector<std::string> sources; ///< in the driver's words
    std::vector<std::string> modes;
    std::vector<std::string> options; ///< names of all options
    bool feeder = false;
    bool both_sides = false;
};
BOOST_DESCRIBE_STRUCT(OpenedDevice, (), (name, sources, modes, options, feeder, both_sides))

struct PageStarted {
    int page = 1;
    int width = 0;         ///< pixels
    int height = 0;        ///< pixels; 0 when the scanner does not know
    int channels = 1;      ///< 1 grey, 3 RGB
    int resolution = 0;    ///< dots per inch, as the scanner really works
    int preview_width = 0; ///< pixels of the preview strips
};
BOOST_DESCRIBE_STRUCT(PageStarted, (), (page, width, height, channels, resolution, preview_width))

struct PageProgress {
    int page = 1;
    int rows = 0;
};
BOOST_DESCRIBE_STRUCT(PageProgress, (), (page, rows))

struct PageFinished {
    int page = 1;
    int width = 0;
    int height = 0; ///< rows of the JPEG
    int scanned_rows =
        0; ///< rows that the scanner delivered; less when a page ended early and was filled up white
    std::int64_t jpeg_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(PageFinished, (), (page, width, height, scanned_rows, jpeg_bytes))

struct ScanEnd {
    kiosk_protocol::ScanStatus status = kiosk_protocol::ScanStatus::finished;
    std::string detail; ///< technician's text
    int pages = 0;      ///< complete pages
    std::int64_t peak_resident_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(ScanEnd, (), (status, detail, pages, peak_resident_bytes))

} // namespace parvis::kiosk
