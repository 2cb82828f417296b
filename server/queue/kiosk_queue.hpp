// SPDX-License-Identifier: EUPL-1.2
// What a kiosk shows of the queue: who is called there, who will be, and what was promised to them. Numbers
// and bodies only. Pure.
#pragma once

#include "kiosk_protocol/kiosk_queue.hpp"
#include "server/queue/line_view.hpp"
#include "server/queue/wall_view.hpp"

#include <map>
#include <vector>

namespace parvis::queue {

/// One line's part of what a kiosk shows.
struct KioskPart {
    std::optional<kiosk_protocol::KioskTurn> turn;
    std::vector<kiosk_protocol::KioskWait> waits; ///< in the order of the line, then who keeps a place
    std::optional<kiosk_protocol::KioskLineClosed> closed;
};

/// So many numbers can be read from a chair.
inline constexpr std::size_t most_at_kiosk = 6;

/// Who asked to be called back there; and everybody who waits at its site, when it is the only kiosk.
KioskPart part_at(Line const& line, std::vector<ShownTicket> const& shown, WallPlace const& place,
                  KioskId const& kiosk);
kiosk_protocol::KioskQueue joined(std::map<AdviserGroupId, KioskPart> const& parts);

} // namespace parvis::queue
