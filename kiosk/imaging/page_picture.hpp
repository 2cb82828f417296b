// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/child/frames.hpp"

#include <string>

namespace parvis::kiosk {

/// A picture file of a page.
struct PagePicture {
    Bytes bytes;
    std::string media_type; ///< "image/jpeg", or "image/png" when it is pure black and white
    int width = 0;          ///< pixels
    int height = 0;
    int resolution = 0; ///< dots per inch; 0 when unknown
};

} // namespace parvis::kiosk
