// SPDX-License-Identifier: EUPL-1.2
// The scene that all boards are made from, and who is connected. Read again from the database whenever
// something has changed, at most one reading at a time; changes told while a reading is under way are applied
// on top of it. io thread.
#pragma once

#include "platform/http/workers.hpp"
#include "platform/time/instant.hpp"
#include "server/interview/board.hpp"
#include "server/interview/presence_service.hpp"
#include "server/interview/realtime_settings.hpp"

#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace parvis::interview {

class Floor {
  public:
    /// All must outlive this object. `on_scene` is called after every reading.
    Floor(boost::asio::io_context& io, http::Workers& workers, PresenceService& presence, Clock const& clock,
          RealtimeSettings const& settings, std::function<void()> on_scene);

    /// Reads the scene again. The number of the reading that will have seen everything up to now.
    std::uint64_t refresh();
    /// The number of the last reading that arrived; 0 before the first.
    std::uint64_t reading() const { return arrived_; }
    Scene const& scene() const { return scene_; }
    void apply(InterviewCard const& card);

    Attendance attendance() const;
    bool is_here(KioskId const& kiosk) const;
    bool has_link(AccountId const& adviser) const { return advisers_.contains(adviser); }

    void kiosk_came(KioskId const& kiosk);
    void kiosk_suspended(KioskId const& kiosk);
    void kiosk_went(KioskId const& kiosk);
    void adviser_came(AccountId const& adviser) { advisers_.insert(adviser); }
    void adviser_went(AccountId const& adviser) { advisers_.erase(adviser); }
    void desk_came(SiteId const& site) { ++desks_[site]; }
    void desk_went(SiteId const& site);

    /// Kiosks whose short cut has become a long one since the last call are offline from now on; true when
    /// there were any, or when the grace after the start has just run out.
    bool notice_absences();
    /// Advisers whose page was open before the start and who have not come back within the grace. Told once.
    std::vector<AccountId> never_returned();
    /// After the start everybody had the time to come back.
    bool is_grace_over() const;
    /// Nothing arrives any more.
    void stop();

  private:
    struct KioskPresence {
        Instant since;
        std::optional<Instant> cut_at;
        bool told_offline = false;
    };

    void read();
    SceneRequest request() const;
    void arrived(std::uint64_t number, Result<Scene> scene);

    http::Workers& workers_;
    PresenceService& presence_;
    Clock const& clock_;
    RealtimeSettings const& settings_;
    std::function<void()> on_scene_;
    boost::asio::steady_timer retry_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);

    Instant started_at_;
    bool grace_told_ = false;
    bool absentees_told_ = false;
    Scene scene_;
    std::vector<InterviewCard> told_while_reading_;
    std::uint64_t wanted_ = 0;
    std::uint64_t under_way_ = 0; // 0: none
    std::uint64_t arrived_ = 0;
    std::map<KioskId, KioskPresence> kiosks_;
    std::set<AccountId> advisers_;
    std::map<SiteId, int> desks_;
};

} // namespace parvis::interview
