// SPDX-License-Identifier: EUPL-1.2
// One person is told what a reading of their whole line would say, whatever has happened in it.
#include "server/queue/queue_store.hpp"
#include "server/queue/test_queue.hpp"

#include <array>
#include <map>
#include <random>

namespace parvis::queue {
namespace {

using std::chrono::minutes;

class ALineOfAllSorts : public TheQueue {
  protected:
    std::mt19937 random{20260304};

    unsigned any(unsigned below) { return static_cast<unsigned>(random() % below); }
    testing::Site const& any_site() { return any(3) == 0 ? world.salviac : world.bretenoux; }

    TicketAct some_act(TicketView const& ticket) {
        TicketAct form;
        form.act = std::array{TicketActKind::urgent, TicketActKind::away,  TicketActKind::away,
                              TicketActKind::park,   TicketActKind::leave, TicketActKind::move}[any(6)];
        form.urgent_reason = UrgentReason::health;
        form.back_at = now() + minutes(1 + any(15));
        form.park_reason = ParkReason::form;
        form.offer_id = ticket.site_id == world.salviac.site_id ? world.salviac.pension_offer
                                                                : world.bretenoux.pension_offer;
        return form;
    }
    TicketView somebody_comes() {
        auto const& site = any_site();
        switch (any(5)) {
        case 0:
            return come_booked(site, scheduling::AppointmentId::make(now()),
                               now() + minutes(60) - minutes(any(120)));
        case 1: {
            auto wish = wish_at(site);
            wish.kiosk_id = site.kiosk_id;
            wish.motive_id = motives[any(2)];
            return queue.take(mediator_of(site), TicketId::make(now()), wish).value();
        }
        default:
            return come(site);
        }
    }
    void serve(identity::Caller const& adviser, TicketView const& ticket) {
        act(adviser, ticket, TicketActKind::met).value();
        world.clock.advance(minutes(4 + any(20)));
        act(adviser, ticket, TicketActKind::finish).value();
    }
    /// Called and mostly served, so that durations are measured; some are still called, or put back.
    void somebody_is_called() {
        auto const& adviser = any(2) == 0 ? counter.marie : counter.paul;
        auto& held = holds[adviser.account_id];
        if (held) {
            serve(adviser, *held);
            held.reset();
        }
        auto const ticket = call(adviser);
        if (!ticket) {
            return;
        }
        switch (any(4)) {
        case 0:
            held = ticket;
            break;
        case 1:
            act(adviser, *ticket, TicketActKind::put_back).value();
            break;
        default:
            serve(adviser, *ticket);
        }
    }
    void something_happens() {
        world.clock.advance(minutes(any(4)));
        auto const ticket = somebody_comes();
        if (any(3) == 0) {
            act(counter_of(ticket), ticket, some_act(ticket)).value();
        }
        if (any(3) == 0) {
            somebody_is_called();
        }
        if (any(12) == 0) {
            auto const& kiosk = any_site().kiosk_id;
            any(2) == 0 ? counter.services.presence.keep_links({}, {kiosk}).value()
                        : counter.services.presence.keep_links({kiosk}, {}).value();
        }
    }
    identity::Caller const& counter_of(TicketView const& ticket) {
        return ticket.site_id == world.bretenoux.site_id ? counter.luc : counter.ana;
    }
    /// Everybody who is not done with, alone and in the reading of their line.
    void everybody_is_told_the_same() {
        for (auto const& adviser : {counter.marie, counter.rosa}) {
            std::map<TicketId, TicketView> read;
            for (auto const& ticket : line_of(adviser).tickets) {
                read.emplace(ticket.ticket_id, ticket);
            }
            for (auto const& ticket : open_tickets(adviser)) {
                auto const alone = queue.view(adviser, ticket).value();
                auto const found = read.find(ticket.ticket_id);
                // Who was forgotten on another day is in no line.
                auto const in_line = found == read.end() ? TicketView{} : found->second;
                EXPECT_EQ(alone.position, in_line.position) << ticket.number;
                EXPECT_EQ(alone.wait, in_line.wait) << ticket.number;
                EXPECT_EQ(alone.held_up, in_line.held_up) << ticket.number;
                positions += alone.position ? 1 : 0;
                ranges += alone.wait && alone.wait->from_minutes ? 1 : 0;
                held_up += alone.held_up ? 1 : 0;
            }
        }
    }
    std::vector<QueueTicket> open_tickets(identity::Caller const& adviser) {
        auto const group =
            adviser.account_id == counter.rosa.account_id ? world.carsat_group : world.caf_group;
        return world.database()
            .read([&](db::Session& session) -> Result<std::vector<QueueTicket>> {
                return open_tickets_of(session, group);
            })
            .value();
    }

    std::array<scheduling::MotiveId, 2> motives{scheduling::MotiveId::make(now()),
                                                scheduling::MotiveId::make(now())};
    std::map<AccountId, std::optional<TicketView>> holds;
    int positions = 0;
    int ranges = 0;
    int held_up = 0;
};
INSTANTIATE_TEST_SUITE_P(EachDatabase, ALineOfAllSorts, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

TEST_P(ALineOfAllSorts, tells_one_person_the_same_as_a_reading_of_it_all) {
    for (int i = 0; i < 6; ++i) {
        come(any_site());
    }
    // They are forgotten, and stand in no line of the next day.
    world.clock.advance(std::chrono::hours(24));
    for (auto const& adviser : {counter.marie, counter.paul}) {
        counter.services.presence.set_linked(adviser.account_id, true).value();
        counter.services.presence.set_availability(adviser, interview::Availability::available).value();
    }
    for (int i = 1; i <= 90; ++i) {
        something_happens();
        if (i % 15 == 0) {
            everybody_is_told_the_same();
        }
    }
    EXPECT_GT(positions, 100);
    EXPECT_GT(ranges, 20) << "enough were served to say how long it takes";
    EXPECT_GT(held_up, 20);
}

TEST_P(ALineOfAllSorts, is_closed_for_one_site_or_for_all_and_says_so_by_name) {
    come(world.salviac);
    auto const close = [&](std::string const& message, std::optional<SiteId> const& site) {
        queue.close_line(counter.marie, world.caf_group, {ClosingId::make(now()), message, site}).value();
        world.clock.advance(minutes(1));
    };
    close("Salviac attend.", world.salviac.site_id);
    close("Bretenoux attend.", world.bretenoux.site_id);
    close("Bretenoux revient demain.", world.bretenoux.site_id);
    auto const line = line_of(counter.marie);
    ASSERT_EQ(line.closed_sites.size(), 2U);
    EXPECT_EQ(line.closed_sites[0].name, "Bretenoux");
    EXPECT_EQ(line.closed_sites[0].message, "Bretenoux revient demain.") << "the newest";
    EXPECT_EQ(line.closed_sites[1].name, "Salviac");
}

} // namespace
} // namespace parvis::queue
