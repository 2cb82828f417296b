// SPDX-License-Identifier: EUPL-1.2
// The sounds of the kiosk's bell, made from sums of sines: no sound file is needed.
#pragma once

#include <string>

namespace parvis::kiosk {

enum class Chime {
    call, ///< loud, three times two strokes, about 5 s: somebody calls the mediator and there is no network
    confirmation ///< soft, one stroke: the bell rings at the front desk
};

/// A whole WAV file: PCM, 16 bit, mono, 44,100 Hz.
std::string chime_wav(Chime chime);

} // namespace parvis::kiosk
