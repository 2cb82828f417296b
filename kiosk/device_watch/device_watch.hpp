// SPDX-License-Identifier: EUPL-1.2
// Keeps the truth about the scanner and the printer: lost and found devices, reasons told by jobs.
#pragma once

#include "kiosk/device_watch/usb_monitor.hpp"
#include "kiosk/printer/printer.hpp"
#include "kiosk/scanner/scanner.hpp"
#include "kiosk_protocol/device.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace parvis::kiosk {

struct DeviceWatchConfig {
    std::chrono::milliseconds idle_probe{30'000}; ///< between direct looks at devices that nobody uses
    std::chrono::milliseconds after_usb{700};     ///< drivers and permissions settle after a plug is put in
};

/// Looks at both devices at once, then every 30 s while they are idle, and soon after any USB device came or
/// went. On the io context's thread; nothing blocks. `scanner` and `printer` must outlive it.
class DeviceWatch {
  public:
    using OnChange = std::function<void(kiosk_protocol::DeviceReport const&)>;

    /// `on_change` is called whenever the report differs from the one before; never after destruction.
    DeviceWatch(boost::asio::io_context& io, Scanner& scanner, Printer& printer, DeviceWatchConfig config,
                OnChange on_change);
    ~DeviceWatch();
    DeviceWatch(DeviceWatch const&) = delete;
    DeviceWatch& operator=(DeviceWatch const&) = delete;

    /// Scanner and printer only; both unknown until first looked at.
    kiosk_protocol::DeviceReport const& report() const { return report_; }

    /// Looks at both devices now, e.g. before a command.
    void look();
    /// A plug was put in or out. Called by the watch's own ear for USB; public for systems that hear it
    /// elsewhere.
    void usb_changed();

    /// What jobs tell. A jam, an open cover, an empty feeder stay told until the next scan: opening a device
    /// shows none of them.
    void scan_started();
    void scan_ended(ScanEnd const& end);
    void print_changed(PrintEvent const& event);

  private:
    void look_at_scanner();
    void learn_model(std::string const& device);
    void look_at_printer();
    void look_again_within(std::chrono::milliseconds span);
    void tell_scanner(kiosk_protocol::DeviceState state);
    void tell_printer(kiosk_protocol::DeviceState state);

    Scanner& scanner_;
    Printer& printer_;
    DeviceWatchConfig config_;
    OnChange on_change_;
    kiosk_protocol::DeviceReport report_;
    std::optional<kiosk_protocol::DeviceState> scan_trouble_;
    std::string named_device_; ///< whose model is known
    std::string scanner_model_;
    int running_prints_ = 0;
    bool printer_asked_ = false;
    boost::asio::steady_timer timer_;
    UsbMonitor usb_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace parvis::kiosk
