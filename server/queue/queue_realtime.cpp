// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_realtime.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace parvis::queue {

QueueRealtime::QueueRealtime(Ground ground)
    : io_(ground.io), wall_hub_(ground.walls, ground.workers, ground.clock),
      wall_links_(ground.io, wall_hub_, ground.clock),
      boards_({ground.queue, ground.workers, wall_hub_, std::move(ground.tell), std::move(ground.groups_of),
               std::move(ground.on_duty), std::move(ground.tell_kiosk)}) {
    wall_hub_.attach(wall_links_, [this](SiteId const& site) { boards_.wall_came(site); });
    ground.queue.lines_changed().subscribe(on_io(&QueueBoardHub::changed));
    ground.queue.appointments_changed().subscribe(on_io(&QueueBoardHub::appointments_changed));
}

LineFeed::Listener QueueRealtime::on_io(void (QueueBoardHub::*hear)(std::vector<AdviserGroupId> const&)) {
    return [this, hear, weak = std::weak_ptr(alive_)](std::vector<AdviserGroupId> const& groups) {
        boost::asio::post(io_, [this, hear, weak, groups] {
            if (!weak.expired()) {
                (boards_.*hear)(groups);
            }
        });
    };
}

QueueRealtime::~QueueRealtime() {
    stop();
}

void QueueRealtime::stop() {
    alive_.reset();
    boards_.stop();
    wall_hub_.stop();
}

void QueueRealtime::revoked(WallId const& wall) {
    boost::asio::post(io_, [this, weak = std::weak_ptr(alive_), wall] {
        if (!weak.expired()) {
            wall_hub_.revoked(wall);
        }
    });
}

} // namespace parvis::queue
