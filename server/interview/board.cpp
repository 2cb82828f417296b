// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/board.hpp"

#include "server/interview/interview_policy.hpp"
#include "server/interview/interview_views.hpp"

#include <algorithm>

namespace parvis::interview {

using identity::Caller;

namespace {

KioskActivity activity_of(InterviewState state) {
    switch (state) {
    case InterviewState::ringing:
        return KioskActivity::ringing;
    case InterviewState::calling:
        return KioskActivity::calling;
    case InterviewState::running:
        return KioskActivity::in_interview;
    case InterviewState::ended:
        break;
    }
    return KioskActivity::free;
}

/// An interview goes on without the kiosk's link, so it is told before "offline".
void tell_activity(KioskView& view, KioskStanding const& standing, InterviewCard const* held,
                   Attendance const& attendance) {
    auto const connected = attendance.kiosks.find(view.kiosk_id);
    if (held != nullptr) {
        view.activity = activity_of(held->interview.state);
        view.since = held->interview.accepted_at.value_or(held->interview.requested_at);
        view.partner_acronym = held->offer.partner.acronym;
    } else if (connected == attendance.kiosks.end()) {
        view.activity = KioskActivity::offline;
        view.since = standing.health.last_seen_at.value_or(Instant{});
    } else {
        view.activity = KioskActivity::free;
        view.since = std::max(connected->second, standing.last_ended_at.value_or(Instant{}));
    }
}

template <class MayStart>
KioskView kiosk_view(Scene const& scene, KioskStanding const& standing, Attendance const& attendance,
                     std::set<AdviserGroupId> const& present, Instant now, MayStart may_start) {
    KioskView view;
    view.kiosk_id = standing.place.kiosk.kiosk_id;
    view.name = standing.place.kiosk.name;
    view.room = standing.place.kiosk.room;
    view.site_id = standing.place.site.site_id;
    view.site_name = standing.place.site.name;
    view.devices = standing.health.devices;
    view.devices_at = standing.health.reported_at;
    view.bell = standing.bell.state;
    if (standing.bell.state != BellState::silent) {
        view.bell_since = standing.bell.since;
    }
    tell_activity(view, standing, scene.live_of(view.kiosk_id), attendance);
    if (auto const offers = scene.offers.find(view.site_id); offers != scene.offers.end()) {
        for (auto const& offer : offers->second) {
            if (may_start(offer)) {
                view.offers.push_back(network::entry_of(offer, present, now, standing.place.site.time_zone));
            }
        }
    }
    return view;
}

AdviserStanding const* standing_of(Scene const& scene, AccountId const& adviser) {
    auto const found = scene.advisers.find(adviser);
    return found == scene.advisers.end() ? nullptr : &found->second;
}

} // namespace

std::vector<RingView> rings_for(Scene const& scene, Caller const& caller) {
    std::vector<RingView> rings;
    auto const* adviser = standing_of(scene, caller.account_id);
    if (adviser == nullptr || adviser->availability == Availability::closed) {
        return rings;
    }
    for (auto const& [id, card] : scene.live) {
        auto const& interview = card.interview;
        if (interview.state == InterviewState::ringing &&
            may_answer_for(caller, adviser->groups, interview.partner_id, interview.group_id)) {
            rings.push_back(ring_view(card));
        }
    }
    std::ranges::sort(rings, [](RingView const& a, RingView const& b) {
        return std::tie(a.requested_at, a.interview_id) < std::tie(b.requested_at, b.interview_id);
    });
    return rings;
}

std::vector<KioskView> kiosks_for(Scene const& scene, Caller const& caller, Attendance const& attendance,
                                  Instant now) {
    std::vector<KioskView> views;
    auto const* adviser = standing_of(scene, caller.account_id);
    if (adviser == nullptr) {
        return views;
    }
    auto const present = groups_present(scene, attendance);
    for (auto const& kiosk : adviser->kiosks) {
        auto const standing = scene.kiosks.find(kiosk);
        if (standing == scene.kiosks.end()) {
            continue;
        }
        auto view =
            kiosk_view(scene, standing->second, attendance, present, now, [&](network::Offer const& offer) {
                return may_answer_for(caller, adviser->groups, offer.partner_id, offer.group_id);
            });
        auto const* held = scene.live_of(kiosk);
        if (held != nullptr && caller.adviser_for(held->interview.partner_id) != nullptr) {
            view.interview_id = held->interview.interview_id;
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<KioskView> kiosks_at(Scene const& scene, SiteId const& site, Attendance const& attendance,
                                 Instant now) {
    std::vector<KioskView> views;
    auto const kiosks = scene.kiosks_of_site.find(site);
    if (kiosks == scene.kiosks_of_site.end()) {
        return views;
    }
    auto const present = groups_present(scene, attendance);
    for (auto const& kiosk : kiosks->second) {
        if (auto const standing = scene.kiosks.find(kiosk); standing != scene.kiosks.end()) {
            auto view = kiosk_view(scene, standing->second, attendance, present, now,
                                   [](network::Offer const&) { return true; });
            // The desk takes rings back and answers calls, so it must be able to name them.
            if (auto const* held = scene.live_of(kiosk)) {
                view.interview_id = held->interview.interview_id;
            }
            views.push_back(std::move(view));
        }
    }
    return views;
}

std::vector<kiosk_protocol::SubjectTile> tiles_at(Scene const& scene, SiteId const& site,
                                                  Attendance const& attendance, Instant now) {
    auto const card = scene.sites.find(site);
    auto const offers = scene.offers.find(site);
    if (card == scene.sites.end() || offers == scene.offers.end()) {
        return {};
    }
    return network::tiles_of(offers->second, groups_present(scene, attendance), now, card->second.time_zone);
}

std::set<AdviserGroupId> groups_present(Scene const& scene, Attendance const& attendance) {
    std::set<AdviserGroupId> present;
    for (auto const& account : attendance.advisers) {
        auto const* adviser = standing_of(scene, account);
        if (adviser != nullptr && adviser->availability != Availability::closed) {
            present.insert(adviser->groups.begin(), adviser->groups.end());
        }
    }
    return present;
}

std::int64_t ahead_of(Scene const& scene, Interview const& interview) {
    return std::ranges::count_if(scene.live, [&](auto const& entry) {
        auto const& other = entry.second.interview;
        return other.state == InterviewState::ringing && other.group_id == interview.group_id &&
               std::tie(other.requested_at, other.interview_id) <
                   std::tie(interview.requested_at, interview.interview_id);
    });
}

} // namespace parvis::interview
