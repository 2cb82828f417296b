// SPDX-License-Identifier: EUPL-1.2
// A commune as the portal sees it.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::places {

struct PlaceView {
    std::string code;
    std::string name;
    std::string departement;
    std::vector<std::string> postcodes;
    std::int64_t latitude_microdegrees{};
    std::int64_t longitude_microdegrees{};
    bool is_rough{}; ///< some kilometres off
    std::optional<std::string> part_of;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (),
                      (code, name, departement, postcodes, latitude_microdegrees, longitude_microdegrees,
                       is_rough, part_of))

/// The likeliest first.
struct PlaceList {
    std::vector<PlaceView> places;
};
BOOST_DESCRIBE_STRUCT(PlaceList, (), (places))

} // namespace parvis::places
