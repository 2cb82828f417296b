// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/scene_store.hpp"

#include "server/fleet/kiosk_health_shared_store.hpp"
#include "server/interview/interview_card_store.hpp"
#include "server/interview/interview_store.hpp"
#include "server/interview/presence_store.hpp"
#include "server/network/directory_shared_store.hpp"

namespace parvis::interview {

namespace {

void add_site(db::Session& session, Scene& scene, SiteId const& site) {
    if (scene.sites.contains(site)) {
        return;
    }
    auto card = network::site_card(session, site);
    if (!card) {
        return;
    }
    scene.sites.emplace(site, std::move(*card));
    scene.offers.emplace(site, network::offers_at_site(session, site));
}

KioskId add_kiosk(db::Session& session, Scene& scene, network::KioskPlace place) {
    auto kiosk = place.kiosk.kiosk_id;
    add_site(session, scene, place.site.site_id);
    if (!scene.kiosks.contains(kiosk)) {
        scene.kiosks.emplace(kiosk, KioskStanding{std::move(place), fleet::health_of(session, kiosk),
                                                  bell_of(session, kiosk), last_ended_at(session, kiosk)});
    }
    return kiosk;
}

AdviserStanding adviser_standing(db::Session& session, Scene& scene, AccountId const& account,
                                 Instant since) {
    AdviserStanding standing;
    standing.availability = presence_of(session, account).availability;
    standing.groups = network::groups_of(session, account);
    for (auto& place : network::kiosks_served_by(session, standing.groups)) {
        standing.kiosks.push_back(add_kiosk(session, scene, std::move(place)));
    }
    if (auto ended = awaiting_outcome(session, account, since)) {
        standing.awaiting_outcome = card_of(session, std::move(*ended));
    }
    return standing;
}

} // namespace

Scene read_scene(db::Session& session, SceneRequest const& request) {
    Scene scene;
    for (auto& interview : live_interviews(session)) {
        auto const id = interview.interview_id;
        scene.live.emplace(id, card_of(session, std::move(interview)));
    }
    for (auto const& presence : linked_advisers(session)) {
        scene.were_linked.emplace(presence.account_id, presence);
    }
    auto advisers = request.advisers;
    for (auto const& [account, presence] : scene.were_linked) {
        advisers.insert(account);
    }
    for (auto const& account : advisers) {
        scene.advisers.emplace(account, adviser_standing(session, scene, account, request.outcome_since));
    }
    for (auto const& site : request.desks) {
        add_site(session, scene, site);
        auto& kiosks = scene.kiosks_of_site[site];
        for (auto& place : network::kiosks_of_site(session, site)) {
            kiosks.push_back(add_kiosk(session, scene, std::move(place)));
        }
    }
    for (auto const& kiosk : request.kiosks) {
        if (auto place = network::place_of_kiosk(session, kiosk)) {
            add_kiosk(session, scene, std::move(*place));
        }
    }
    return scene;
}

} // namespace parvis::interview
