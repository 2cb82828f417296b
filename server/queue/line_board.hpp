// SPDX-License-Identifier: EUPL-1.2
// One line, read once and cut for everybody who follows it: the advisers of its group, the desks, screens
// and kiosks of its sites. Pure.
#pragma once

#include "server/queue/kiosk_queue.hpp"
#include "server/queue/line_view.hpp"
#include "server/queue/wall_view.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string_view>

namespace parvis::queue {

/// Whose part of a line is wanted, besides that of its advisers.
struct BoardWish {
    AdviserGroupId group_id;
    std::set<SiteId> desks;
    std::map<SiteId, std::shared_ptr<WallPlace const>> walls;
    std::map<KioskId, std::shared_ptr<WallPlace const>> kiosks;
};

struct LineBoard {
    AdviserGroupId group_id;
    PartnerId partner_id;
    LineView for_advisers;                ///< the first of a long line, with what any of them may do
    std::map<AccountId, TicketView> held; ///< by the adviser who holds it, with what they may do
    std::map<SiteId, LineView> at_desks;
    std::map<SiteId, WallLine> at_walls;
    std::map<KioskId, KioskPart> at_kiosks;
};

/// A page shows so many of a line, and so many more who are held, away or parked.
inline constexpr std::size_t most_shown = 60;
inline constexpr std::size_t most_shown_aside = 40;
inline constexpr std::size_t most_shown_at_desk = 300;

using NamesOf = std::function<TicketNames(QueueTicket const&)>;

/// `names` is asked only for tickets that are shown.
LineBoard board_of(Line const& line, BoardWish const& wish, NamesOf const& names, Instant now);

namespace to_console { // server -> adviser's console, and front desk

/// After the snapshot for each line, and whenever one has changed; a desk is told its own site's part.
struct QueueLine {
    static constexpr std::string_view type = "queue_line";
    static constexpr std::string_view schema_name = "ToConsoleQueueLine";
    LineView line;
};
BOOST_DESCRIBE_STRUCT(QueueLine, (), (line))

/// To advisers of a group: one of its appointments has changed; who shows them reads them again.
struct AppointmentsChanged {
    static constexpr std::string_view type = "appointments_changed";
    static constexpr std::string_view schema_name = "ToConsoleAppointmentsChanged";
    AdviserGroupId group_id;
};
BOOST_DESCRIBE_STRUCT(AppointmentsChanged, (), (group_id))

/// To an adviser: whom they have called or are with; nobody when absent.
struct HeldTicket {
    static constexpr std::string_view type = "held_ticket";
    static constexpr std::string_view schema_name = "ToConsoleHeldTicket";
    std::optional<TicketView> ticket;
};
BOOST_DESCRIBE_STRUCT(HeldTicket, (), (ticket))

} // namespace to_console

} // namespace parvis::queue
