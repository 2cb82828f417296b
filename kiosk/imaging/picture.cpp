// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/picture.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>

namespace parvis::kiosk {

namespace {

constexpr int longest_side = 20'000;
constexpr std::int64_t most_pixels = 80'000'000;
constexpr std::array png_mark{std::byte{0x89}, std::byte{'P'}, std::byte{'N'}, std::byte{'G'}};
constexpr std::array jpeg_mark{std::byte{0xFF}, std::byte{0xD8}};
constexpr std::array jpeg_end{std::byte{0xFF}, std::byte{0xD9}};
constexpr double centimetres_per_inch = 2.54;

[[noreturn]] void refuse(j_common_ptr) {
    throw ImagingFailure("picture_damaged");
}

void say_nothing(j_common_ptr, int) {}

unsigned char const* plain(ByteView file) {
    return reinterpret_cast<unsigned char const*>(file.data());
}

class JpegReader {
  public:
    JpegReader() {
        from_.err = jpeg_std_error(&errors_);
        errors_.error_exit = refuse;
        errors_.emit_message = say_nothing;
        jpeg_create_decompress(&from_);
    }
    ~JpegReader() { jpeg_destroy_decompress(&from_); }
    JpegReader(JpegReader const&) = delete;
    JpegReader& operator=(JpegReader const&) = delete;

    PictureHeader header(ByteView file) {
        jpeg_mem_src(&from_, plain(file), file.size());
        jpeg_read_header(&from_, TRUE);
        double resolution = 0;
        constexpr int per_inch = 1;
        constexpr int per_centimetre = 2;
        if (from_.density_unit == per_inch) {
            resolution = from_.X_density;
        } else if (from_.density_unit == per_centimetre) {
            resolution = from_.X_density * centimetres_per_inch;
        }
        return {PictureFormat::jpeg, static_cast<int>(std::min<JDIMENSION>(from_.image_width, 65535)),
                static_cast<int>(std::min<JDIMENSION>(from_.image_height, 65535)), from_.num_components,
                static_cast<int>(std::lround(resolution))};
    }

  private:
    jpeg_error_mgr errors_{};
    jpeg_decompress_struct from_{};
};

PictureHeader png_header(ByteView file) {
    l_int32 width = 0;
    l_int32 height = 0;
    l_int32 bits = 0;
    l_int32 samples = 0;
    l_int32 palette = 0;
    if (readHeaderMemPng(plain(file), file.size(), &width, &height, &bits, &samples, &palette) != 0) {
        throw ImagingFailure("picture_damaged");
    }
    return {PictureFormat::png, width, height, samples, 0};
}

bool begins_with(ByteView file, ByteView mark) {
    return file.size() > mark.size() && std::ranges::equal(file.first(mark.size()), mark);
}

void check_size(PictureHeader const& header) {
    if (header.width < 1 || header.height < 1) {
        throw ImagingFailure("picture_damaged");
    }
    auto const pixels = static_cast<std::int64_t>(header.width) * header.height;
    if (header.width > longest_side || header.height > longest_side || pixels > most_pixels) {
        throw ImagingFailure("picture_too_large", {},
                             std::to_string(header.width) + " x " + std::to_string(header.height) +
                                 " pixels");
    }
}

/// The decoders say only "no picture", whether the file or the memory is to blame: memory is tried first.
void check_memory(PictureHeader const& header, int reduction) {
    auto const pixels = static_cast<std::size_t>(header.width / reduction + 1) *
                        static_cast<std::size_t>(header.height / reduction + 1);
    std::unique_ptr<void, decltype(&std::free)> const room(
        std::malloc(pixels * (header.channels == 1 ? 1 : sizeof(l_uint32))), &std::free);
    if (!room) {
        throw ImagingFailure("imaging_failed", {}, "no memory");
    }
}

} // namespace

void PixFree::operator()(Pix* pix) const {
    pixDestroy(&pix);
}

PixOwner taken(Pix* pix) {
    if (pix == nullptr) {
        throw ImagingFailure("imaging_failed", {}, "no memory, or a picture that cannot be worked on");
    }
    return PixOwner(pix);
}

PictureHeader read_header(ByteView file) {
    PictureHeader header;
    if (begins_with(file, jpeg_mark)) {
        if (!std::ranges::equal(file.last(2), jpeg_end)) {
            throw ImagingFailure("picture_damaged", {}, "the file ends early");
        }
        header = JpegReader().header(file);
        if (header.channels != 1 && header.channels != 3) {
            throw ImagingFailure("picture_damaged", {}, "neither grey nor RGB");
        }
    } else if (begins_with(file, png_mark)) {
        header = png_header(file);
    } else {
        throw ImagingFailure("picture_damaged", {}, "neither JPEG nor PNG");
    }
    check_size(header);
    return header;
}

PixOwner decode(ByteView file, int reduction) {
    auto const header = read_header(file);
    check_memory(header, reduction);
    if (header.format == PictureFormat::png) {
        PixOwner pix(pixReadMemPng(plain(file), file.size()));
        if (!pix) {
            throw ImagingFailure("picture_damaged");
        }
        return pix;
    }
    l_int32 warnings = 0;
    constexpr l_int32 no_palette = 0;
    constexpr l_int32 fail_on_bad_data = 0;
    PixOwner pix(
        pixReadMemJpeg(plain(file), file.size(), no_palette, reduction, &warnings, fail_on_bad_data));
    if (!pix || warnings > 0) {
        throw ImagingFailure("picture_damaged");
    }
    pixSetResolution(pix.get(), header.resolution, header.resolution);
    return pix;
}

PagePicture encode(Pix* pix, int resolution, int quality) {
    PagePicture picture;
    picture.width = pixGetWidth(pix);
    picture.height = pixGetHeight(pix);
    picture.resolution = resolution;
    pixSetResolution(pix, resolution, resolution);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    l_int32 failed = 0;
    if (pixGetDepth(pix) == 1) {
        picture.media_type = "image/png";
        constexpr l_float32 no_gamma = 0;
        failed = pixWriteMemPng(&data, &size, pix, no_gamma);
    } else {
        picture.media_type = "image/jpeg";
        constexpr l_int32 full_colour = 0;
        constexpr l_int32 baseline = 0;
        pixSetChromaSampling(pix, full_colour);
        failed = pixWriteMemJpeg(&data, &size, pix, quality, baseline);
    }
    if (failed != 0) {
        std::free(data);
        throw ImagingFailure("imaging_failed", {}, "cannot be encoded");
    }
    auto const bytes = ByteView(reinterpret_cast<std::byte const*>(data), size);
    picture.bytes.assign(bytes.begin(), bytes.end());
    std::free(data);
    return picture;
}

} // namespace parvis::kiosk
