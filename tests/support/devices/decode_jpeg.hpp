// SPDX-License-Identifier: EUPL-1.2
// Pictures as plain pixels, for tests that compare what arrived with what was sent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace parvis::devices {

struct Pixels {
    int width = 0;
    int height = 0;
    int channels = 1;   ///< 1 grey, 3 RGB
    int resolution = 0; ///< dots per inch, 0 when the file does not say
    std::vector<std::uint8_t> samples;

    std::uint8_t at(int x, int y, int channel = 0) const {
        auto const row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        return samples.at((row + static_cast<std::size_t>(x)) * static_cast<std::size_t>(channels) +
                          static_cast<std::size_t>(channel));
    }
};

/// Throws std::runtime_error when the bytes are no complete JPEG.
Pixels decode_jpeg(std::span<std::byte const> file);
/// A binary PGM or PPM file of 8 bits, as scanimage writes them. Throws std::runtime_error.
Pixels read_pnm(std::filesystem::path const& file);
void write_pnm(std::filesystem::path const& file, Pixels const& pixels);
/// Mean of the absolute differences of all samples. The pictures must have the same shape.
double mean_difference(Pixels const& one, Pixels const& other);

} // namespace parvis::devices
