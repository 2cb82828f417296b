// SPDX-License-Identifier: EUPL-1.2
// What is known of a kiosk's health: its last words about its devices, and when it was last there.
#pragma once

#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/ids.hpp"
#include "platform/time/instant.hpp"

#include <optional>

namespace parvis::fleet {

struct KioskHealth {
    kiosk_protocol::DeviceReport devices; ///< everything unknown before the first report
    std::optional<Instant> reported_at;
    std::optional<Instant> last_seen_at; ///< its link was opened or lost
};

} // namespace parvis::fleet
