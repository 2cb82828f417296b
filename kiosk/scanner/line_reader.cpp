// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/line_reader.hpp"

#include <algorithm>
#include <bit>

namespace parvis::kiosk {

LineReader::LineReader(LineFormat format)
    : format_(format),
      row_(static_cast<std::size_t>(format.width) * static_cast<std::size_t>(format.channels)) {
    partial_.reserve(static_cast<std::size_t>(format.bytes_per_line));
}

void LineReader::feed(std::span<std::uint8_t const> bytes, std::function<void(Row)> const& on_row) {
    auto const line = static_cast<std::size_t>(format_.bytes_per_line);
    while (!bytes.empty()) {
        if (partial_.empty() && bytes.size() >= line) {
            on_row(convert(bytes.first(line)));
            bytes = bytes.subspan(line);
            continue;
        }
        auto const taken = std::min(line - partial_.size(), bytes.size());
        partial_.insert(partial_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        if (partial_.size() == line) {
            on_row(convert(partial_));
            partial_.clear();
        }
    }
}

LineReader::Row LineReader::convert(std::span<std::uint8_t const> raw) {
    if (format_.depth == 8) {
        return raw.first(row_.size());
    }
    if (format_.depth == 16) {
        constexpr std::size_t high_byte = std::endian::native == std::endian::little ? 1 : 0;
        for (std::size_t index = 0; index < row_.size(); ++index) {
            row_[index] = raw[2 * index + high_byte];
        }
        return row_;
    }
    for (std::size_t index = 0; index < row_.size(); ++index) {
        auto const black = (raw[index / 8] >> (7 - index % 8)) & 1;
        row_[index] = black != 0 ? 0 : 255;
    }
    return row_;
}

} // namespace parvis::kiosk
