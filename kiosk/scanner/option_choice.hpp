// SPDX-License-Identifier: EUPL-1.2
// Drivers name their sources and modes freely: these rules find the one that is meant.
#pragma once

#include "kiosk_protocol/papers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::kiosk {

/// The source that is meant among those offered, e.g. "ADF Duplex" for feeder_both_sides. Nothing when none
/// fits.
std::optional<std::string> choose_source(kiosk_protocol::ScanSource wanted,
                                         std::vector<std::string> const& offered);

/// The mode that is meant among those offered, e.g. "True Gray" or "24bit Color". Nothing when none fits.
std::optional<std::string> choose_mode(kiosk_protocol::Colour wanted,
                                       std::vector<std::string> const& offered);

/// The smallest offered resolution that is at least `wanted`, otherwise the largest; `wanted` when none is
/// offered.
int choose_resolution(int wanted, std::vector<int> const& offered);

} // namespace parvis::kiosk
