// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/imaging/picture.hpp"

#include <vector>

namespace parvis::kiosk {

/// One PDF of all pages at their true size (by their resolution; 300 dpi where a file does not say). JPEG
/// files are put in as they are. The document says its language (fr) and nothing of who, when or with what.
/// Throws ImagingFailure with the page's index as pointer "/pages/N".
Bytes assemble_pdf(std::vector<Bytes> const& pages, bool black_and_white);

} // namespace parvis::kiosk
