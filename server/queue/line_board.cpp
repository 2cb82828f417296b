// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/line_board.hpp"

#include <algorithm>

namespace parvis::queue {

namespace {

constexpr Standing any_adviser{.adviser = true};
constexpr Standing its_mediator{.mediator = true};

Standing with_hold(Standing standing, QueueTicket const& ticket) {
    standing.held = is_held(ticket);
    return standing;
}

LineView head_of(Line const& line, std::vector<ShownTicket> const& shown) {
    LineView view;
    view.group_id = line.group_id;
    view.on_duty = line.on_duty;
    view.waiting = waiting_in(shown);
    view.receivable = receivable_in(shown);
    return view;
}

/// The first of those who wait, and some of those who do not.
LineView advisers_part(LineView view, std::vector<ShownTicket> const& shown, NamesOf const& names,
                       Instant now) {
    std::size_t waiting = 0;
    std::size_t aside = 0;
    for (auto const& one : shown) {
        auto& count = one.position ? waiting : aside;
        if (++count <= (one.position ? most_shown : most_shown_aside)) {
            view.tickets.push_back(view_of(one, names(one.ticket), with_hold(any_adviser, one.ticket), now));
        }
    }
    return view;
}

kiosk_protocol::OfferEntry entry_at(Line const& line, WallPlace const& place, network::Offer const& offer,
                                    Instant now) {
    std::set<AdviserGroupId> present;
    if (line.on_duty > 0) {
        present.insert(line.group_id);
    }
    return network::entry_of(offer, present, now, place.site.time_zone);
}

/// Open when any of its offers is, else when the first one opens.
void tell_opening(WallLine& told, Line const& line, WallPlace const& place, Instant now) {
    bool first = true;
    for (auto const& offer : place.offers) {
        if (offer.group_id != line.group_id) {
            continue;
        }
        auto const entry = entry_at(line, place, offer, now);
        bool const sooner = entry.opens_at && (!told.opens_at || *entry.opens_at < *told.opens_at);
        if (first || entry.state < told.state || (entry.state == told.state && sooner)) {
            told.state = entry.state;
            told.opens_at = entry.opens_at;
        }
        told.acronym = offer.partner.acronym;
        told.partner_name = offer.partner.name;
        first = false;
    }
}

WallCall call_at(QueueTicket const& ticket, WallPlace const& place, Instant now) {
    WallCall call;
    call.number = ticket.number;
    call.calls = ticket.calls;
    call.called_at = ticket.called_at.value_or(now);
    auto const kiosk = std::ranges::find(place.kiosks, ticket.kiosk_id, &kiosk_protocol::KioskCard::kiosk_id);
    if (kiosk != place.kiosks.end()) {
        call.kiosk_name = kiosk->name;
        call.room = kiosk->room;
    }
    return call;
}

void tell_ticket(WallLine& told, ShownTicket const& shown, WallPlace const& place, Instant now) {
    auto const& ticket = shown.ticket;
    if (ticket.from_home) {
        return; // nobody in the room has this number
    }
    if (ticket.state == TicketState::called) {
        told.calls.push_back(call_at(ticket, place, now));
    }
    if (shown.position) {
        ++told.waiting;
        if (told.next.size() < most_shown) {
            told.next.push_back(ticket.number);
        }
    }
    if (ticket.expected_at) {
        told.expected.push_back({ticket.number, *ticket.expected_at});
    }
}

struct PartsBySite {
    std::map<SiteId, LineView> desks;
    std::map<SiteId, WallLine> walls;
};

PartsBySite site_parts(Line const& line, BoardWish const& wish, std::vector<ShownTicket> const& shown,
                       NamesOf const& names, Instant now) {
    PartsBySite parts;
    auto const head = head_of(line, shown);
    for (auto const& site : wish.desks) {
        parts.desks.emplace(site, head).first->second.closed_with = closed_with(line.closings, site);
    }
    for (auto const& [site, place] : wish.walls) {
        auto& told = parts.walls[site];
        told.group_id = line.group_id;
        told.closed_with = closed_with(line.closings, site);
        tell_opening(told, line, *place, now);
    }
    for (auto const& one : shown) {
        auto const& site = one.ticket.site_id;
        if (auto const desk = parts.desks.find(site);
            desk != parts.desks.end() && desk->second.tickets.size() < most_shown_at_desk) {
            desk->second.tickets.push_back(
                view_of(one, names(one.ticket), with_hold(its_mediator, one.ticket), now));
        }
        if (auto const wall = parts.walls.find(site); wall != parts.walls.end()) {
            tell_ticket(wall->second, one, *wish.walls.at(site), now);
        }
    }
    for (auto& [site, told] : parts.walls) {
        std::ranges::sort(told.calls, std::ranges::greater{}, &WallCall::called_at);
        std::ranges::sort(told.expected, {}, &WallExpected::expected_at);
    }
    return parts;
}

} // namespace

LineBoard board_of(Line const& line, BoardWish const& wish, NamesOf const& names, Instant now) {
    LineBoard board;
    board.group_id = line.group_id;
    auto const shown = shown_order(line, now);
    board.for_advisers = advisers_part(head_of(line, shown), shown, names, now);
    board.for_advisers.closed_with = line.closings.everywhere;
    board.for_advisers.closed_sites = line.closed_sites;
    for (auto const& one : shown) {
        if (is_held(one.ticket) && one.ticket.adviser_id) {
            Standing const holder{.adviser = true, .holder = true, .held = true};
            board.held.emplace(*one.ticket.adviser_id, view_of(one, names(one.ticket), holder, now));
        }
    }
    auto parts = site_parts(line, wish, shown, names, now);
    board.at_desks = std::move(parts.desks);
    board.at_walls = std::move(parts.walls);
    for (auto const& [kiosk, place] : wish.kiosks) {
        board.at_kiosks.emplace(kiosk, part_at(line, shown, *place, kiosk));
    }
    return board;
}

} // namespace parvis::queue
