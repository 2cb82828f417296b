// SPDX-License-Identifier: EUPL-1.2
// What is known of a kiosk's health: its last words about its devices, its last self-test, and when it was
// last there.
#pragma once

#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/ids.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace parvis::fleet {

struct SelfTestResult {
    Instant finished_at; ///< when the server heard of it
    kiosk_protocol::SelfTestReport report;

    bool operator==(SelfTestResult const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SelfTestResult, (), (finished_at, report))

struct KioskHealth {
    kiosk_protocol::DeviceReport devices; ///< everything unknown before the first report
    std::optional<Instant> reported_at;
    std::optional<Instant> last_seen_at; ///< its link was opened or lost
    std::optional<SelfTestResult> self_test;
};

} // namespace parvis::fleet
