// SPDX-License-Identifier: EUPL-1.2
// A page becomes a JPEG file row by row; nothing of the page is kept.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace parvis::kiosk {

struct JpegFormat {
    int width = 0;
    int height = 0;     ///< exact: JPEG files say it first
    int channels = 1;   ///< 1 grey, 3 RGB
    int resolution = 0; ///< dots per inch, written into the file; 0 leaves it out
};

/// Baseline JPEG, quality 80. From 300 dpi on colour has half the resolution of brightness (4:2:0): a pen
/// stroke is still three pixels wide, and a page weighs a quarter to a half less. Below, and where the
/// resolution is not known, that would wash out red and blue handwriting, so colour is kept whole.
class JpegStream {
  public:
    using OnBytes = std::function<void(std::span<std::uint8_t const>)>;

    /// Throws std::runtime_error when the format cannot be a JPEG (a side over 65,500 pixels).
    JpegStream(JpegFormat const& format, OnBytes on_bytes);
    ~JpegStream();
    JpegStream(JpegStream const&) = delete;
    JpegStream& operator=(JpegStream const&) = delete;

    /// The next row; rows beyond the height are left out and answered with false.
    bool add_row(std::span<std::uint8_t const> row);
    /// Fills missing rows with white and hands over the rest of the file.
    void finish();

    int rows() const;

  private:
    struct Encoder;
    std::unique_ptr<Encoder> encoder_;
};

} // namespace parvis::kiosk
