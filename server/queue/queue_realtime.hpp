// SPDX-License-Identifier: EUPL-1.2
// The realtime part of the queue, put together: boards of lines, and links of screens. Made by the
// composition root; lives on the io thread.
#pragma once

#include "platform/ws/link_server.hpp"
#include "server/queue/queue_board_hub.hpp"
#include "server/queue/wall_hub.hpp"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace parvis::queue {

class QueueRealtime {
  public:
    /// What it stands on; all must outlive it. `tell` and the groups are those of consoles and desks.
    struct Ground {
        boost::asio::io_context& io;
        http::Workers& workers;
        Clock const& clock;
        QueueService& queue;
        WallService& walls;
        std::function<void(ws::LinkId const&, boost::json::object)> tell;
        std::function<std::vector<AdviserGroupId>(AccountId const&)> groups_of;
        std::function<std::map<AdviserGroupId, int>()> on_duty;
        /// To a kiosk's daemon.
        KioskQueueHub::Tell tell_kiosk;
    };

    /// Subscribes to the lines: before anything runs.
    explicit QueueRealtime(Ground ground);
    /// As stop().
    ~QueueRealtime();
    QueueRealtime(QueueRealtime const&) = delete;
    QueueRealtime& operator=(QueueRealtime const&) = delete;

    QueueBoardHub& boards() { return boards_; }
    ws::LinkServer& wall_links() { return wall_links_; } ///< "/api/v1/wall-link"

    void start() { boards_.start(); }
    /// Before the workers stop. Idempotent.
    void stop();
    /// Its screen goes dark at once. Any thread.
    void revoked(WallId const& wall);

  private:
    /// Passes what was told on a worker to the boards.
    LineFeed::Listener on_io(void (QueueBoardHub::*hear)(std::vector<AdviserGroupId> const&));

    boost::asio::io_context& io_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    WallHub wall_hub_;
    ws::LinkServer wall_links_;
    QueueBoardHub boards_;
};

} // namespace parvis::queue
