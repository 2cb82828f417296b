// SPDX-License-Identifier: EUPL-1.2
// Rules of signalling: who may pass what to whom. The payload is opaque. Pure.
#pragma once

#include "server/interview/console_link.hpp"
#include "server/interview/scene.hpp"

namespace parvis::interview {

using Signal = kiosk_protocol::from_kiosk::Signal;

inline constexpr std::size_t longest_signal = 64 * 1024; ///< bytes of JSON text

/// The running interview that this kiosk or this adviser is an end of. Errors: not_found "interview_unknown"
/// (also when the caller is not an end of it); conflict "interview_not_running"; too_large "signal_too_large"
/// (highest).
Result<InterviewCard const*> may_signal(Scene const& scene, Signal const& signal, KioskId const& kiosk);
Result<InterviewCard const*> may_signal(Scene const& scene, Signal const& signal, AccountId const& adviser);

} // namespace parvis::interview
