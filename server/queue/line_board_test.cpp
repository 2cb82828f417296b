// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/line_board.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::queue {
namespace {

using std::chrono::minutes;

constexpr Instant nine{1'772'611'200'000}; // Wednesday 4 March 2026, 9:00 in Paris

/// A line of one body, and the screen of one of its sites.
struct TheBoard : ::testing::Test {
    SiteId const bretenoux = SiteId::make(nine);
    SiteId const salviac = SiteId::make(nine);
    KioskId const kiosk = KioskId::make(nine);
    AccountId const marie = AccountId::make(nine);
    AccountId const paul = AccountId::make(nine);
    Line line;
    std::shared_ptr<WallPlace> place = std::make_shared<WallPlace>();

    TheBoard() {
        line.group_id = AdviserGroupId::make(nine);
        line.on_duty = 1;
        place->site.site_id = bretenoux;
        place->site.time_zone = "Europe/Paris";
        place->kiosks.push_back({kiosk, "Borne de Bretenoux", "Espace confidentiel"});
        network::Offer offer;
        offer.group_id = line.group_id;
        offer.partner = {"CAF", {"Caisse d’allocations familiales", "Family benefits office"}};
        offer.windows = {{3, 540, 720}};
        place->offers.push_back(offer);
    }

    QueueTicket& come(SiteId const& site, int number) {
        QueueTicket ticket;
        ticket.ticket_id = TicketId::make(nine + minutes(number));
        ticket.group_id = line.group_id;
        ticket.site_id = site;
        ticket.number = number;
        ticket.state = TicketState::waiting;
        ticket.arrived_at = ticket.place_at = nine + minutes(number);
        line.tickets.push_back(ticket);
        return line.tickets.back();
    }
    void call(QueueTicket& ticket, AccountId const& adviser) {
        ticket = called(ticket, {TicketActId::make(nine), adviser, kiosk, std::nullopt}, nine + minutes(90))
                     .value();
    }
    LineBoard board(Instant now = nine + minutes(100)) {
        BoardWish wish{line.group_id, {bretenoux}, {{bretenoux, place}}, {}};
        return board_of(
            line, wish, [](QueueTicket const&) { return TicketNames{}; }, now);
    }
};

TEST_F(TheBoard, tells_a_screen_the_numbers_of_its_own_site_in_the_order_of_the_line) {
    come(bretenoux, 1);
    come(salviac, 2);
    come(bretenoux, 3).expected_at = nine + minutes(110);
    auto const wall = board().at_walls.at(bretenoux);
    EXPECT_EQ(wall.next, (std::vector<std::int32_t>{1, 3}));
    EXPECT_EQ(wall.waiting, 2);
    ASSERT_EQ(wall.expected.size(), 1U);
    EXPECT_EQ(wall.expected[0].number, 3);
    EXPECT_EQ(board().at_desks.at(bretenoux).tickets.size(), 2U);
    EXPECT_EQ(board().at_desks.at(bretenoux).waiting, 3); // over all sites: positions count them
}

TEST_F(TheBoard, tells_a_screen_nothing_of_who_joins_from_home_and_the_desk_that_they_do) {
    come(bretenoux, 1).from_home = true;
    come(bretenoux, 2);
    auto const wall = board().at_walls.at(bretenoux);
    EXPECT_EQ(wall.next, std::vector<std::int32_t>{2});
    EXPECT_EQ(wall.waiting, 1);
    auto const desk = board().at_desks.at(bretenoux).tickets;
    ASSERT_EQ(desk.size(), 2U);
    EXPECT_TRUE(desk[0].from_home);
    EXPECT_FALSE(desk[1].from_home);
    call(line.tickets[0], marie);
    EXPECT_TRUE(board().at_walls.at(bretenoux).calls.empty());
}

TEST_F(TheBoard, shows_who_is_called_and_where_to_until_they_are_there) {
    call(come(bretenoux, 1), marie);
    auto wall = board().at_walls.at(bretenoux);
    ASSERT_EQ(wall.calls.size(), 1U);
    EXPECT_EQ(wall.calls[0].number, 1);
    EXPECT_EQ(wall.calls[0].kiosk_name, "Borne de Bretenoux");
    line.tickets[0] = met(line.tickets[0], nine + minutes(92)).value();
    EXPECT_TRUE(board().at_walls.at(bretenoux).calls.empty());
}

TEST_F(TheBoard, tells_whether_the_body_is_open_at_the_site_and_when_it_opens) {
    EXPECT_EQ(board().at_walls.at(bretenoux).state, kiosk_protocol::OfferState::open);
    line.on_duty = 0;
    EXPECT_EQ(board().at_walls.at(bretenoux).state, kiosk_protocol::OfferState::nobody_there);
    auto const evening = board(nine + std::chrono::hours(9)).at_walls.at(bretenoux);
    EXPECT_EQ(evening.state, kiosk_protocol::OfferState::closed);
    EXPECT_EQ(evening.opens_at, nine + std::chrono::hours(7 * 24));
}

TEST_F(TheBoard, gives_the_one_who_called_other_acts_than_their_colleagues) {
    call(come(bretenoux, 1), marie);
    auto const told = board();
    auto const may = [](TicketView const& ticket, TicketActKind act) {
        return std::ranges::find(ticket.allowed_actions, act) != ticket.allowed_actions.end();
    };
    EXPECT_TRUE(may(told.held.at(marie), TicketActKind::no_answer));
    EXPECT_FALSE(told.held.contains(paul));
    ASSERT_EQ(told.for_advisers.tickets.size(), 1U);
    EXPECT_FALSE(may(told.for_advisers.tickets[0], TicketActKind::no_answer));
}

TEST_F(TheBoard, shows_advisers_the_first_of_a_long_line_and_how_many_there_are) {
    for (int number = 1; number <= 200; ++number) {
        come(salviac, number);
    }
    auto const told = board(nine + minutes(300)).for_advisers;
    EXPECT_EQ(told.waiting, 200);
    ASSERT_EQ(told.tickets.size(), most_shown);
    EXPECT_EQ(told.tickets.front().number, 1);
    EXPECT_EQ(told.tickets.back().position, static_cast<int>(most_shown));
}

} // namespace
} // namespace parvis::queue
