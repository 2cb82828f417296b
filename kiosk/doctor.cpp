// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/doctor.hpp"

#include "kiosk/devices.hpp"
#include "platform/json/encode.hpp"

#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

void print(SelfTestCheck const& check) {
    std::cout << check.name << ": " << json::enum_name(check.outcome);
    for (auto const reason : check.reasons) {
        std::cout << ' ' << json::enum_name(reason);
    }
    if (!check.detail.empty()) {
        std::cout << " (" << check.detail << ')';
    }
    std::cout << '\n';
}

} // namespace

int print_self_test(KioskSettings const& settings) {
    boost::asio::io_context io(1);
    SystemClock const clock;
    SelfTestReport found;
    Devices devices(io, clock, settings, [](DeviceReport const&) {});
    devices.run_self_test([&](SelfTestReport const& report) {
        found = report;
        io.stop();
    });
    io.run();
    std::ranges::for_each(found.checks, print);
    auto const failed = [](SelfTestCheck const& check) { return check.outcome == CheckOutcome::failed; };
    return found.checks.empty() || std::ranges::any_of(found.checks, failed) ? EXIT_FAILURE : EXIT_SUCCESS;
}

} // namespace parvis::kiosk
