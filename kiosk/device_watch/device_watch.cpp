// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/device_watch/device_watch.hpp"

#include "kiosk/device_watch/scanner_judgement.hpp"

#include <algorithm>
#include <utility>

namespace parvis::kiosk {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceState;
using kiosk_protocol::PrintState;
using kiosk_protocol::ScanStatus;

DeviceWatch::DeviceWatch(boost::asio::io_context& io, Scanner& scanner, Printer& printer,
                         DeviceWatchConfig config, OnChange on_change)
    : scanner_(scanner), printer_(printer), config_(config), on_change_(std::move(on_change)), timer_(io),
      usb_(io, [this] { usb_changed(); }) {
    look();
}

DeviceWatch::~DeviceWatch() {
    *alive_ = false;
}

void DeviceWatch::look() {
    look_at_scanner();
    look_at_printer();
    look_again_within(config_.idle_probe);
}

void DeviceWatch::look_again_within(std::chrono::milliseconds span) {
    timer_.expires_after(span);
    timer_.async_wait([this, alive = alive_](boost::system::error_code error) {
        if (!error && *alive) {
            look();
        }
    });
}

void DeviceWatch::usb_changed() {
    named_device_.clear();
    // One plug brings several messages; the last one counts.
    look_again_within(config_.after_usb);
}

void DeviceWatch::look_at_scanner() {
    auto const asked = scanner_.probe([this, alive = alive_](ScannerProbe const& probe) {
        // Cancelled: it made way for a scan, which tells more.
        if (!*alive || probe.end.status == ScanStatus::cancelled) {
            return;
        }
        auto state = judge_scanner(probe.end.status, probe.end.detail);
        if (probe.end.status == ScanStatus::finished && scan_trouble_) {
            state = *scan_trouble_;
        }
        tell_scanner(std::move(state));
        if (probe.device) {
            learn_model(probe.device->name);
        }
    });
    if (!asked && !scanner_.busy()) {
        tell_scanner(judge_scanner(ScanStatus::crashed, describe(asked.error())));
    }
}

void DeviceWatch::learn_model(std::string const& device) {
    if (device == named_device_) {
        return;
    }
    auto const asked = scanner_.list_devices([this, device, alive = alive_](ScannerList const& list) {
        if (!*alive || list.end.status != ScanStatus::finished) {
            return;
        }
        named_device_ = device;
        auto const found = std::ranges::find(list.devices, device, &ScannerDevice::name);
        scanner_model_ = found == list.devices.end() ? device : found->vendor + " " + found->model;
        tell_scanner(report_.scanner);
    });
    // Busy: the next look asks again.
    static_cast<void>(asked.ok());
}

void DeviceWatch::look_at_printer() {
    if (std::exchange(printer_asked_, true)) {
        return;
    }
    printer_.status([this, alive = alive_](DeviceState const& state) {
        if (*alive) {
            printer_asked_ = false;
            tell_printer(state);
        }
    });
}

void DeviceWatch::tell_scanner(DeviceState state) {
    state.model = scanner_model_;
    if (scanner_.scanning()) {
        state.state = DeviceCondition::busy;
    }
    if (state != report_.scanner) {
        report_.scanner = std::move(state);
        on_change_(report_);
    }
}

void DeviceWatch::tell_printer(DeviceState state) {
    if (running_prints_ > 0 && state.state == DeviceCondition::ready) {
        state.state = DeviceCondition::busy;
    }
    if (state != report_.printer) {
        report_.printer = std::move(state);
        on_change_(report_);
    }
}

void DeviceWatch::scan_started() {
    scan_trouble_.reset();
    tell_scanner({DeviceCondition::busy, {}, {}, {}});
}

void DeviceWatch::scan_ended(ScanEnd const& end) {
    auto const state = judge_scanner(end.status, end.detail);
    auto const stays = end.status == ScanStatus::jammed || end.status == ScanStatus::cover_open ||
                       end.status == ScanStatus::no_documents;
    scan_trouble_ = stays ? std::optional(state) : std::nullopt;
    tell_scanner(state);
}

void DeviceWatch::print_changed(PrintEvent const& event) {
    if (event.state == PrintState::sending) {
        ++running_prints_;
    } else if (is_final(event.state)) {
        running_prints_ = std::max(0, running_prints_ - 1);
    }
    look_at_printer();
}

} // namespace parvis::kiosk
