// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/kiosk_queue.hpp"

#include <gtest/gtest.h>

namespace parvis::queue {
namespace {

using std::chrono::minutes;

constexpr Instant nine{1'772'611'200'000};

/// The kiosk of a small town hall.
struct AScreenAtTheKiosk : ::testing::Test {
    SiteId const bretenoux = SiteId::make(nine);
    KioskId const kiosk = KioskId::make(nine);
    KioskId const other = KioskId::make(nine);
    PartnerId const caf = PartnerId::make(nine);
    Line line;
    WallPlace place;

    AScreenAtTheKiosk() {
        line.group_id = AdviserGroupId::make(nine);
        place.site.site_id = bretenoux;
        place.kiosks.push_back({kiosk, "Borne", "Salle"});
        network::Offer offer;
        offer.group_id = line.group_id;
        offer.partner_id = caf;
        offer.partner.acronym = "CAF";
        place.offers.push_back(offer);
        line.kiosks.push_back({kiosk, bretenoux, false, false, false, {}});
    }
    QueueTicket& come(int number) {
        QueueTicket ticket;
        ticket.ticket_id = TicketId::make(nine + minutes(number));
        ticket.group_id = line.group_id;
        ticket.site_id = bretenoux;
        ticket.number = number;
        ticket.state = TicketState::waiting;
        ticket.arrived_at = ticket.place_at = nine + minutes(number);
        line.tickets.push_back(ticket);
        return line.tickets.back();
    }
    kiosk_protocol::KioskQueue shown(KioskId const& at) const {
        auto const order = shown_order(line, nine + minutes(60));
        return joined({{line.group_id, part_at(line, order, place, at)}});
    }
    std::vector<int> numbers(KioskId const& at) const {
        std::vector<int> found;
        for (auto const& wait : shown(at).waits) {
            found.push_back(wait.number);
        }
        return found;
    }
};

TEST_F(AScreenAtTheKiosk, says_whose_turn_it_is_there) {
    auto& ticket = come(12);
    ticket = called(ticket, {TicketActId::make(nine), AccountId::make(nine), kiosk, std::nullopt},
                    nine + minutes(30))
                 .value();
    ASSERT_TRUE(shown(kiosk).turn);
    EXPECT_EQ(shown(kiosk).turn->number, 12);
    EXPECT_EQ(shown(kiosk).turn->partner_id, caf) << "two bodies may share an acronym";
    EXPECT_EQ(shown(kiosk).turn->acronym, "CAF");
    EXPECT_FALSE(shown(other).turn);
}

TEST_F(AScreenAtTheKiosk, shows_everybody_who_waits_where_it_is_the_only_one) {
    come(1);
    come(2);
    EXPECT_EQ(numbers(kiosk), (std::vector{1, 2}));
}

TEST_F(AScreenAtTheKiosk, says_to_each_where_they_stand_in_the_line_over_all_its_sites) {
    come(1).site_id = SiteId::make(nine); // waits elsewhere, before them
    come(2);
    auto& away = come(3);
    away = sent_away(away, nine + minutes(90), nine + minutes(30)).value();
    auto const waits = shown(kiosk).waits;
    ASSERT_EQ(waits.size(), 2U);
    EXPECT_EQ(waits[0].position, 2);
    EXPECT_FALSE(waits[1].position);
}

TEST_F(AScreenAtTheKiosk, shows_only_whom_it_promised_to_call_back_where_there_are_two) {
    place.kiosks.push_back({other, "Borne 2", "Salle 2"});
    come(1);
    come(2).wanted_kiosk_id = kiosk;
    EXPECT_EQ(numbers(kiosk), (std::vector{2}));
    EXPECT_TRUE(shown(kiosk).waits.front().promised);
    EXPECT_TRUE(numbers(other).empty());
}

TEST_F(AScreenAtTheKiosk, keeps_the_number_of_who_comes_back_later_after_those_who_wait) {
    auto& away = come(1);
    away = sent_away(away, nine + minutes(90), nine + minutes(5)).value();
    come(2);
    EXPECT_EQ(numbers(kiosk), (std::vector{2, 1}));
    EXPECT_EQ(shown(kiosk).waits.back().back_at, nine + minutes(90));
}

TEST_F(AScreenAtTheKiosk, says_that_nobody_is_there_instead_of_a_range) {
    come(1);
    auto const wait = shown(kiosk).waits.front();
    EXPECT_TRUE(wait.nobody_there);
    EXPECT_FALSE(wait.from_minutes);
}

TEST_F(AScreenAtTheKiosk, tells_the_sentence_of_a_closed_line) {
    line.closings.at.emplace(bretenoux, "Revenez demain.");
    ASSERT_EQ(shown(kiosk).closed.size(), 1U);
    EXPECT_EQ(shown(kiosk).closed.front().partner_id, caf);
    EXPECT_EQ(shown(kiosk).closed.front().message, "Revenez demain.");
}

TEST_F(AScreenAtTheKiosk, shows_no_more_numbers_than_can_be_read_from_a_chair) {
    for (int number = 1; number <= 20; ++number) {
        come(number);
    }
    EXPECT_EQ(shown(kiosk).waits.size(), most_at_kiosk);
}

} // namespace
} // namespace parvis::queue
