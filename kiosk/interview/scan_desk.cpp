// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/scan_desk.hpp"

#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

constexpr std::size_t largest_page = 64U << 20U;

} // namespace

std::vector<std::byte> preview_frame(PreviewStrip const& strip, std::uint32_t whole_rows) {
    std::vector<std::byte> frame{std::byte{1}, static_cast<std::byte>(strip.channels), std::byte{0},
                                 std::byte{0}};
    frame.reserve(24 + strip.pixels.size());
    append_u32(frame, static_cast<std::uint32_t>(strip.page));
    append_u32(frame, static_cast<std::uint32_t>(strip.first_row));
    append_u32(frame, static_cast<std::uint32_t>(strip.rows));
    append_u32(frame, static_cast<std::uint32_t>(strip.width));
    append_u32(frame, whole_rows);
    frame.insert(frame.end(), strip.pixels.begin(), strip.pixels.end());
    return frame;
}

ScanDesk::ScanDesk(Scanner& scanner, DeviceWatch& watch, PaperTray& tray, Clock const& clock, TellPage tell,
                   ShowPreview show)
    : scanner_(scanner), watch_(watch), tray_(tray), clock_(clock), tell_(std::move(tell)),
      show_(std::move(show)) {}

Result<void> ScanDesk::scan(CommandId const& command, ScanOptions const& options) {
    if (order_) {
        return fail(ErrorCode::conflict, "scanner_busy");
    }
    order_.emplace().command = command;
    auto started = scanner_.start(options, *this);
    if (!started) {
        order_.reset();
        return started;
    }
    watch_.scan_started();
    return started;
}

void ScanDesk::cancel(CommandId const& command) {
    if (order_ && order_->command == command) {
        scanner_.cancel();
    }
}

void ScanDesk::abandon() {
    if (order_) {
        order_->abandoned = true;
        forget_page();
        scanner_.cancel();
    }
}

void ScanDesk::forget_page() {
    std::vector<std::vector<std::byte>>().swap(order_->jpeg);
    order_->jpeg_size = 0;
}

void ScanDesk::page_started(PageStarted const& page) {
    if (order_->abandoned) {
        return;
    }
    order_->page = page;
    forget_page();
    // The preview is reduced by the same whole number in both directions.
    auto const factor =
        page.preview_width > 0 ? (page.width + page.preview_width - 1) / page.preview_width : 1;
    order_->preview_rows = static_cast<std::uint32_t>((page.height + factor - 1) / factor);
    to_page::ScanStarted started;
    started.command_id = order_->command;
    started.page_number = page.page;
    started.width = page.width;
    if (page.height > 0) {
        started.height = page.height;
    }
    started.preview_width = page.preview_width;
    tell_(json::encode(started).as_object());
}

void ScanDesk::preview_strip(PreviewStrip const& strip) {
    if (!order_->abandoned) {
        show_(static_cast<std::uint32_t>(strip.page), preview_frame(strip, order_->preview_rows));
    }
}

void ScanDesk::page_bytes(std::span<std::byte const> bytes) {
    if (order_->abandoned || order_->out_of_memory) {
        return;
    }
    if (order_->jpeg_size + bytes.size() > largest_page) {
        stop_for_memory();
        return;
    }
    order_->jpeg.emplace_back(bytes.begin(), bytes.end());
    order_->jpeg_size += bytes.size();
}

void ScanDesk::stop_for_memory() {
    order_->out_of_memory = true;
    forget_page();
    scanner_.cancel();
}

void ScanDesk::page_finished(PageFinished const& page) {
    if (order_->abandoned || order_->out_of_memory) {
        return;
    }
    Paper paper;
    paper.paper_id = PaperId::make(clock_.now());
    paper.media_type = "image/jpeg";
    paper.state = PaperState::waiting;
    paper.page_number = page.page;
    paper.width = page.width;
    paper.height = page.height;
    paper.resolution = order_->page.resolution;
    auto const kept = tray_.put(paper, std::make_shared<SecretBytes const>(std::exchange(order_->jpeg, {})));
    if (!kept) {
        log::warn("page_not_kept", {{"cause", describe(kept.error())}});
        stop_for_memory();
        return;
    }
    ++order_->pages;
    tell_(json::encode(to_page::PageScanned{order_->command, *kept}).as_object());
}

void ScanDesk::scan_ended(ScanEnd const& end) {
    auto const order = std::exchange(order_, std::nullopt);
    watch_.scan_ended(end);
    log::info("scan_ended", {{"status", json::enum_name(end.status)},
                             {"pages", order->pages},
                             {"abandoned", order->abandoned},
                             {"worker_peak_resident_bytes", end.peak_resident_bytes}});
    if (order->abandoned) {
        return;
    }
    if (end.status == ScanStatus::finished && !order->out_of_memory) {
        tell_(json::encode(to_page::ScanFinished{order->command, order->pages}).as_object());
        return;
    }
    auto const status = order->out_of_memory ? ScanStatus::no_memory : end.status;
    tell_(json::encode(to_page::ScanFailed{order->command, status, order->pages}).as_object());
}

} // namespace parvis::kiosk
