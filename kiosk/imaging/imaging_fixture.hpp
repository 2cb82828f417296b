// SPDX-License-Identifier: EUPL-1.2
// Drawn pages and the real image worker.
#pragma once

#include "kiosk/imaging/imaging.hpp"
#include "kiosk/imaging/picture.hpp"
#include "tests/support/devices/decode_jpeg.hpp"
#include "tests/support/devices/private_folder.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <fstream>
#include <numbers>
#include <optional>

namespace parvis::kiosk {

inline void paint(Pix* page, int left, int top, int width, int height, int grey) {
    auto* box = boxCreate(left, top, width, height);
    pixSetInRectArbitrary(page, box, static_cast<l_uint32>(grey));
    boxDestroy(&box);
}

/// A grey page with blocks like words in lines, and one thin rule across the top.
inline PixOwner drawn_page(int width, int height, int resolution) {
    PixOwner page(pixCreate(width, height, 8));
    pixSetAllArbitrary(page.get(), 255);
    pixSetResolution(page.get(), resolution, resolution);
    paint(page.get(), width / 20, height / 20, width * 9 / 10, 4, 0);
    unsigned seed = 7;
    for (int top = height / 8; top < height * 7 / 8; top += height / 45) {
        for (int left = width / 10; left < width * 17 / 20;) {
            seed = seed * 1103515245 + 12345;
            auto const word = width / 60 + static_cast<int>(seed / 65536 % static_cast<unsigned>(width / 20));
            paint(page.get(), left, top, word, height / 110, 30);
            left += word + width / 80;
        }
    }
    return page;
}

inline PixOwner turned(Pix* page, double degrees) {
    return PixOwner(pixRotate(page, static_cast<float>(degrees * std::numbers::pi / 180), L_ROTATE_AREA_MAP,
                              L_BRING_IN_WHITE, 0, 0));
}

/// First row of a column that is darker than middle grey; -1 when there is none.
inline int first_dark_row(devices::Pixels const& page, int x) {
    for (int y = 0; y < page.height; ++y) {
        if (page.at(x, y) < 128) {
            return y;
        }
    }
    return -1;
}

class ImagingTest : public testing::Test {
  protected:
    using Operations = std::vector<kiosk_protocol::RetouchOperation>;

    static ImagingConfig config() {
        ImagingConfig made;
        made.worker = PARVIS_IMAGE_WORKER;
        made.worker_arguments = {};
        return made;
    }

    template <class T>
    Result<T> await(auto const& order) {
        std::optional<Result<T>> told;
        order([&](Result<T> outcome) { told = std::move(outcome); });
        auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!told && std::chrono::steady_clock::now() < end) {
            io_.restart();
            io_.run_one_for(std::chrono::milliseconds(100));
        }
        return told ? std::move(*told) : Result<T>(fail(ErrorCode::timeout, "no answer within 60 s"));
    }
    Result<PagePicture> retouch(ByteView page, Operations const& operations) {
        return await<PagePicture>(
            [&](auto answer) { imaging_.retouch(page, operations, std::move(answer)); });
    }
    Result<Bytes> assemble(std::vector<ByteView> const& pages, bool black_and_white = false) {
        return await<Bytes>(
            [&](auto answer) { imaging_.assemble(pages, black_and_white, std::move(answer)); });
    }

    boost::asio::io_context io_;
    Imaging imaging_{io_, config()};
};

} // namespace parvis::kiosk
