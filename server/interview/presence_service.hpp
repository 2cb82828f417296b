// SPDX-License-Identifier: EUPL-1.2
// Use cases around presence: availability of advisers, the bell, what a kiosk says of its devices, and the
// reading that boards are made from. Worker thread.
#pragma once

#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/interview/scene_store.hpp"

#include <chrono>
#include <set>
#include <vector>

namespace parvis::interview {

class PresenceService {
  public:
    /// All must outlive this object.
    PresenceService(db::Database& database, Clock const& clock);

    /// Advisers only: forbidden "not_an_adviser".
    Result<void> set_availability(identity::Caller const& caller, Availability availability);
    /// Whether a page of the adviser is open.
    Result<void> set_linked(AccountId const& adviser, bool linked);
    /// Who signs out answers nobody until they say so again.
    Result<void> sign_out(AccountId const& adviser);

    /// The citizen's touch on the bell. Ringing twice changes nothing.
    Result<void> ring_bell(KioskId const& kiosk, bool ringing);
    /// The mediator of the site is on the way; forbidden "not_your_site", conflict "bell_silent".
    Result<void> answer_bell(identity::Caller const& caller, KioskId const& kiosk);
    /// Bells that were answered longer ago than this fall silent. True when there were any.
    Result<bool> silence_bells(std::chrono::milliseconds answered_for);

    Result<void> keep_report(KioskId const& kiosk, kiosk_protocol::DeviceReport const& report);
    Result<void> keep_self_test(KioskId const& kiosk, kiosk_protocol::SelfTestReport const& report);
    Result<void> keep_seen(KioskId const& kiosk);
    /// Which kiosks have a link, for everybody who is called to one: after a start those that never had one
    /// are away, then those that come and go, and once everybody had the time to come back, exactly these.
    Result<void> start_of_links();
    Result<void> keep_links(std::vector<KioskId> const& came, std::vector<KioskId> const& went);
    Result<void> keep_only_links(std::set<KioskId> const& here);

    Result<Scene> scene(SceneRequest const& request);

  private:
    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::interview
