// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/presence_service.hpp"

#include "server/fleet/kiosk_health_shared_store.hpp"
#include "server/interview/presence_store.hpp"
#include "server/interview/scene_store.hpp"
#include "server/network/directory_shared_store.hpp"

#include <algorithm>
#include <iterator>

namespace parvis::interview {

using identity::Caller;
using identity::Role;

PresenceService::PresenceService(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock) {}

Result<void> PresenceService::set_availability(Caller const& caller, Availability availability) {
    if (!caller.has(Role::adviser)) {
        return fail(ErrorCode::forbidden, "not_an_adviser");
    }
    return database_.write([&](db::Session& session) -> Result<void> {
        save_availability(session, caller.account_id, availability, clock_.now());
        return {};
    });
}

Result<void> PresenceService::set_linked(AccountId const& adviser, bool linked) {
    return database_.write([&](db::Session& session) -> Result<void> {
        save_linked(session, adviser, linked, clock_.now());
        return {};
    });
}

Result<void> PresenceService::sign_out(AccountId const& adviser) {
    return database_.write([&](db::Session& session) -> Result<void> {
        save_availability(session, adviser, Availability::closed, clock_.now());
        save_linked(session, adviser, false, clock_.now());
        return {};
    });
}

Result<void> PresenceService::ring_bell(KioskId const& kiosk, bool ringing) {
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const wanted = ringing ? BellState::ringing : BellState::silent;
        if (bell_of(session, kiosk).state != wanted) {
            save_bell(session, kiosk, wanted, clock_.now());
        }
        return {};
    });
}

Result<void> PresenceService::answer_bell(Caller const& caller, KioskId const& kiosk) {
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const place = network::place_of_kiosk(session, kiosk);
        if (!place) {
            return place.error();
        }
        if (caller.mediator_at(place->site.site_id) == nullptr) {
            return fail(ErrorCode::forbidden, "not_your_site");
        }
        switch (bell_of(session, kiosk).state) {
        case BellState::ringing:
            save_bell(session, kiosk, BellState::answered, clock_.now());
            return {};
        case BellState::answered:
            return {};
        case BellState::silent:
            break;
        }
        return fail(ErrorCode::conflict, "bell_silent");
    });
}

Result<bool> PresenceService::silence_bells(std::chrono::milliseconds answered_for) {
    auto const now = clock_.now();
    // Asked every second: the writer is disturbed only when there is something to write.
    auto const any = database_.read([&](db::Session& session) -> Result<bool> {
        return has_answered_bells(session, now - answered_for);
    });
    if (!any || !*any) {
        return any;
    }
    return database_.write([&](db::Session& session) -> Result<bool> {
        return silence_answered_bells(session, now - answered_for, now);
    });
}

Result<void> PresenceService::keep_report(KioskId const& kiosk, kiosk_protocol::DeviceReport const& report) {
    return database_.write([&](db::Session& session) -> Result<void> {
        fleet::save_report(session, kiosk, report, clock_.now());
        return {};
    });
}

Result<void> PresenceService::keep_self_test(KioskId const& kiosk,
                                             kiosk_protocol::SelfTestReport const& report) {
    return database_.write([&](db::Session& session) -> Result<void> {
        fleet::save_self_test(session, kiosk, {clock_.now(), report});
        return {};
    });
}

Result<void> PresenceService::keep_seen(KioskId const& kiosk) {
    return database_.write([&](db::Session& session) -> Result<void> {
        fleet::save_seen(session, kiosk, clock_.now());
        return {};
    });
}

Result<void> PresenceService::start_of_links() {
    return database_.write([&](db::Session& session) -> Result<void> {
        fleet::save_never_seen_away(session, clock_.now());
        return {};
    });
}

Result<void> PresenceService::keep_links(std::vector<KioskId> const& came, std::vector<KioskId> const& went) {
    return database_.write([&](db::Session& session) -> Result<void> {
        for (auto const& kiosk : came) {
            fleet::save_here(session, kiosk);
        }
        for (auto const& kiosk : went) {
            fleet::save_away(session, kiosk, clock_.now());
        }
        return {};
    });
}

Result<void> PresenceService::keep_only_links(std::set<KioskId> const& here) {
    // Asked every minute: the writer is disturbed only when something was missed.
    auto const known = database_.read(
        [&](db::Session& session) -> Result<std::vector<KioskId>> { return fleet::kiosks_here(session); });
    if (!known) {
        return known.error();
    }
    std::vector<KioskId> went;
    std::ranges::copy_if(*known, std::back_inserter(went),
                         [&](KioskId const& kiosk) { return !here.contains(kiosk); });
    std::vector<KioskId> came;
    std::ranges::copy_if(here, std::back_inserter(came), [&](KioskId const& kiosk) {
        return std::ranges::find(*known, kiosk) == known->end();
    });
    return came.empty() && went.empty() ? Result<void>() : keep_links(came, went);
}

Result<Scene> PresenceService::scene(SceneRequest const& request) {
    return database_.read(
        [&](db::Session& session) -> Result<Scene> { return read_scene(session, request); });
}

} // namespace parvis::interview
