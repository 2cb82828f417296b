// SPDX-License-Identifier: EUPL-1.2
// Who rings at a kiosk for one group of advisers, for the queue: they wait as everybody does. Reads only;
// worker thread.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/network/offer.hpp"

#include <optional>
#include <vector>

namespace parvis::interview {

struct WaitingRing {
    InterviewId interview_id;
    SiteId site_id;
    Instant requested_at;
};

/// The longest wait first.
std::vector<WaitingRing> rings_of(db::Session& session, network::AdviserGroupId const& group);

/// Whose ring the adviser has accepted and still talks to.
std::optional<InterviewId> accepted_ring_of(db::Session& session, AccountId const& adviser);

} // namespace parvis::interview
