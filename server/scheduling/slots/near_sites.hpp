// SPDX-License-Identifier: EUPL-1.2
// How far two places are from each other. Pure.
#pragma once

#include "kiosk_protocol/ids.hpp"

namespace parvis::scheduling {

/// WGS 84, in millionths of a degree.
struct Position {
    long long latitude_microdegrees{};
    long long longitude_microdegrees{};
};

/// Along the great circle of a sphere of 6,371 km: the road is longer, and nobody promises it.
int metres_between(Position a, Position b);

struct NearSite {
    SiteId site_id;
    int metres{};
};

} // namespace parvis::scheduling
