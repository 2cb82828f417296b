// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/realtime_access.hpp"

namespace parvis::interview {

namespace {

// A town hall's clock is rarely exact; a grant must not be refused for that.
constexpr std::chrono::minutes clock_tolerance{5};

} // namespace

Access const& CallAccess::of(Interview const& interview, Instant now) {
    static Access const none;
    if (interview.state != InterviewState::running || !interview.adviser_id) {
        return none;
    }
    auto& access = made_[interview.interview_id];
    if (now >= access.renew_at) {
        access = make(interview, now);
    }
    return access;
}

Access CallAccess::make(Interview const& interview, Instant now) const {
    auto const& relay = settings_.relay;
    kiosk_protocol::Grant grant;
    grant.interview_id = interview.interview_id;
    grant.kiosk_id = interview.kiosk_id;
    grant.adviser_id = interview.adviser_id.value();
    grant.actions = {"scan", "print", "show"};
    grant.not_before = now - clock_tolerance;
    grant.expires_at = now + relay.longest_interview + relay.margin;
    return {ice_servers(relay, interview.kiosk_id.text(), now),
            ice_servers(relay, grant.adviser_id.text(), now), key_.sign(grant),
            now + settings_.renew_access_every};
}

} // namespace parvis::interview
