// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/device_watch/usb_monitor.hpp"

#include <boost/asio/posix/stream_descriptor.hpp>

#include <libudev.h>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace parvis::kiosk {

namespace {

struct UdevFree {
    void operator()(udev* library) const { udev_unref(library); }
    void operator()(udev_monitor* monitor) const { udev_monitor_unref(monitor); }
    void operator()(udev_device* device) const { udev_device_unref(device); }
};
template <class T>
using UdevOwner = std::unique_ptr<T, UdevFree>;

bool comes_or_goes(udev_device* device) {
    auto const* action = udev_device_get_action(device);
    return action != nullptr && (std::string_view(action) == "add" || std::string_view(action) == "remove");
}

} // namespace

class UsbMonitor::Listener : public std::enable_shared_from_this<Listener> {
  public:
    Listener(boost::asio::io_context& io, UdevOwner<udev> library, UdevOwner<udev_monitor> monitor,
             std::function<void()> on_change)
        : library_(std::move(library)), monitor_(std::move(monitor)),
          descriptor_(io, ::dup(udev_monitor_get_fd(monitor_.get()))), on_change_(std::move(on_change)) {}

    void listen() {
        descriptor_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                               [self = shared_from_this()](boost::system::error_code error) {
                                   if (!error && self->on_change_) {
                                       self->receive();
                                       self->listen();
                                   }
                               });
    }
    void stop() {
        on_change_ = nullptr;
        boost::system::error_code ignored;
        descriptor_.close(ignored);
    }

  private:
    void receive() {
        UdevOwner<udev_device> const device(udev_monitor_receive_device(monitor_.get()));
        if (device && comes_or_goes(device.get())) {
            on_change_();
        }
    }

    UdevOwner<udev> library_;
    UdevOwner<udev_monitor> monitor_;
    boost::asio::posix::stream_descriptor descriptor_;
    std::function<void()> on_change_;
};

UsbMonitor::UsbMonitor(boost::asio::io_context& io, std::function<void()> on_change) {
    UdevOwner<udev> library(udev_new());
    if (!library) {
        return;
    }
    UdevOwner<udev_monitor> monitor(udev_monitor_new_from_netlink(library.get(), "udev"));
    if (!monitor || udev_monitor_filter_add_match_subsystem_devtype(monitor.get(), "usb", "usb_device") < 0 ||
        udev_monitor_enable_receiving(monitor.get()) < 0) {
        return;
    }
    listener_ = std::make_shared<Listener>(io, std::move(library), std::move(monitor), std::move(on_change));
    listener_->listen();
}

UsbMonitor::~UsbMonitor() {
    if (listener_) {
        listener_->stop();
    }
}

} // namespace parvis::kiosk
