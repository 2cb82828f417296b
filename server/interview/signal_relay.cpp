// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/signal_relay.hpp"

#include "platform/json/parse.hpp"

namespace parvis::interview {

namespace {

template <class IsEnd>
Result<InterviewCard const*> check(Scene const& scene, Signal const& signal, IsEnd is_end) {
    auto const found = scene.live.find(signal.interview_id);
    if (found == scene.live.end() || !is_end(found->second.interview)) {
        return fail(ErrorCode::not_found, "interview_unknown", "/interview_id");
    }
    if (found->second.interview.state != InterviewState::running) {
        return fail(ErrorCode::conflict, "interview_not_running", "/interview_id");
    }
    if (json::serialize(signal.payload).size() > longest_signal) {
        return fail(ErrorCode::too_large, "signal_too_large", "/payload",
                    {{"highest", std::to_string(longest_signal)}});
    }
    return &found->second;
}

} // namespace

Result<InterviewCard const*> may_signal(Scene const& scene, Signal const& signal, KioskId const& kiosk) {
    return check(scene, signal, [&](Interview const& interview) { return interview.kiosk_id == kiosk; });
}

Result<InterviewCard const*> may_signal(Scene const& scene, Signal const& signal, AccountId const& adviser) {
    return check(scene, signal, [&](Interview const& interview) { return interview.adviser_id == adviser; });
}

} // namespace parvis::interview
