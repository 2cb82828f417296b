// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/settings.hpp"

namespace parvis::kiosk {

/// Looks at the kiosk's devices without moving paper, prints what it found, one line each, and returns the
/// program's exit code: 0 when everything can work, 1 otherwise.
int print_self_test(KioskSettings const& settings);

} // namespace parvis::kiosk
