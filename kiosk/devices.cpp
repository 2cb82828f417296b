// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/devices.hpp"

#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

ScannerConfig scanner_config(ScannerSettings const& settings) {
    ScannerConfig config;
    config.device = settings.device;
    config.extra_options = scanner_options(settings);
    return config;
}

PrinterConfig printer_config(PrinterSettings const& settings) {
    PrinterConfig config;
    config.service.queue = settings.queue;
    config.service.server = settings.server;
    return config;
}

SelfTestConfig self_test_config(KioskSettings const& settings) {
    SelfTestConfig config;
    config.state_dir = settings.state_dir;
    return config;
}

void log_report(SelfTestReport const& report) {
    for (auto const& check : report.checks) {
        auto const level = check.outcome == CheckOutcome::passed ? log::info : log::warn;
        level("self_test", {{"check", check.name},
                            {"outcome", json::enum_name(check.outcome)},
                            {"duration_ms", check.duration_ms},
                            {"detail", check.detail}});
    }
}

} // namespace

Devices::Devices(boost::asio::io_context& io, Clock const& clock, KioskSettings const& settings,
                 DeviceWatch::OnChange on_change)
    : scanner_(io, scanner_config(settings.scanner)), printer_(io, printer_config(settings.printer)),
      imaging_(io, {}), watch_(io, scanner_, printer_, {}, std::move(on_change)),
      self_test_(io, scanner_, printer_, clock, self_test_config(settings)) {}

void Devices::run_self_test(std::function<void(SelfTestReport const&)> answer) {
    self_test_.run([this, answer = std::move(answer)](SelfTestReport const& report) {
        log_report(report);
        watch_.look();
        answer(report);
    });
}

} // namespace parvis::kiosk
