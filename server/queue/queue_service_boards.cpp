// SPDX-License-Identifier: EUPL-1.2
// Lines for everybody who follows them, and where somebody may be handed on to.
#include "server/network/directory_shared_store.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/queue/queue_policy.hpp"
#include "server/queue/queue_service.hpp"
#include "server/queue/queue_service_reading.hpp"

#include <algorithm>
#include <set>

namespace parvis::queue {

using identity::Caller;

Result<std::vector<LineBoard>> QueueService::boards(std::vector<BoardWish> const& wishes) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<std::vector<LineBoard>> {
        std::vector<LineBoard> boards;
        Names names(session);
        for (auto const& wish : wishes) {
            auto const body = body_of(session, wish.group_id);
            if (!body) {
                continue;
            }
            names.read(wish.group_id);
            auto board = board_of(
                read_line(session, wish.group_id, now), wish,
                [&](QueueTicket const& ticket) { return names.of(ticket); }, now);
            board.partner_id = body->partner_id;
            board.for_advisers.acronym = body->acronym;
            for (auto& [site, line] : board.at_desks) {
                line.acronym = body->acronym;
            }
            boards.push_back(std::move(board));
        }
        return boards;
    });
}

void QueueService::tell_around(std::vector<AdviserGroupId> groups, SiteId const& site) {
    auto const others = database_.read([&](db::Session& session) -> Result<std::vector<AdviserGroupId>> {
        return groups_in_line_at(session, site);
    });
    if (others) {
        groups.insert(groups.end(), others->begin(), others->end());
    }
    if (!groups.empty()) {
        lines_.tell(groups);
    }
}

void QueueService::appointment_changed(scheduling::Appointment const& appointment) {
    appointments_.tell({appointment.group_id});
    if (!scheduling::is_over(appointment.state)) {
        return;
    }
    auto const ticket = database_.read([&](db::Session& session) -> Result<std::optional<QueueTicket>> {
        return find_ticket_of(session, appointment.appointment_id);
    });
    // Handed on to another body since they came, perhaps.
    if (ticket && *ticket) {
        tell_around({(*ticket)->group_id}, (*ticket)->site_id);
    }
}

Result<WallPlace> QueueService::place_of(SiteId const& site) {
    return database_.read([&](db::Session& session) -> Result<WallPlace> {
        auto card = network::site_card(session, site);
        if (!card) {
            return card.error();
        }
        WallPlace place{std::move(*card), network::offers_at_site(session, site), {}};
        for (auto const& kiosk : network::kiosks_of_site(session, site)) {
            place.kiosks.push_back(kiosk.kiosk);
        }
        return place;
    });
}

Result<Destinations> QueueService::destinations(Caller const& caller, TicketId const& id) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<Destinations> {
        auto const ticket = find_ticket(session, id);
        auto const groups = network::groups_of(session, caller.account_id);
        if (!ticket || !may_see(standing_of(caller, groups, *ticket))) {
            return fail(ErrorCode::not_found, "ticket_unknown");
        }
        auto const zone = network::site_card(session, ticket->site_id).value().time_zone;
        Destinations found;
        for (auto const& offer : network::offers_at_site(session, ticket->site_id)) {
            if (offer.offer_id == ticket->offer_id) {
                continue;
            }
            auto const line = read_line(session, offer.group_id, now);
            std::set<AdviserGroupId> present;
            if (line.on_duty > 0) {
                present.insert(offer.group_id);
            }
            auto const waiting = std::ranges::count_if(line.tickets, is_in_line);
            found.destinations.push_back({network::entry_of(offer, present, now, zone), offer.subject_label,
                                          line.on_duty, static_cast<std::int32_t>(waiting),
                                          closed_with(line.closings, ticket->site_id)});
        }
        return found;
    });
}

} // namespace parvis::queue
