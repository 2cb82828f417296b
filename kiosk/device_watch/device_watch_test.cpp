// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/device_watch/device_watch.hpp"
#include "tests/support/devices/private_folder.hpp"

#include <gtest/gtest.h>

#include <stdlib.h>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::DeviceReport;
using kiosk_protocol::ScanStatus;
using namespace std::chrono_literals;

/// Watches SANE's virtual scanner and a virtual printer.
class DeviceWatchTest : public testing::Test {
  protected:
    DeviceWatchTest() {
        plug_in_scanner();
        ::setenv("SANE_CONFIG_DIR", (folder_ / "saned/client").c_str(), 1);
        devices::run_script("cups_start.sh " + cups() + " " + std::to_string(port_));
        scanner_.emplace(io_, ScannerConfig{.device = "net:" + address_ + ":test:0",
                                            .extra_options = {},
                                            .worker = PARVIS_SCAN_WORKER,
                                            .worker_arguments = {},
                                            .limits = {}});
        PrinterConfig printer;
        printer.service.server = "127.0.0.1:" + std::to_string(port_);
        printer.service.queue = "Parvis";
        printer_.emplace(io_, printer);
    }
    ~DeviceWatchTest() override {
        unplug_scanner();
        devices::run_script("stop.sh " + cups());
    }

    std::string cups() const { return (folder_ / "cups").string(); }
    std::string saned() const { return (folder_ / "saned").string(); }
    /// A scanner that really goes away and comes back: one shared over the network.
    void unplug_scanner() { devices::run_script("stop.sh " + saned()); }
    void plug_in_scanner() { devices::run_script("saned_start.sh " + saned() + " " + address_); }

    DeviceWatch& watch(DeviceWatchConfig const& config = {}) {
        watch_.emplace(io_, *scanner_, *printer_, config,
                       [this](DeviceReport const& report) { told_.push_back(report); });
        return *watch_;
    }
    void run_until(std::function<bool()> const& done, std::chrono::milliseconds limit = 60s) {
        auto const end = std::chrono::steady_clock::now() + limit;
        while (!done() && std::chrono::steady_clock::now() < end) {
            io_.restart();
            io_.run_one_for(50ms);
        }
        ASSERT_TRUE(done()) << "not seen in time";
    }
    bool both_ready() const {
        return watch_->report().scanner.state == DeviceCondition::ready &&
               watch_->report().printer.state == DeviceCondition::ready;
    }

    devices::PrivateFolder folder_;
    std::string const address_ = devices::own_loopback_address();
    int port_ = devices::free_port();
    boost::asio::io_context io_;
    std::optional<Scanner> scanner_;
    std::optional<Printer> printer_;
    std::vector<DeviceReport> told_;
    std::optional<DeviceWatch> watch_;
};

TEST_F(DeviceWatchTest, both_devices_are_looked_at_from_the_start_and_named) {
    watch();
    EXPECT_EQ(watch_->report().scanner.state, DeviceCondition::unknown);
    run_until([&] { return both_ready() && !watch_->report().scanner.model.empty(); });
    EXPECT_EQ(watch_->report().scanner.model, "Noname frontend-tester");
    EXPECT_FALSE(watch_->report().printer.model.empty());
}

TEST_F(DeviceWatchTest, a_scanner_that_goes_and_comes_back_is_told_within_five_seconds_of_the_plug) {
    watch();
    run_until([&] { return both_ready(); });
    unplug_scanner();
    watch_->usb_changed();
    run_until([&] { return watch_->report().scanner.state == DeviceCondition::absent; }, 5s);
    EXPECT_EQ(watch_->report().scanner.reasons, std::vector{DeviceReason::offline});
    plug_in_scanner();
    watch_->usb_changed();
    run_until([&] { return watch_->report().scanner.state == DeviceCondition::ready; }, 5s);
}

TEST_F(DeviceWatchTest, idle_devices_are_looked_at_again_and_again_without_any_sign_from_them) {
    watch({.idle_probe = 300ms, .after_usb = 100ms});
    run_until([&] { return both_ready(); });
    devices::run_script("stop.sh " + cups());
    unplug_scanner();
    run_until([&] {
        return watch_->report().printer.state == DeviceCondition::absent &&
               watch_->report().scanner.state == DeviceCondition::absent;
    });
    EXPECT_EQ(watch_->report().printer.reasons, std::vector{DeviceReason::service_unreachable});
}

TEST_F(DeviceWatchTest, nothing_is_told_while_nothing_changes) {
    watch({.idle_probe = 200ms, .after_usb = 100ms});
    run_until([&] { return both_ready() && !watch_->report().scanner.model.empty(); });
    auto const before = told_.size();
    auto const end = std::chrono::steady_clock::now() + 1s;
    run_until([&] { return std::chrono::steady_clock::now() > end; });
    EXPECT_EQ(told_.size(), before);
}

TEST_F(DeviceWatchTest, a_jam_stays_told_until_the_next_scan_because_a_probe_cannot_see_it) {
    watch({.idle_probe = 200ms, .after_usb = 100ms});
    run_until([&] { return both_ready(); });
    watch_->scan_started();
    EXPECT_EQ(watch_->report().scanner.state, DeviceCondition::busy);
    watch_->scan_ended({ScanStatus::jammed, "", 0, 0});
    auto const end = std::chrono::steady_clock::now() + 1s;
    run_until([&] { return std::chrono::steady_clock::now() > end; });
    EXPECT_EQ(watch_->report().scanner.reasons, std::vector{DeviceReason::paper_jam});
    watch_->scan_started();
    watch_->scan_ended({ScanStatus::finished, "", 1, 0});
    EXPECT_EQ(watch_->report().scanner.state, DeviceCondition::ready);
}

TEST_F(DeviceWatchTest, the_printers_reasons_during_a_print_are_told) {
    watch();
    run_until([&] { return both_ready(); });
    devices::write_text(folder_ / "cups/Parvis/mode", "paper");
    std::string const text = "%PDF-1.7 a paper";
    auto const bytes = std::as_bytes(std::span(text));
    auto ended = false;
    auto const order = printer_->submit({bytes.begin(), bytes.end()}, {}, [&](PrintEvent const& event) {
        watch_->print_changed(event);
        ended = is_final(event.state);
    });
    ASSERT_TRUE(order.ok());
    run_until([&] { return watch_->report().printer.reasons == std::vector{DeviceReason::paper_out}; });
    EXPECT_EQ(watch_->report().printer.state, DeviceCondition::attention);
    devices::write_text(folder_ / "cups/Parvis/mode", "ok");
    run_until([&] { return ended && watch_->report().printer.state == DeviceCondition::ready; });
}

} // namespace
} // namespace parvis::kiosk
