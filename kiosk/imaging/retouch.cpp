// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/retouch.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace parvis::kiosk {

using kiosk_protocol::AutoCrop;
using kiosk_protocol::BlackAndWhite;
using kiosk_protocol::Crop;
using kiosk_protocol::Deskew;
using kiosk_protocol::Rotate;

namespace {

constexpr int smallest_side = 16;
constexpr double rounding = 1e-6;
constexpr int one_bit = 1;

/// Content is looked for on a copy of about this width: enough for lines of text, fast on any page.
constexpr int search_width = 1200;

PixOwner to_grey(Pix* page) {
    return taken(pixGetDepth(page) == 8 ? pixClone(page) : pixConvertTo8(page, 0));
}

PixOwner reduced(Pix* page, int width) {
    auto const scale = std::min(1.0F, static_cast<float>(width) / static_cast<float>(pixGetWidth(page)));
    return taken(scale < 1.0F ? pixScale(page, scale, scale) : pixClone(page));
}

PixOwner rotate_square(Pix* page, Rotate const& rotate) {
    if (rotate.degrees != 90 && rotate.degrees != 180 && rotate.degrees != 270) {
        throw ImagingFailure("rotation_not_square", "/degrees");
    }
    return taken(pixRotateOrth(page, rotate.degrees / 90));
}

PixOwner crop(Pix* page, Crop const& crop) {
    auto const inside = std::isfinite(crop.left + crop.top + crop.width + crop.height) && crop.left >= 0 &&
                        crop.top >= 0 && crop.width > 0 && crop.height > 0 &&
                        crop.left + crop.width <= 1 + rounding && crop.top + crop.height <= 1 + rounding;
    auto const pixels = [](double fraction, int side) {
        return static_cast<int>(std::lround(fraction * side));
    };
    auto const full_width = pixGetWidth(page);
    auto const full_height = pixGetHeight(page);
    auto const width = inside ? pixels(crop.width, full_width) : 0;
    auto const height = inside ? pixels(crop.height, full_height) : 0;
    if (width < smallest_side || height < smallest_side) {
        throw ImagingFailure("crop_out_of_range");
    }
    auto const left = std::min(pixels(crop.left, full_width), full_width - width);
    auto const top = std::min(pixels(crop.top, full_height), full_height - height);
    auto* box = boxCreate(left, top, width, height);
    auto* const part = pixClipRectangle(page, box, nullptr);
    boxDestroy(&box);
    return taken(part);
}

PixOwner deskew(PixOwner page) {
    constexpr double not_worth_a_blur = 0.05;
    auto const degrees = find_skew(page.get());
    if (!degrees || std::abs(*degrees) < not_worth_a_blur) {
        return page;
    }
    auto const radians = static_cast<float>(*degrees * std::numbers::pi / 180);
    auto const way = pixGetDepth(page.get()) == one_bit ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP;
    constexpr int keep_size = 0;
    return taken(pixRotate(page.get(), radians, way, L_BRING_IN_WHITE, keep_size, keep_size));
}

PixOwner auto_crop(PixOwner page) {
    auto const full_width = pixGetWidth(page.get());
    auto const full_height = pixGetHeight(page.get());
    auto const resolution = std::max(pixGetXRes(page.get()), 150);
    auto const small = reduced(page.get(), search_width);
    auto const dark =
        pixGetDepth(small.get()) == one_bit ? taken(pixClone(small.get())) : to_black_and_white(small.get());
    // Dust on the glass is no content.
    auto const clean = taken(pixOpenBrick(nullptr, dark.get(), 2, 2));
    Box* found = nullptr;
    if (pixClipToForeground(clean.get(), nullptr, &found) != 0 || found == nullptr) {
        return page;
    }
    auto const scale = static_cast<double>(full_width) / pixGetWidth(small.get());
    auto const margin = static_cast<int>(resolution * 5 / 25.4);
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    boxGetGeometry(found, &x, &y, &width, &height);
    boxDestroy(&found);
    auto const left = std::max(0, static_cast<int>(x * scale) - margin);
    auto const top = std::max(0, static_cast<int>(y * scale) - margin);
    auto const right = std::min(full_width, static_cast<int>(std::ceil((x + width) * scale)) + margin);
    auto const bottom = std::min(full_height, static_cast<int>(std::ceil((y + height) * scale)) + margin);
    auto* box = boxCreate(left, top, right - left, bottom - top);
    auto* const part = pixClipRectangle(page.get(), box, nullptr);
    boxDestroy(&box);
    return taken(part);
}

struct Apply {
    PixOwner page;

    PixOwner operator()(Rotate const& operation) { return rotate_square(page.get(), operation); }
    PixOwner operator()(Crop const& operation) { return crop(page.get(), operation); }
    PixOwner operator()(Deskew const&) { return deskew(std::move(page)); }
    PixOwner operator()(AutoCrop const&) { return auto_crop(std::move(page)); }
    PixOwner operator()(BlackAndWhite const&) { return to_black_and_white(page.get()); }
};

} // namespace

PixOwner to_black_and_white(Pix* page) {
    if (pixGetDepth(page) == one_bit) {
        return taken(pixClone(page));
    }
    auto const grey = to_grey(page);
    // Shadows of folds and of the book's spine are evened out before one threshold is taken for the whole
    // page.
    auto const even = PixOwner(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
    auto* const source = even ? even.get() : grey.get();
    constexpr int paper_threshold = 180;
    return taken(pixThresholdToBinary(source, paper_threshold));
}

std::optional<double> find_skew(Pix* page) {
    constexpr float least_confidence = 3.0F;
    auto const small = reduced(page, search_width * 2);
    auto const dark = to_black_and_white(small.get());
    l_float32 angle = 0;
    l_float32 confidence = 0;
    if (pixFindSkew(dark.get(), &angle, &confidence) != 0 || confidence < least_confidence) {
        return std::nullopt;
    }
    return angle;
}

PixOwner retouch(PixOwner page, std::vector<kiosk_protocol::RetouchOperation> const& operations) {
    auto const resolution = pixGetXRes(page.get());
    for (std::size_t index = 0; index < operations.size(); ++index) {
        try {
            Apply apply{std::move(page)};
            page = std::visit(apply, operations[index]);
        } catch (ImagingFailure const& failure) {
            throw ImagingFailure(failure.reason, "/operations/" + std::to_string(index) + failure.pointer,
                                 failure.what());
        }
        pixSetResolution(page.get(), resolution, resolution);
    }
    return page;
}

} // namespace parvis::kiosk
