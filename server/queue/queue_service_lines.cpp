// SPDX-License-Identifier: EUPL-1.2
// Lines as they are shown, and how they close.
#include "server/interview/outcome.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/queue/line_view.hpp"
#include "server/queue/queue_closing_store.hpp"
#include "server/queue/queue_policy.hpp"
#include "server/queue/queue_service.hpp"
#include "server/queue/queue_service_reading.hpp"
#include "server/queue/ticket_service.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace parvis::queue {

using identity::Caller;

namespace {

constexpr std::size_t longest_message = 200;

LineView view_of(db::Session& session, Line const& line, Caller const& caller, Instant now,
                 std::optional<SiteId> const& only_at) {
    Names names(session);
    if (!only_at) {
        names.read(line.group_id);
    }
    auto const groups = network::groups_of(session, caller.account_id);
    LineView view;
    view.group_id = line.group_id;
    view.closed_with = only_at ? closed_with(line.closings, *only_at) : line.closings.everywhere;
    view.closed_sites = only_at ? std::vector<ClosedSite>{} : line.closed_sites;
    view.on_duty = line.on_duty;
    auto const shown = shown_order(line, now);
    view.waiting = waiting_in(shown);
    view.receivable = receivable_in(shown);
    for (auto const& ticket : shown) {
        if (!only_at || ticket.ticket.site_id == *only_at) {
            view.tickets.push_back(
                view_of(ticket, names.of(ticket.ticket), standing_of(caller, groups, ticket.ticket), now));
        }
    }
    return view;
}

bool serves(db::Session& session, AdviserGroupId const& group, SiteId const& site) {
    auto const offers = network::offers_at_site(session, site);
    return std::ranges::find(offers, group, &network::Offer::group_id) != offers.end();
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
        auto const groups = network::groups_of(session, caller.account_id);
        return view_of(shown_alone(session, ticket, now), Names(session).of(ticket),
                       standing_of(caller, groups, ticket), now);
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
    auto const closed_line = database_.write([&](db::Session& session) -> Result<LineClosed> {
        take_turn(session);
        auto const body = body_of(session, group);
        auto const groups = network::groups_of(session, caller.account_id);
        if (!body || !may_close(caller, groups, body->partner_id, group)) {
            return fail(ErrorCode::not_found, "group_unknown");
        }
        if (wish.site_id && !serves(session, group, *wish.site_id)) {
            return fail(ErrorCode::not_found, "site_unknown", "/site_id");
        }
        auto const today = to_local(now, body->time_zone).date();
        Closing const closing{
            wish.closing_id, body->network_id,  group, wish.site_id,
            wish.message,    caller.account_id, now,   to_instant(add_days(today, 1), 0, body->time_zone)};
        LineClosed told;
        if (!insert_closing(session, closing)) {
            return told;
        }
        for (auto const& ticket : open_tickets_of(session, group)) {
            if (wish.site_id && ticket.site_id != *wish.site_id) {
                continue;
            }
            auto const after = closed(ticket, wish.message, now);
            if (after.revision != ticket.revision && save_and_follow(session, after, now)) {
                insert_act(session,
                           {TicketActId::make(now), ticket.ticket_id, "closed", caller.account_id, now}, now);
                ++told.told;
            }
        }
        return told;
    });
    if (closed_line) {
        lines_.tell({group});
    }
    return closed_line;
}

Result<void> QueueService::reopen_line(Caller const& caller, AdviserGroupId const& group,
                                       std::optional<SiteId> const& site) {
    auto const now = clock_.now();
    auto const done = database_.write([&](db::Session& session) -> Result<void> {
        auto const body = body_of(session, group);
        auto const groups = network::groups_of(session, caller.account_id);
        if (!body || !may_close(caller, groups, body->partner_id, group)) {
            return fail(ErrorCode::not_found, "group_unknown");
        }
        reopen(session, group, site, now);
        return {};
    });
    if (done) {
        lines_.tell({group});
    }
    return done;
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
