// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/near_sites.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parvis::scheduling {

int metres_between(Position a, Position b) {
    constexpr double earth_metres = 6'371'000;
    constexpr double radians_per_microdegree = std::numbers::pi / 180e6;
    auto const radians = [](long long microdegrees) {
        return static_cast<double>(microdegrees) * radians_per_microdegree;
    };
    // The haversine formula: it keeps its precision for places in the same street.
    double const north = std::sin(radians(b.latitude_microdegrees - a.latitude_microdegrees) / 2);
    double const east = std::sin(radians(b.longitude_microdegrees - a.longitude_microdegrees) / 2);
    double const chord = north * north + std::cos(radians(a.latitude_microdegrees)) *
                                             std::cos(radians(b.latitude_microdegrees)) * east * east;
    return static_cast<int>(std::lround(2 * earth_metres * std::asin(std::sqrt(std::min(1.0, chord)))));
}

} // namespace parvis::scheduling
