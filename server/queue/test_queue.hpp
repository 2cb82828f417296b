// SPDX-License-Identifier: EUPL-1.2
// A queue over real databases, with a small town of two sites, for the tests of its use cases.
#pragma once

#include "platform/db/sql.hpp"
#include "server/interview/test_counter.hpp"
#include "server/queue/queue_retention_store.hpp"
#include "server/queue/queue_service.hpp"

#include <gtest/gtest.h>

namespace parvis::queue {

class TheQueue : public ::testing::TestWithParam<testing::Engine> {
  protected:
    interview::TestCounter counter{GetParam()};
    testing::World& world = counter.world;
    QueueService queue{world.database(), world.clock, counter.services.feed};

    Instant now() const { return world.clock.now(); }
    TicketActId new_act() { return TicketActId::make(now()); }

    TakeTicket wish_at(testing::Site const& site) {
        return {site.site_id, site.family_offer, {}, {}, {}, {}};
    }
    /// Luc keeps the desk of Bretenoux, Ana that of Salviac.
    identity::Caller const& mediator_of(testing::Site const& site) {
        return site.site_id == world.bretenoux.site_id ? counter.luc : counter.ana;
    }
    TicketView come(testing::Site const& site) {
        return queue.take(mediator_of(site), TicketId::make(now()), wish_at(site)).value();
    }
    /// For an appointment that nobody else knows of.
    TicketView come_booked(testing::Site const& site, scheduling::AppointmentId const& id,
                           Instant starts_at) {
        auto const& caller = mediator_of(site);
        auto const ticket = world.database().write([&](db::Session& session) {
            take_turn(session);
            return QueueService::take_in(session, caller.account_id, TicketId::make(now()), wish_at(site),
                                         BookedTurn{id, starts_at}, now());
        });
        return queue.view(caller, ticket.value()).value();
    }
    std::optional<TicketView> call(identity::Caller const& adviser) {
        return queue.call_next(adviser, {new_act(), std::nullopt}).value().ticket;
    }
    Result<TicketView> act(identity::Caller const& caller, TicketView const& ticket, TicketAct const& form) {
        return queue.act(caller, ticket.ticket_id, new_act(), form);
    }
    Result<TicketView> act(identity::Caller const& caller, TicketView const& ticket, TicketActKind kind) {
        TicketAct form;
        form.act = kind;
        return act(caller, ticket, form);
    }
    QueueTicket stored(TicketView const& ticket) {
        return world.database()
            .read([&](db::Session& session) -> Result<QueueTicket> {
                return find_ticket(session, ticket.ticket_id).value();
            })
            .value();
    }
    int count(std::string const& table) {
        return world.database()
            .read([&](db::Session& session) -> Result<int> {
                int rows = 0;
                session.sql() << "SELECT COUNT(*) FROM " + table, soci::into(rows);
                return rows;
            })
            .value();
    }
    LineView line_of(identity::Caller const& adviser) { return queue.lines_of(adviser).value().lines.at(0); }
};

} // namespace parvis::queue
