// SPDX-License-Identifier: EUPL-1.2
// Everything that boards are made of, as one consistent reading of the database. A plain value: read on a
// worker, kept and corrected by later changes on the io thread.
#pragma once

#include "server/fleet/kiosk_health.hpp"
#include "server/interview/interview_card.hpp"
#include "server/interview/presence.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace parvis::interview {

/// Whose boards will be made.
struct SceneRequest {
    std::set<AccountId> advisers;
    std::set<SiteId> desks;
    std::set<KioskId> kiosks;
    Instant outcome_since; ///< interviews that ended before do not ask for their outcome any more
};

struct AdviserStanding {
    Availability availability = Availability::closed;
    std::vector<AdviserGroupId> groups;
    std::vector<KioskId>
        kiosks; ///< of every site where a group of theirs has an offer, in the order of boards
    std::optional<InterviewCard> awaiting_outcome;
};

struct KioskStanding {
    network::KioskPlace place;
    fleet::KioskHealth health;
    Bell bell;
    std::optional<Instant> last_ended_at;
};

struct Scene {
    std::map<InterviewId, InterviewCard> live;
    std::map<AccountId, AdviserStanding> advisers;
    std::map<AccountId, AdviserPresence> were_linked; ///< as written before the last stop or crash, and since
    std::map<KioskId, KioskStanding> kiosks;
    std::map<SiteId, kiosk_protocol::SiteCard> sites;
    std::map<SiteId, std::vector<network::Offer>> offers;
    std::map<SiteId, std::vector<KioskId>> kiosks_of_site;

    /// A change told by the feed: replaces what is older, forgets what has ended.
    void apply(InterviewCard const& card);
    InterviewCard const* live_of(KioskId const& kiosk) const;
    InterviewCard const* live_of(AccountId const& adviser) const;
};

} // namespace parvis::interview
