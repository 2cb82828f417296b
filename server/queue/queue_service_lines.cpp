// SPDX-License-Identifier: EUPL-1.2
// Lines as they are shown, and how they close.
#include "server/interview/duty_shared_store.hpp"
#include "server/interview/outcome.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/queue/line_view.hpp"
#include "server/queue/queue_policy.hpp"
#include "server/queue/queue_service.hpp"
#include "server/queue/ticket_service.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace parvis::queue {

using identity::Caller;

namespace {

/// Older durations say little of today.
constexpr std::chrono::hours measured_for{90 * 24};
constexpr std::size_t longest_message = 200;

/// Everything about one line at one moment.
Line read_line(db::Session& session, AdviserGroupId const& group, Instant now) {
    Line line;
    line.group_id = group;
    line.tickets = open_tickets_of(session, group);
    // Who was forgotten yesterday is not in today's line.
    auto const today = to_local(now, body_of(session, group).value().time_zone).date();
    std::erase_if(line.tickets, [&](QueueTicket const& ticket) { return ticket.day < today; });
    line.closed_with = closed_with(session, group, now);
    line.measured = served_by(session, group, now - measured_for);
    auto const duty = interview::duty_of(session, group);
    line.on_duty = duty.on_duty;
    line.taken = duty.taken;
    return line;
}

/// Names of offers and sites, each read once.
class Names {
  public:
    explicit Names(db::Session& session) : session_(session) {}

    TicketNames of(QueueTicket const& ticket) {
        auto& offer = offers_[ticket.offer_id];
        if (!offer) {
            offer = network::offer(session_, ticket.offer_id).value();
        }
        auto& site = sites_[ticket.site_id];
        if (site.empty()) {
            site = network::site_card(session_, ticket.site_id).value().name;
        }
        return {site, offer->partner.acronym, offer->subject_label};
    }

  private:
    db::Session& session_;
    std::map<OfferId, std::optional<network::Offer>> offers_;
    std::map<SiteId, std::string> sites_;
};

LineView view_of(db::Session& session, Line const& line, Caller const& caller, Instant now,
                 std::optional<SiteId> const& only_at) {
    Names names(session);
    auto const groups = network::groups_of(session, caller.account_id);
    LineView view;
    view.group_id = line.group_id;
    view.closed_with = line.closed_with;
    view.on_duty = line.on_duty;
    auto const shown = shown_order(line, now);
    view.waiting = static_cast<std::int32_t>(
        std::ranges::count_if(shown, [](ShownTicket const& ticket) { return ticket.position.has_value(); }));
    for (auto const& ticket : shown) {
        if (!only_at || ticket.ticket.site_id == *only_at) {
            view.tickets.push_back(
                view_of(ticket, names.of(ticket.ticket), standing_of(caller, groups, ticket.ticket), now));
        }
    }
    return view;
}

struct GroupAndBody {
    AdviserGroupId group_id;
    std::string acronym;
    bool operator<(GroupAndBody const& other) const {
        return std::tie(acronym, group_id) < std::tie(other.acronym, other.group_id);
    }
};

} // namespace

Result<TicketView> QueueService::view(Caller const& caller, QueueTicket const& ticket) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<TicketView> {
        ShownTicket shown{ticket, std::nullopt, std::nullopt};
        if (is_in_line(ticket)) {
            for (auto& placed : shown_order(read_line(session, ticket.group_id, now), now)) {
                if (placed.ticket.ticket_id == ticket.ticket_id) {
                    shown = std::move(placed);
                }
            }
        }
        auto const groups = network::groups_of(session, caller.account_id);
        return view_of(shown, Names(session).of(ticket), standing_of(caller, groups, ticket), now);
    });
}

Result<QueueView> QueueService::lines_at(Caller const& caller, SiteId const& site) {
    if (caller.mediator_at(site) == nullptr) {
        return fail(ErrorCode::forbidden, "not_your_site");
    }
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<QueueView> {
        std::set<GroupAndBody> lines;
        for (auto const& offer : network::offers_at_site(session, site)) {
            lines.insert({offer.group_id, offer.partner.acronym});
        }
        QueueView view;
        for (auto const& [group, acronym] : lines) {
            view.lines.push_back(view_of(session, read_line(session, group, now), caller, now, site));
            view.lines.back().acronym = acronym;
        }
        return view;
    });
}

Result<QueueView> QueueService::lines_of(Caller const& caller) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<QueueView> {
        QueueView view;
        for (auto const& group : network::groups_of(session, caller.account_id)) {
            auto const body = body_of(session, group);
            if (body && caller.adviser_for(body->partner_id) != nullptr) {
                view.lines.push_back(
                    view_of(session, read_line(session, group, now), caller, now, std::nullopt));
                view.lines.back().acronym = body->acronym;
            }
        }
        return view;
    });
}

Result<LineClosed> QueueService::close_line(Caller const& caller, AdviserGroupId const& group,
                                            CloseLine const& wish) {
    if (auto const sound = interview::check_text(wish.message, longest_message, "/message"); !sound) {
        return sound.error();
    }
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<LineClosed> {
        take_turn(session);
        auto const body = body_of(session, group);
        auto const groups = network::groups_of(session, caller.account_id);
        if (!body || !may_close(caller, groups, body->partner_id, group)) {
            return fail(ErrorCode::not_found, "group_unknown");
        }
        auto const today = to_local(now, body->time_zone).date();
        Closing const closing{wish.closing_id,
                              body->network_id,
                              group,
                              wish.message,
                              caller.account_id,
                              now,
                              to_instant(add_days(today, 1), 0, body->time_zone)};
        LineClosed told;
        if (!insert_closing(session, closing)) {
            return told;
        }
        for (auto const& ticket : open_tickets_of(session, group)) {
            auto const after = closed(ticket, wish.message, now);
            if (after.revision != ticket.revision && save_and_follow(session, after, now)) {
                insert_act(session,
                           {TicketActId::make(now), ticket.ticket_id, "closed", caller.account_id, now}, now);
                ++told.told;
            }
        }
        return told;
    });
}

Result<void> QueueService::reopen_line(Caller const& caller, AdviserGroupId const& group) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const body = body_of(session, group);
        auto const groups = network::groups_of(session, caller.account_id);
        if (!body || !may_close(caller, groups, body->partner_id, group)) {
            return fail(ErrorCode::not_found, "group_unknown");
        }
        reopen(session, group, now);
        return {};
    });
}

Result<int> QueueService::end_past_days() {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<int> {
        take_turn(session);
        int count = 0;
        // The day of a ticket is that of its site: a day that is past everywhere.
        auto const past = to_local(now - std::chrono::hours(12), "UTC").date();
        for (auto const& ticket : open_tickets_before(session, past)) {
            count += save_and_follow(session, day_over(ticket, now), now) ? 1 : 0;
        }
        return count;
    });
}

} // namespace parvis::queue
