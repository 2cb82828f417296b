// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_service_reading.hpp"

#include "server/interview/duty_shared_store.hpp"
#include "server/queue/line_order.hpp"
#include "server/queue/place_in_line_store.hpp"
#include "server/queue/queue_closing_store.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"

#include <algorithm>

namespace parvis::queue {

namespace {

/// Older durations say little of today.
constexpr std::chrono::hours measured_for{90 * 24};

} // namespace

Line read_line(db::Session& session, AdviserGroupId const& group, Instant now) {
    Line line;
    line.group_id = group;
    line.tickets = open_tickets_of(session, group);
    // Who was forgotten yesterday is not in today's line.
    auto const today = to_local(now, body_of(session, group).value().time_zone).date();
    std::erase_if(line.tickets, [&](QueueTicket const& ticket) { return ticket.day < today; });
    line.kiosks = kiosks_of_line(session, group, now);
    line.closings = closings_of(session, group, now);
    line.closed_sites = closed_sites_of(session, group, line.closings, now);
    line.measured = served_by(session, group, now - measured_for);
    auto const duty = interview::duty_of(session, group);
    line.on_duty = duty.on_duty;
    line.taken = duty.taken;
    return line;
}

ShownTicket shown_alone(db::Session& session, QueueTicket const& ticket, Instant now) {
    ShownTicket shown{ticket, std::nullopt, std::nullopt, std::nullopt};
    if (!is_callable(ticket, now)) {
        return shown;
    }
    auto const today = to_local(now, body_of(session, ticket.group_id).value().time_zone).date();
    if (ticket.day < today) {
        return shown;
    }
    auto const duty = interview::duty_of(session, ticket.group_id);
    Line line;
    line.measured = served_by(session, ticket.group_id, now - measured_for);
    line.on_duty = duty.on_duty;
    // Who was called by number alone has no interview yet, and takes an adviser up all the same.
    line.taken = std::max(duty.taken, held_in_line(session, ticket.group_id, today));
    auto const before = people_ahead(session, ticket, today, now);
    shown.position = 1;
    for (auto const& some : before) {
        *shown.position += some.people;
    }
    shown.held_up = held_up(ticket, kiosks_at(session, ticket.site_id, now), now);
    shown.wait = wait_while(shown.held_up, wait_behind(before, line));
    return shown;
}

void Names::read(AdviserGroupId const& group) {
    offers_.merge(network::names_of_offers(session_, group));
    handed_on_.merge(handed_on_in(session_, group));
    read_.insert(group);
}

TicketNames Names::of(QueueTicket const& ticket) {
    auto offer = offers_.find(ticket.offer_id);
    if (offer == offers_.end()) {
        auto names = network::names_of_offer(session_, ticket.offer_id).value();
        offer = offers_.emplace(ticket.offer_id, std::move(names)).first;
    }
    auto const& [site, acronym, subject_label] = offer->second;
    TicketNames names{site, acronym, subject_label};
    if (ticket.motive_id) {
        auto [label, is_new] = motives_.try_emplace(*ticket.motive_id);
        if (is_new) {
            auto const motive = scheduling::motive(session_, *ticket.motive_id);
            label->second = motive ? std::optional(motive->label) : std::nullopt;
        }
        names.motive_label = label->second;
    }
    if (!read_.contains(ticket.group_id)) {
        names.handed_on_by = handed_on(session_, ticket.ticket_id);
    } else if (auto const by = handed_on_.find(ticket.ticket_id); by != handed_on_.end()) {
        names.handed_on_by = by->second;
    }
    return names;
}

} // namespace parvis::queue
