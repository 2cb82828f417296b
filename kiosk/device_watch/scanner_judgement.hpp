// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/papers.hpp"

#include <string>

namespace parvis::kiosk {

/// What the outcome of a scan, or of an attempt to open the scanner, says about the scanner. A wrong order
/// (unsupported, invalid) says nothing against it.
kiosk_protocol::DeviceState judge_scanner(kiosk_protocol::ScanStatus status, std::string const& detail);

} // namespace parvis::kiosk
