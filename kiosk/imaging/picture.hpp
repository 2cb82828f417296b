// SPDX-License-Identifier: EUPL-1.2
// Picture files and pixels, in the image worker only. Nothing here touches a file: papers rest nowhere.
#pragma once

#include "kiosk/child/frames.hpp"
#include "kiosk/imaging/page_picture.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

struct Pix;

namespace parvis::kiosk {

/// Ends a job with an error's reason. Thrown inside the worker only.
class ImagingFailure : public std::runtime_error {
  public:
    explicit ImagingFailure(std::string why, std::string at = {}, std::string const& detail = {})
        : std::runtime_error(detail), reason(std::move(why)), pointer(std::move(at)) {}
    std::string reason;
    std::string pointer;
};

struct PixFree {
    void operator()(Pix* pix) const;
};
using PixOwner = std::unique_ptr<Pix, PixFree>;

enum class PictureFormat { jpeg, png };

/// What a file says of itself, without decoding it.
struct PictureHeader {
    PictureFormat format = PictureFormat::jpeg;
    int width = 0;
    int height = 0;
    int channels = 1;
    int resolution = 0; ///< dots per inch, 0 when the file does not say
};

/// Throws picture_damaged, or picture_too_large beyond 20,000 pixels a side or 80 million in all (A3 at 600
/// dpi has 70).
PictureHeader read_header(ByteView file);

/// 1, 8 or 32 bits per pixel. Throws as above; a JPEG that ends early or holds bad data is picture_damaged
/// too. `reduction` (1, 2, 4, 8) decodes a JPEG smaller.
PixOwner decode(ByteView file, int reduction = 1);

/// JPEG, quality 90 and full colour resolution; PNG for one bit per pixel.
PagePicture encode(Pix* pix, int resolution, int quality = 90);

/// Takes over a result of leptonica; throws imaging_failed when it has none.
PixOwner taken(Pix* pix);

} // namespace parvis::kiosk
