// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/imaging/picture.hpp"

namespace parvis::kiosk {

/// A one-bit page as one strip of CCITT Group 4 (ITU-T T.6), white runs first: what a PDF embeds as
/// CCITTFaxDecode with K -1. Throws imaging_failed.
Bytes encode_group4(Pix* one_bit_page);

} // namespace parvis::kiosk
