// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/page_scan.hpp"

#include "kiosk/scanner/jpeg_stream.hpp"
#include "kiosk/scanner/line_reader.hpp"
#include "kiosk/scanner/page_preview.hpp"
#include "platform/json/json.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <thread>

namespace parvis::kiosk {

using kiosk_protocol::ScanStatus;
using std::chrono::steady_clock;

namespace {

volatile std::sig_atomic_t cancel_requests = 0;
SANE_Handle volatile scanning_handle = nullptr;

extern "C" void note_cancel(int) {
    cancel_requests = cancel_requests + 1;
    if (cancel_requests == 2 && scanning_handle != nullptr) {
        sane_cancel(scanning_handle);
    }
}

constexpr std::chrono::milliseconds between_progress{200};
/// A driver whose connection died may answer "good, 0 bytes" for ever.
constexpr std::chrono::seconds longest_emptiness{2};
constexpr std::chrono::milliseconds pause_when_empty{5};
constexpr double a4_height_inches = 297 / 25.4;
constexpr int longest_jpeg_side = 65500;

std::span<std::byte const> bytes_of(std::span<std::uint8_t const> from) {
    return std::as_bytes(from);
}

void check_format(SANE_Parameters const& parameters) {
    if (parameters.format != SANE_FRAME_GRAY && parameters.format != SANE_FRAME_RGB) {
        throw ScanFailure(ScanStatus::unsupported,
                          "three_pass: scanners that send colours one after another are "
                          "not supported; choose grey");
    }
    auto const known_depth = parameters.depth == 1 || parameters.depth == 8 || parameters.depth == 16;
    auto const samples =
        static_cast<std::int64_t>(parameters.pixels_per_line) * (parameters.format == SANE_FRAME_RGB ? 3 : 1);
    if (!known_depth || parameters.pixels_per_line <= 0 || parameters.pixels_per_line > longest_jpeg_side ||
        parameters.lines == 0 || parameters.lines > longest_jpeg_side ||
        parameters.bytes_per_line < (samples * parameters.depth + 7) / 8 ||
        parameters.bytes_per_line > 16 * samples + 4096) {
        throw ScanFailure(ScanStatus::invalid, "the driver announced an impossible page");
    }
}

/// One page on its way from the driver to the daemon.
class PageStream {
  public:
    PageStream(SANE_Parameters const& parameters, int page, int resolution, FrameWriter& writer)
        : page_(page), channels_(parameters.format == SANE_FRAME_RGB ? 3 : 1),
          width_(parameters.pixels_per_line), height_known_(parameters.lines > 0),
          height_(height_known_ ? parameters.lines : a4_rows(resolution)), writer_(writer),
          lines_({width_, channels_, parameters.depth, parameters.bytes_per_line}),
          preview_(width_, channels_, [this](PagePreview::Strip const& strip) { send_strip(strip); }),
          jpeg_({width_, height_, channels_, resolution}, [this](std::span<std::uint8_t const> bytes) {
              jpeg_bytes_ += static_cast<std::int64_t>(bytes.size());
              writer_.write(scan_frame::jpeg, bytes_of(bytes));
          }) {}

    PageStarted started(int resolution) const {
        return {page_, width_, height_known_ ? height_ : 0, channels_, resolution, preview_.width()};
    }

    void add(std::span<std::uint8_t const> bytes) {
        lines_.feed(bytes, [this](LineReader::Row row) { add_row(row); });
        if (rows_ > told_rows_ && steady_clock::now() - told_at_ >= between_progress) {
            told_at_ = steady_clock::now();
            told_rows_ = rows_;
            writer_.write(scan_frame::progress, json::serialize(json::encode(PageProgress{page_, rows_})));
        }
    }

    PageFinished finish() {
        if (rows_ == 0) {
            throw ScanFailure(ScanStatus::io_error, "the page ended before its first row");
        }
        preview_.finish();
        jpeg_.finish();
        return {page_, width_, height_, rows_, jpeg_bytes_};
    }

  private:
    /// A scanner that does not know the height gets a sheet of A4, filled up with white.
    static int a4_rows(int resolution) {
        return static_cast<int>(std::lround(a4_height_inches * resolution));
    }

    void add_row(LineReader::Row row) {
        if (!jpeg_.add_row(row)) {
            if (!height_known_) {
                throw ScanFailure(ScanStatus::unsupported, "page_too_long: longer than A4");
            }
            return;
        }
        ++rows_;
        preview_.add_row(row);
    }

    void send_strip(PagePreview::Strip const& strip) {
        Bytes head;
        for (auto const value : {page_, strip.first_row, strip.rows, strip.width, strip.channels}) {
            append_u32(head, static_cast<std::uint32_t>(value));
        }
        writer_.write(scan_frame::strip, head, bytes_of(strip.pixels));
    }

    int page_;
    int channels_;
    int width_;
    bool height_known_;
    int height_;
    FrameWriter& writer_;
    LineReader lines_;
    PagePreview preview_;
    JpegStream jpeg_;
    int rows_ = 0;
    int told_rows_ = 0;
    std::int64_t jpeg_bytes_ = 0;
    steady_clock::time_point told_at_ = steady_clock::now() - between_progress;
};

void pump(SaneDevice& device, PageStream& stream, FrameWriter const& writer) {
    std::array<SANE_Byte, 32768> buffer;
    auto last_bytes = steady_clock::now();
    while (true) {
        SANE_Int length = 0;
        auto const status =
            sane_read(device.handle(), buffer.data(), static_cast<SANE_Int>(buffer.size()), &length);
        if (CancelOnSignal::requested()) {
            throw ScanFailure(ScanStatus::cancelled, "");
        }
        if (status == SANE_STATUS_EOF) {
            return;
        }
        if (status != SANE_STATUS_GOOD) {
            throw ScanFailure(scan_status(status), std::string("sane_read: ") + sane_strstatus(status));
        }
        if (writer.broken()) {
            throw ScanFailure(ScanStatus::cancelled, "the daemon has gone");
        }
        if (length > 0) {
            stream.add(std::span(buffer).first(static_cast<std::size_t>(length)));
            last_bytes = steady_clock::now();
        } else if (steady_clock::now() - last_bytes > longest_emptiness) {
            throw ScanFailure(ScanStatus::io_error, "sane_read: no bytes and no end");
        } else {
            std::this_thread::sleep_for(pause_when_empty);
        }
    }
}

} // namespace

CancelOnSignal::CancelOnSignal(SANE_Handle handle) {
    scanning_handle = handle;
    if (cancel_requests > 1) {
        throw ScanFailure(ScanStatus::cancelled, "");
    }
}

CancelOnSignal::~CancelOnSignal() {
    auto const handle = scanning_handle;
    scanning_handle = nullptr;
    sane_cancel(handle);
}

void CancelOnSignal::install() {
    struct sigaction action {};
    action.sa_handler = note_cancel;
    ::sigaction(SIGTERM, &action, nullptr);
}

bool CancelOnSignal::requested() {
    return cancel_requests > 0;
}

void scan_page(SaneDevice& device, int page, int resolution, FrameWriter& writer) {
    SANE_Parameters parameters{};
    if (auto const status = sane_get_parameters(device.handle(), &parameters); status != SANE_STATUS_GOOD) {
        throw ScanFailure(scan_status(status), std::string("sane_get_parameters: ") + sane_strstatus(status));
    }
    check_format(parameters);
    PageStream stream(parameters, page, resolution, writer);
    writer.write(scan_frame::page_started, json::serialize(json::encode(stream.started(resolution))));
    pump(device, stream, writer);
    writer.write(scan_frame::page_finished, json::serialize(json::encode(stream.finish())));
}

} // namespace parvis::kiosk
