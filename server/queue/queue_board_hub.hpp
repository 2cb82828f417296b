// SPDX-License-Identifier: EUPL-1.2
// Keeps everybody told of the lines that they follow: consoles, desks and kiosks on their own links, screens
// through the wall hub. A changed line is read once, however many follow it; changes during a reading, and
// for a moment after it, wait for the next one. io thread.
#pragma once

#include "platform/http/workers.hpp"
#include "platform/ws/protocol.hpp"
#include "server/queue/kiosk_queue_hub.hpp"
#include "server/queue/queue_service.hpp"
#include "server/queue/wall_hub.hpp"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace parvis::queue {

class QueueBoardHub {
  public:
    /// What the hub works with; all must outlive it.
    struct Surroundings {
        QueueService& queue;
        http::Workers& workers;
        WallHub& walls;
        /// To a console or a desk.
        std::function<void(ws::LinkId const&, boost::json::object)> tell;
        std::function<std::vector<AdviserGroupId>(AccountId const&)> groups_of;
        /// How many advisers of each group answer now.
        std::function<std::map<AdviserGroupId, int>()> on_duty;
        KioskQueueHub::Tell tell_kiosk;
    };

    explicit QueueBoardHub(Surroundings surroundings);
    QueueBoardHub(QueueBoardHub const&) = delete;
    QueueBoardHub& operator=(QueueBoardHub const&) = delete;

    void console_came(ws::LinkId const& link, identity::Caller const& caller);
    void desk_came(ws::LinkId const& link, SiteId const& site);
    void wall_came(SiteId const& site) { read_place(site); }
    void kiosk_came(ws::LinkId const& link, KioskId const& kiosk, SiteId const& site);
    void went(ws::LinkId const& link);
    /// Any of these lines has changed, or somebody new follows it.
    void changed(std::vector<AdviserGroupId> const& groups);
    /// Who is there may have changed.
    void attendance_changed();
    /// Kiosks have come or gone.
    void kiosks_changed();
    /// One of these groups' appointments has changed.
    void appointments_changed(std::vector<AdviserGroupId> const& groups);
    /// Reads everything now and then: waits grow, days and closings end, and another server may have changed
    /// a line.
    void start();
    /// Nothing arrives any more.
    void stop();

  private:
    /// One message for all who get the same one.
    struct Said {
        boost::json::object message;
        std::string text;
    };
    struct Console {
        identity::Caller caller;
        std::map<AdviserGroupId, std::shared_ptr<Said const>> told;
        std::map<AdviserGroupId, TicketView> held;
        std::string told_held;
    };
    struct Desk {
        SiteId site;
        std::map<AdviserGroupId, std::string> told;
    };

    std::vector<AdviserGroupId> groups_of(Console const& console) const;
    std::set<AdviserGroupId> followed() const;
    std::set<SiteId> sites() const;
    std::vector<BoardWish> wishes();
    void read_place(SiteId const& site);
    void read();
    void arrived(Result<std::vector<LineBoard>> boards);
    void tell_consoles(LineBoard const& board);
    void tell_held(ws::LinkId const& link, Console& console, LineBoard const& board);
    void tell_desks(LineBoard const& board);
    void rest(std::chrono::milliseconds pause);
    void look_again();

    Surroundings with_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    boost::asio::steady_timer pause_;
    boost::asio::steady_timer again_;
    std::map<ws::LinkId, Console> consoles_;
    std::map<ws::LinkId, Desk> desks_;
    std::map<SiteId, std::shared_ptr<WallPlace const>> places_; // of desks and screens
    std::set<AdviserGroupId> dirty_;
    std::map<AdviserGroupId, int> on_duty_;
    KioskQueueHub kiosks_;
    bool resting_ = false; // reading, or just after it
};

} // namespace parvis::queue
