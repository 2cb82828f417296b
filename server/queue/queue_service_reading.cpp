// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_service_reading.hpp"

#include "server/interview/duty_shared_store.hpp"
#include "server/network/directory_shared_store.hpp"
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
    for (auto const& [site, message] : line.closings.at) {
        line.closed_sites.push_back({site, network::site_card(session, site).value().name, message});
    }
    std::ranges::sort(line.closed_sites, {}, &ClosedSite::name);
    line.measured = served_by(session, group, now - measured_for);
    auto const duty = interview::duty_of(session, group);
    line.on_duty = duty.on_duty;
    line.taken = duty.taken;
    return line;
}

std::optional<kiosk_protocol::PlainWords> Names::label_of(scheduling::MotiveId const& id) {
    auto [label, is_new] = motives_.try_emplace(id);
    if (is_new) {
        if (auto const motive = scheduling::motive(session_, id)) {
            label->second = motive->label;
        }
    }
    return label->second;
}

TicketNames Names::of(QueueTicket const& ticket) {
    auto& offer = offers_[ticket.offer_id];
    if (!offer) {
        offer = network::offer(session_, ticket.offer_id).value();
    }
    auto& site = sites_[ticket.site_id];
    if (site.empty()) {
        site = network::site_card(session_, ticket.site_id).value().name;
    }
    TicketNames names{site, offer->partner.acronym, offer->subject_label};
    if (ticket.motive_id) {
        names.motive_label = label_of(*ticket.motive_id);
    }
    return names;
}

} // namespace parvis::queue
