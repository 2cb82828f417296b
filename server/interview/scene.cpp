// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/scene.hpp"

#include <algorithm>

namespace parvis::interview {

void Scene::apply(InterviewCard const& card) {
    auto const& id = card.interview.interview_id;
    auto const known = live.find(id);
    if (known != live.end() && known->second.interview.revision > card.interview.revision) {
        return;
    }
    if (is_live(card.interview)) {
        live.insert_or_assign(id, card);
        return;
    }
    live.erase(id);
    if (auto const adviser = card.interview.adviser_id; adviser && advisers.contains(*adviser)) {
        auto& awaiting = advisers.at(*adviser).awaiting_outcome;
        if (card.interview.has_outcome && awaiting && awaiting->interview.interview_id == id) {
            awaiting.reset();
        }
    }
    if (auto const kiosk = kiosks.find(card.interview.kiosk_id); kiosk != kiosks.end()) {
        kiosk->second.last_ended_at = std::max(kiosk->second.last_ended_at, card.interview.ended_at);
    }
}

InterviewCard const* Scene::live_of(KioskId const& kiosk) const {
    auto const found = std::ranges::find_if(
        live, [&](auto const& entry) { return entry.second.interview.kiosk_id == kiosk; });
    return found == live.end() ? nullptr : &found->second;
}

InterviewCard const* Scene::live_of(AccountId const& adviser) const {
    auto const found = std::ranges::find_if(
        live, [&](auto const& entry) { return entry.second.interview.adviser_id == adviser; });
    return found == live.end() ? nullptr : &found->second;
}

} // namespace parvis::interview
