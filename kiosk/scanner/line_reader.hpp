// SPDX-License-Identifier: EUPL-1.2
// A scanner's raw bytes become whole rows of 8-bit grey or RGB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace parvis::kiosk {

struct LineFormat {
    int width = 0;    ///< pixels
    int channels = 1; ///< 1 or 3
    int depth = 8; ///< bits of one sample as delivered: 1 (a set bit is black), 8 or 16 (native byte order)
    int bytes_per_line = 0; ///< may be more than the pixels need
};

/// Rows may arrive in pieces of any size. Memory: one row.
class LineReader {
  public:
    using Row = std::span<std::uint8_t const>; ///< width x channels samples, valid during the call

    explicit LineReader(LineFormat format);
    /// Calls `on_row` for each row that `bytes` completes.
    void feed(std::span<std::uint8_t const> bytes, std::function<void(Row)> const& on_row);

  private:
    Row convert(std::span<std::uint8_t const> raw);

    LineFormat format_;
    std::vector<std::uint8_t> partial_;
    std::vector<std::uint8_t> row_;
};

} // namespace parvis::kiosk
