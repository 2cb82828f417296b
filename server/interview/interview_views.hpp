// SPDX-License-Identifier: EUPL-1.2
// An interview as each of its two ends is told of it. Pure.
#pragma once

#include "server/interview/console_link.hpp"
#include "server/interview/interview_card.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::interview {

/// `ahead`: people who waited before this one, told while it rings.
kiosk_protocol::KioskInterview kiosk_interview(InterviewCard const& card,
                                               std::vector<IceServer> const& ice_servers, std::int64_t ahead);
AdviserInterview adviser_interview(InterviewCard const& card, std::vector<IceServer> const& ice_servers,
                                   std::optional<std::string> const& grant);
RingView ring_view(InterviewCard const& card);

} // namespace parvis::interview
