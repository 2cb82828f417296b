// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/bell/chime.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace parvis::kiosk {
namespace {

constexpr double sample_rate = 44'100;

struct Stroke {
    double at_seconds;
    double hertz;
    double loudness; ///< 0..1
};

void add_stroke(std::vector<double>& sound, Stroke const& stroke) {
    constexpr double length_seconds = 1.2;
    auto const first = static_cast<std::size_t>(stroke.at_seconds * sample_rate);
    auto const count = static_cast<std::size_t>(length_seconds * sample_rate);
    sound.resize(std::max(sound.size(), first + count));
    for (std::size_t i = 0; i < count; ++i) {
        auto const seconds = static_cast<double>(i) / sample_rate;
        auto const attack = std::min(1.0, seconds / 0.005);
        auto const angle = 2 * std::numbers::pi * stroke.hertz * seconds;
        auto const partials = std::sin(angle) + 0.4 * std::sin(2.01 * angle) * std::exp(-4 * seconds) +
                              0.2 * std::sin(3.98 * angle) * std::exp(-8 * seconds);
        sound[first + i] += stroke.loudness * attack * std::exp(-3.5 * seconds) * partials / 1.6;
    }
}

std::vector<double> sound_of(Chime chime) {
    std::vector<double> sound;
    if (chime == Chime::confirmation) {
        add_stroke(sound, {0, 659.26, 0.15});
        return sound;
    }
    for (int repeat = 0; repeat < 3; ++repeat) {
        add_stroke(sound, {repeat * 1.6, 659.26, 0.7});
        add_stroke(sound, {repeat * 1.6 + 0.6, 523.25, 0.7});
    }
    return sound;
}

void append_number(std::string& wav, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        wav += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

} // namespace

std::string chime_wav(Chime chime) {
    auto const sound = sound_of(chime);
    auto const rate = static_cast<std::uint32_t>(sample_rate);
    auto const sound_bytes = static_cast<std::uint32_t>(sound.size() * 2);
    std::string wav = "RIFF";
    append_number(wav, 36 + sound_bytes, 4);
    wav += "WAVEfmt ";
    append_number(wav, 16, 4);
    append_number(wav, 1, 2); // PCM
    append_number(wav, 1, 2); // mono
    append_number(wav, rate, 4);
    append_number(wav, rate * 2, 4);
    append_number(wav, 2, 2);
    append_number(wav, 16, 2);
    wav += "data";
    append_number(wav, sound_bytes, 4);
    for (auto const sample : sound) {
        auto const level = static_cast<std::int16_t>(std::lround(std::clamp(sample, -1.0, 1.0) * 32'767));
        append_number(wav, static_cast<std::uint16_t>(level), 2);
    }
    return wav;
}

} // namespace parvis::kiosk
