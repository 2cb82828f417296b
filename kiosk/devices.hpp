// SPDX-License-Identifier: EUPL-1.2
// The kiosk's devices, and what is known of them.
#pragma once

#include "kiosk/device_watch/device_watch.hpp"
#include "kiosk/imaging/imaging.hpp"
#include "kiosk/printer/printer.hpp"
#include "kiosk/scanner/scanner.hpp"
#include "kiosk/self_test/self_test.hpp"
#include "kiosk/settings.hpp"

#include <functional>

namespace parvis::kiosk {

/// On the io thread. Looks at scanner and printer from the first turn of `io` on.
class Devices {
  public:
    /// `on_change` hears each change of the report.
    Devices(boost::asio::io_context& io, Clock const& clock, KioskSettings const& settings,
            DeviceWatch::OnChange on_change);

    Scanner& scanner() { return scanner_; }
    Printer& printer() { return printer_; }
    Imaging& imaging() { return imaging_; }
    DeviceWatch& watch() { return watch_; }

    /// Checks everything without moving paper; the outcome is logged and `answer` hears it. A test that runs
    /// already is enough.
    void run_self_test(std::function<void(kiosk_protocol::SelfTestReport const&)> answer);

  private:
    Scanner scanner_;
    Printer printer_;
    Imaging imaging_;
    DeviceWatch watch_;
    SelfTest self_test_;
};

} // namespace parvis::kiosk
