// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/imaging/picture.hpp"
#include "kiosk_protocol/papers.hpp"

#include <optional>
#include <vector>

namespace parvis::kiosk {

/// Applies the operations in order. Throws ImagingFailure crop_out_of_range or rotation_not_square at
/// /operations/N.
PixOwner retouch(PixOwner page, std::vector<kiosk_protocol::RetouchOperation> const& operations);

/// By how many degrees the text must be turned clockwise to stand upright, between -7 and 7; nothing when the
/// page does not say (a photograph, an empty page).
std::optional<double> find_skew(Pix* page);

/// One bit per pixel, whatever the lighting of the page.
PixOwner to_black_and_white(Pix* page);

} // namespace parvis::kiosk
