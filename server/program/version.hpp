// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace parvis {

/// Of the server and the kiosk daemon alike; the same as in CMakeLists.txt, which defines it.
inline constexpr char version[] = PARVIS_VERSION;

} // namespace parvis
