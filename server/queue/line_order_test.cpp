// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/line_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace parvis::queue {
namespace {

using std::chrono::minutes;

constexpr Instant nine{1'772'611'200'000};

SiteId const bretenoux = SiteId::make(nine);
SiteId const salviac = SiteId::make(nine);

bool anywhere(QueueTicket const&) {
    return true;
}

/// One line as a server keeps it: places are given when people come.
struct Line {
    std::vector<QueueTicket> tickets;

    QueueTicket& come(SiteId const& site, Instant at, std::optional<Instant> appointment = std::nullopt) {
        std::optional<Instant> before;
        for (auto const& other : tickets) {
            if (other.site_id == site && !is_over(other) && other.arrived_at <= at) {
                before = std::max(before.value_or(other.place_at), other.place_at);
            }
        }
        QueueTicket ticket;
        ticket.ticket_id = TicketId::make(at);
        ticket.site_id = site;
        ticket.number = static_cast<int>(tickets.size()) + 1;
        ticket.state = TicketState::waiting;
        ticket.arrived_at = at;
        ticket.appointment_at = appointment;
        ticket.place_at = place_for(at, before);
        tickets.push_back(ticket);
        return tickets.back();
    }
    std::vector<int> order(Instant now) const {
        std::vector<int> numbers;
        for (auto const& ticket : line_of(tickets, now)) {
            numbers.push_back(ticket.number);
        }
        return numbers;
    }
};

TEST(TheLine, goes_by_arrival) {
    Line line;
    line.come(bretenoux, nine + minutes(2));
    line.come(salviac, nine);
    EXPECT_EQ(line.order(nine + minutes(5)), (std::vector{2, 1}));
}

TEST(TheLine, lets_a_small_site_in_between_the_people_of_a_full_one) {
    Line line;
    for (int i = 0; i < 4; ++i) {
        line.come(bretenoux, nine + minutes(i)); // places 9:00, 9:10, 9:20, 9:30
    }
    line.come(salviac, nine + minutes(5));  // 9:05
    line.come(salviac, nine + minutes(18)); // 9:18
    EXPECT_EQ(line.order(nine + minutes(20)), (std::vector{1, 5, 2, 6, 3, 4}));
}

TEST(TheLine, puts_nobody_back_by_more_than_an_hour) {
    Line line;
    for (int i = 0; i < 20; ++i) {
        EXPECT_LE(line.come(bretenoux, nine).place_at, nine + most_set_back);
    }
    auto const late = line.come(salviac, nine + minutes(61)).number;
    EXPECT_EQ(line.order(nine + minutes(90)).back(), late);
}

TEST(TheLine, gives_an_appointment_its_priority_from_its_time_and_not_before) {
    Line line;
    line.come(bretenoux, nine);                                // 1: walk-in
    line.come(salviac, nine + minutes(5), nine + minutes(30)); // 2: early for 9:30
    EXPECT_EQ(line.order(nine + minutes(29)), (std::vector{1, 2}));
    EXPECT_EQ(line.order(nine + minutes(30)), (std::vector{2, 1}));
}

TEST(TheLine, does_not_let_an_appointment_pass_who_has_waited_for_more_than_an_hour) {
    Line line;
    line.come(bretenoux, nine);
    line.come(salviac, nine + minutes(58), nine + minutes(61));
    EXPECT_EQ(line.order(nine + minutes(62)), (std::vector{1, 2}));
}

TEST(TheLine, places_a_late_appointment_behind_those_who_were_on_time) {
    Line line;
    line.come(bretenoux, nine + minutes(40), nine);             // 1: booked 9:00, came 9:40
    line.come(salviac, nine + minutes(25), nine + minutes(30)); // 2: booked 9:30
    line.come(salviac, nine + minutes(28));                     // 3: walk-in
    EXPECT_EQ(line.order(nine + minutes(41)), (std::vector{2, 1, 3}));
}

TEST(TheLine, begins_with_who_is_urgent) {
    Line line;
    line.come(bretenoux, nine);
    line.come(salviac, nine + minutes(30)).urgent = UrgentReason::last_transport;
    EXPECT_EQ(line.order(nine + minutes(31)), (std::vector{2, 1}));
}

TEST(TheLine, gives_a_ticket_that_was_told_late_the_place_of_its_arrival) {
    Line line;
    line.come(bretenoux, nine);
    line.come(bretenoux, nine + minutes(20));
    line.come(bretenoux, nine + minutes(15)); // the desk was cut off and tells it last
    EXPECT_EQ(line.order(nine + minutes(25)), (std::vector{1, 3, 2}));
}

TEST(TheLine, skips_a_site_without_a_free_kiosk_and_leaves_its_people_their_places) {
    Line line;
    line.come(bretenoux, nine);
    line.come(salviac, nine + minutes(1));
    auto const next = next_of(line.tickets, nine + minutes(2),
                              [](QueueTicket const& ticket) { return ticket.site_id == salviac; });
    EXPECT_EQ(next->number, 2);
    EXPECT_EQ(next_of(line.tickets, nine + minutes(2), anywhere)->number, 1);
}

TEST(TheLine, leaves_out_who_is_away_until_the_hour_they_named) {
    Line line;
    line.come(bretenoux, nine);
    line.come(salviac, nine + minutes(1));
    line.tickets[0] = sent_away(line.tickets[0], nine + minutes(30), nine + minutes(2)).value();
    EXPECT_EQ(line.order(nine + minutes(29)), (std::vector{2}));
    EXPECT_EQ(line.order(nine + minutes(30)), (std::vector{1, 2}));
}

// ---- properties, over random days

class ADay : public ::testing::TestWithParam<unsigned> {
  protected:
    std::mt19937 random{GetParam()};
    Line line;
    Instant now = nine;
    std::vector<SiteId> sites;
    std::map<TicketId, int> served;

    int below(int most) { return std::uniform_int_distribution<int>(0, most - 1)(random); }
    /// One site is ten times as busy as the others.
    SiteId any_site() { return below(2) == 0 ? sites[0] : sites[static_cast<std::size_t>(below(10))]; }
    QueueTicket& any_ticket() {
        return line.tickets[static_cast<std::size_t>(below(static_cast<int>(line.tickets.size())))];
    }
    static void take(QueueTicket& ticket, Result<QueueTicket> outcome) {
        if (outcome) {
            ticket = std::move(*outcome);
        }
    }
    void somebody_comes() {
        std::optional<Instant> appointment;
        if (below(3) == 0) {
            appointment = now + minutes(below(60) - 30);
        }
        line.come(any_site(), now, appointment);
    }
    void somebody_is_called() {
        auto const next = next_of(line.tickets, now, anywhere);
        if (!next) {
            return;
        }
        Call const call{TicketActId::make(now), AccountId::make(now), KioskId::make(now), std::nullopt};
        auto const found = std::ranges::find(line.tickets, next->ticket_id, &QueueTicket::ticket_id);
        *found = called(*found, call, now).value();
        check_nobody_was_passed(*found);
        EXPECT_FALSE(called(*found, call, now)) << "called twice";
    }
    void check_nobody_was_passed(QueueTicket const& called) {
        for (auto const& other : line.tickets) {
            if (is_callable(other, now) && !called.urgent) {
                EXPECT_GE(other.arrived_at + most_set_back + appointment_lead, called.arrived_at)
                    << "passed by somebody who came more than two hours later";
            }
        }
    }
    void something_happens() {
        auto& ticket = any_ticket();
        switch (below(9)) {
        case 0:
            return take(ticket, sent_away(ticket, now + minutes(1 + below(90)), now));
        case 1:
            return take(ticket, came_back(ticket, now));
        case 2:
            return take(ticket, parked(ticket, ParkReason::form, now));
        case 3:
            return take(ticket, unparked(ticket, now));
        case 4:
            return take(ticket, unanswered(ticket, now));
        case 5:
            return take(ticket, left(ticket, TicketEnd::gave_up, now));
        case 6:
            return take(ticket, met(ticket, now));
        case 7:
            return take(ticket, finished(ticket, now));
        default:
            if (below(20) == 0) {
                take(ticket, made_urgent(ticket, UrgentReason::health));
            }
        }
    }
    void step() {
        now += minutes(below(3));
        if (below(3) == 0 || line.tickets.empty()) {
            somebody_comes();
        } else if (below(2) == 0) {
            somebody_is_called();
        } else {
            something_happens();
        }
    }
    void SetUp() override {
        for (int i = 0; i < 10; ++i) {
            sites.push_back(SiteId::make(nine));
        }
    }
};

TEST_P(ADay, passes_nobody_by_more_than_two_hours_and_calls_nobody_twice) {
    for (int i = 0; i < 1500; ++i) {
        step();
    }
}

TEST_P(ADay, orders_everybody_totally_and_stably) {
    for (int i = 0; i < 200; ++i) {
        step();
    }
    auto const before = line_of(line.tickets, now);
    for (std::size_t a = 0; a < before.size(); ++a) {
        EXPECT_FALSE(goes_before(before[a], before[a], now));
        for (std::size_t b = a + 1; b < before.size(); ++b) {
            EXPECT_TRUE(goes_before(before[a], before[b], now));
            EXPECT_FALSE(goes_before(before[b], before[a], now));
        }
    }
    std::ranges::shuffle(line.tickets, random);
    EXPECT_EQ(line_of(line.tickets, now), before) << "the order depends on who was saved first";
    auto const later = now + minutes(5 + below(60));
    for (std::size_t a = 0; a < before.size(); ++a) {
        for (std::size_t b = a + 1; b < before.size(); ++b) {
            if (goes_before(before[b], before[a], later)) {
                auto const due = before[b].appointment_at.value();
                EXPECT_TRUE(now < due && due <= later) << "only the time of an appointment moves anybody";
            }
        }
    }
}

TEST_P(ADay, ends_with_everybody_served_or_gone_once_the_forgotten_are_brought_back) {
    for (int i = 0; i < 600; ++i) {
        step();
    }
    auto const came = line.tickets.size();
    for (std::size_t calls = 0;; ++calls) {
        ASSERT_LE(calls, came * 2) << "somebody waits for ever";
        now += minutes(1);
        for (auto& ticket : line.tickets) {
            take(ticket, met(ticket, now));
            take(ticket, finished(ticket, now));
            take(ticket, unparked(ticket, now));
        }
        if (std::ranges::all_of(line.tickets, is_over)) {
            break;
        }
        somebody_is_called();
    }
    EXPECT_EQ(line.tickets.size(), came);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ADay, ::testing::Range(1U, 21U));

} // namespace
} // namespace parvis::queue
