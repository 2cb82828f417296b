// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/kiosk_queue.hpp"

#include <algorithm>
#include <tuple>

namespace parvis::queue {

using kiosk_protocol::KioskWait;

namespace {

constexpr std::int32_t nobody_knows = 100'000;

struct Body {
    std::optional<PartnerId> partner_id;
    std::string acronym;
};
Body body_of(WallPlace const& place, AdviserGroupId const& group) {
    auto const offer = std::ranges::find(place.offers, group, &network::Offer::group_id);
    return offer == place.offers.end() ? Body{} : Body{offer->partner_id, offer->partner.acronym};
}

bool will_come_here(QueueTicket const& ticket, WallPlace const& place, KioskId const& kiosk) {
    return ticket.site_id == place.site.site_id &&
           (ticket.wanted_kiosk_id ? *ticket.wanted_kiosk_id == kiosk : place.kiosks.size() == 1);
}

KioskWait wait_of(ShownTicket const& shown, std::string const& acronym) {
    auto const& ticket = shown.ticket;
    KioskWait wait;
    wait.number = ticket.number;
    wait.acronym = acronym;
    wait.position = shown.position;
    wait.promised = ticket.wanted_kiosk_id.has_value();
    wait.expected_at = ticket.expected_at;
    if (!shown.position) {
        wait.back_at = ticket.back_at;
    }
    if (shown.wait) {
        wait.from_minutes = shown.wait->from_minutes;
        wait.to_minutes = shown.wait->to_minutes;
        wait.nobody_there = shown.wait->unknown == NoEstimate::nobody_on_duty;
    }
    return wait;
}

} // namespace

KioskPart part_at(Line const& line, std::vector<ShownTicket> const& shown, WallPlace const& place,
                  KioskId const& kiosk) {
    KioskPart part;
    auto const [partner, acronym] = body_of(place, line.group_id);
    if (auto const message = closed_with(line.closings, place.site.site_id)) {
        part.closed = {partner, acronym, *message};
    }
    for (auto const& one : shown) {
        auto const& ticket = one.ticket;
        if (ticket.state == TicketState::called && ticket.kiosk_id == kiosk) {
            part.turn = {ticket.number, partner, acronym, ticket.calls};
        }
        bool const waits = one.position || ticket.state == TicketState::away;
        if (waits && will_come_here(ticket, place, kiosk) && part.waits.size() < most_at_kiosk) {
            part.waits.push_back(wait_of(one, acronym));
        }
    }
    return part;
}

kiosk_protocol::KioskQueue joined(std::map<AdviserGroupId, KioskPart> const& parts) {
    kiosk_protocol::KioskQueue queue;
    for (auto const& [group, part] : parts) {
        if (part.turn) {
            queue.turn = part.turn;
        }
        if (part.closed) {
            queue.closed.push_back(*part.closed);
        }
        queue.waits.insert(queue.waits.end(), part.waits.begin(), part.waits.end());
    }
    // Each line keeps its order; of two lines the shorter wait first, and who is away last.
    std::ranges::stable_sort(queue.waits, {}, [](KioskWait const& wait) {
        return std::tuple(wait.back_at.has_value(), wait.from_minutes.value_or(nobody_knows));
    });
    queue.waits.resize(std::min(queue.waits.size(), most_at_kiosk));
    std::ranges::sort(queue.closed, {}, &kiosk_protocol::KioskLineClosed::acronym);
    return queue;
}

} // namespace parvis::queue
