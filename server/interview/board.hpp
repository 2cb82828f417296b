// SPDX-License-Identifier: EUPL-1.2
// What each page shows: who rings, which kiosk does what, which tiles a first screen has. Pure: from a scene,
// who is connected, and the moment. This is where one body is kept from seeing another body's interviews.
#pragma once

#include "server/identity/caller.hpp"
#include "server/interview/scene.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace parvis::interview {

/// Who is connected now. Kiosks: since when they are there; one that is not in it is offline.
struct Attendance {
    std::map<KioskId, Instant> kiosks;
    std::set<AccountId> advisers;
};

/// Rings that this adviser may take, oldest first. None while closed.
std::vector<RingView> rings_for(Scene const& scene, identity::Caller const& caller);
/// Kiosks of every site where a group of theirs has an offer; `offers` are those that they may start.
std::vector<KioskView> kiosks_for(Scene const& scene, identity::Caller const& caller,
                                  Attendance const& attendance, Instant now);
/// Kiosks of one site, for its front desk.
std::vector<KioskView> kiosks_at(Scene const& scene, SiteId const& site, Attendance const& attendance,
                                 Instant now);
std::vector<kiosk_protocol::SubjectTile> tiles_at(Scene const& scene, SiteId const& site,
                                                  Attendance const& attendance, Instant now);

/// Groups with an adviser who is connected and not closed.
std::set<AdviserGroupId> groups_present(Scene const& scene, Attendance const& attendance);
/// How many rings of the same group came before this one.
std::int64_t ahead_of(Scene const& scene, Interview const& interview);

} // namespace parvis::interview
