// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/group4.hpp"

#include <leptonica/allheaders.h>

#include <cstdlib>
#include <map>

namespace parvis::kiosk {

namespace {

/// The few words of a TIFF file (TIFF 6.0 section 2) that say where its one strip is.
class TiffWords {
  public:
    explicit TiffWords(ByteView file)
        : file_(file), big_endian_(!file.empty() && file[0] == std::byte{'M'}) {}

    /// Tags of the first directory with their first value.
    std::map<std::uint32_t, std::uint32_t> tags() const {
        constexpr std::size_t entry_size = 12;
        constexpr std::uint32_t kind_short = 3;
        std::map<std::uint32_t, std::uint32_t> found;
        auto at = std::size_t{word(4, 4)};
        auto const count = word(at, 2);
        at += 2;
        for (std::uint32_t index = 0; index < count; ++index, at += entry_size) {
            auto const bytes = word(at + 2, 2) == kind_short ? std::size_t{2} : std::size_t{4};
            found[word(at, 2)] = word(at + 8, bytes);
        }
        return found;
    }

  private:
    std::uint32_t word(std::size_t at, std::size_t bytes) const {
        if (at + bytes > file_.size()) {
            throw ImagingFailure("imaging_failed", {}, "one-bit page: strip not found");
        }
        std::uint32_t value = 0;
        for (std::size_t index = 0; index < bytes; ++index) {
            auto const from = big_endian_ ? at + index : at + bytes - 1 - index;
            value = (value << 8) | std::to_integer<std::uint32_t>(file_[from]);
        }
        return value;
    }

    ByteView file_;
    bool big_endian_;
};

} // namespace

Bytes encode_group4(Pix* one_bit_page) {
    constexpr std::uint32_t strip_offset = 273;
    constexpr std::uint32_t strip_size = 279;
    constexpr std::uint32_t rows_per_strip = 278;
    l_uint8* data = nullptr;
    std::size_t size = 0;
    // Leptonica offers this encoding as a TIFF file only; the file is made in memory.
    if (pixWriteMemTiff(&data, &size, one_bit_page, IFF_TIFF_G4) != 0) {
        std::free(data);
        throw ImagingFailure("imaging_failed", {}, "cannot be encoded");
    }
    std::unique_ptr<l_uint8, decltype(&std::free)> const owner(data, &std::free);
    auto const file = ByteView(reinterpret_cast<std::byte const*>(data), size);
    auto tags = TiffWords(file).tags();
    auto const begin = std::size_t{tags[strip_offset]};
    auto const length = std::size_t{tags[strip_size]};
    if (tags[rows_per_strip] < static_cast<std::uint32_t>(pixGetHeight(one_bit_page)) || length == 0 ||
        begin + length > file.size()) {
        throw ImagingFailure("imaging_failed", {}, "one-bit page: more than one strip");
    }
    auto const strip = file.subspan(begin, length);
    return {strip.begin(), strip.end()};
}

} // namespace parvis::kiosk
