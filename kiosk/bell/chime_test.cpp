// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/bell/chime.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace parvis::kiosk {
namespace {

std::uint32_t number_at(std::string const& wav, std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, wav.data() + at, sizeof number);
    return number;
}

int loudest(std::string const& wav) {
    int peak = 0;
    for (std::size_t at = 44; at + 1 < wav.size(); at += 2) {
        std::int16_t sample = 0;
        std::memcpy(&sample, wav.data() + at, sizeof sample);
        peak = std::max(peak, std::abs(static_cast<int>(sample)));
    }
    return peak;
}

TEST(Chime, is_a_whole_wav_file) {
    auto const wav = chime_wav(Chime::call);
    EXPECT_EQ(wav.substr(0, 4), "RIFF");
    EXPECT_EQ(number_at(wav, 4), wav.size() - 8);
    EXPECT_EQ(number_at(wav, 24), 44'100U);
    EXPECT_EQ(number_at(wav, 40), wav.size() - 44);
}

TEST(Chime, that_calls_the_mediator_is_much_louder_and_longer_than_the_confirmation) {
    auto const call = chime_wav(Chime::call);
    auto const confirmation = chime_wav(Chime::confirmation);
    EXPECT_GT(loudest(call), 15'000);
    EXPECT_LT(loudest(call), 32'767) << "clipped";
    EXPECT_GT(loudest(confirmation), 1'500);
    EXPECT_LT(loudest(confirmation), loudest(call) / 3);
    EXPECT_GT(call.size(), 3 * confirmation.size());
}

} // namespace
} // namespace parvis::kiosk
