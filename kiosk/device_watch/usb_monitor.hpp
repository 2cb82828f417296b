// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>

namespace parvis::kiosk {

/// Hears from udev when a USB device comes or goes. On the io context's thread.
class UsbMonitor {
  public:
    /// `on_change` is called for each device; never after destruction.
    UsbMonitor(boost::asio::io_context& io, std::function<void()> on_change);
    ~UsbMonitor();
    UsbMonitor(UsbMonitor const&) = delete;
    UsbMonitor& operator=(UsbMonitor const&) = delete;

    /// False where this system has no udev: then only probes tell.
    bool listening() const { return listener_ != nullptr; }

  private:
    class Listener;
    std::shared_ptr<Listener> listener_;
};

} // namespace parvis::kiosk
