// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/scanner/sane_device.hpp"
#include "kiosk/scanner/scan_messages.hpp"

namespace parvis::kiosk {

/// What the open device offers, for the self-test and the technician.
OpenedDevice describe_device(SaneDevice& device, std::string const& name);

/// Sets the device up for `job`: source, sides, mode, depth, resolution, the job's extra options, then the A4
/// area. A setting that the device does not have is left out where the scan is right without it. Throws
/// ScanFailure: unsupported when the device has no such source, invalid when it refuses a value.
void apply_options(SaneDevice& device, ScanJob const& job);

/// Dots per inch that the device is set to; 300 when it has no such setting.
int resolution_in_use(SaneDevice& device);

} // namespace parvis::kiosk
