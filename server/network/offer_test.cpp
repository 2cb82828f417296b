// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/zone.hpp"
#include "server/network/offer.hpp"

#include <gtest/gtest.h>

namespace parvis::network {
namespace {

using kiosk_protocol::OfferState;

constexpr char paris[] = "Europe/Paris";
// Wednesday 4 March 2026.
Instant wednesday_at(int hour, int minute) {
    return to_instant({2026, 3, 4}, hour * 60 + minute, paris);
}

Offer an_offer(std::string subject, std::string acronym) {
    Instant const any{1'700'000'000'000};
    Offer offer{OfferId::make(any),
                NetworkId::make(any),
                SiteId::make(any),
                PartnerId::make(any),
                AdviserGroupId::make(any),
                {acronym, {acronym, acronym}},
                subject,
                {subject, subject},
                subject,
                {}};
    offer.windows = {{3, 510, 630}, {5, 540, 720}}; // Wednesday 8:30-10:30, Friday 9:00-12:00
    return offer;
}

TEST(Offers, an_offer_is_open_while_its_window_is_on_and_an_adviser_is_there) {
    auto const offer = an_offer("family", "CAF");
    EXPECT_EQ(entry_of(offer, {offer.group_id}, wednesday_at(8, 30), paris).state, OfferState::open);
    EXPECT_EQ(entry_of(offer, {offer.group_id}, wednesday_at(10, 29), paris).state, OfferState::open);
    EXPECT_EQ(entry_of(offer, {offer.group_id}, wednesday_at(10, 30), paris).state, OfferState::closed);
}

TEST(Offers, an_offer_names_its_body_by_id_because_two_bodies_may_share_an_acronym) {
    auto const offer = an_offer("family", "CAF");
    EXPECT_EQ(entry_of(offer, {}, wednesday_at(9, 0), paris).partner_id, offer.partner_id);
}

TEST(Offers, a_window_without_adviser_says_so_instead_of_promising) {
    auto const offer = an_offer("family", "CAF");
    EXPECT_EQ(entry_of(offer, {}, wednesday_at(9, 0), paris).state, OfferState::nobody_there);
}

TEST(Offers, a_closed_offer_tells_when_it_opens_next) {
    auto const offer = an_offer("family", "CAF");
    auto const later_today = entry_of(offer, {}, wednesday_at(7, 0), paris);
    EXPECT_EQ(later_today.opens_at, wednesday_at(8, 30));
    auto const on_friday = entry_of(offer, {}, wednesday_at(12, 0), paris);
    EXPECT_EQ(on_friday.opens_at, to_instant({2026, 3, 6}, 540, paris));
}

TEST(Offers, an_opening_is_told_in_local_time_across_the_change_to_summer_time) {
    auto offer = an_offer("family", "CAF");
    offer.windows = {{1, 540, 720}}; // Monday 9:00, the day after clocks go forward
    auto const saturday = to_instant({2026, 3, 28}, 600, paris);
    EXPECT_EQ(entry_of(offer, {}, saturday, paris).opens_at,
              (Instant{1'774'854'000'000})); // 2026-03-30T07:00Z
}

TEST(Offers, an_offer_without_window_promises_nothing) {
    auto offer = an_offer("family", "CAF");
    offer.windows.clear();
    EXPECT_EQ(entry_of(offer, {offer.group_id}, wednesday_at(9, 0), paris).opens_at, std::nullopt);
}

TEST(Offers, bodies_that_serve_one_subject_share_its_tile_and_the_open_one_comes_first) {
    auto const carsat = an_offer("retirement", "Carsat");
    auto const msa = an_offer("retirement", "MSA");
    auto const tiles = tiles_of({carsat, msa}, {msa.group_id}, wednesday_at(9, 0), paris);
    ASSERT_EQ(tiles.size(), 1u);
    ASSERT_EQ(tiles[0].offers.size(), 2u);
    EXPECT_EQ(tiles[0].offers[0].acronym, "MSA");
}

TEST(Offers, a_first_screen_never_shows_more_than_six_tiles_and_loses_no_offer) {
    std::vector<Offer> offers;
    for (auto const* subject :
         {"retirement", "family", "health", "work", "farming", "youth", "home_help", "taxes"}) {
        offers.push_back(an_offer(subject, subject));
    }
    auto const tiles = tiles_of(offers, {}, wednesday_at(9, 0), paris);
    ASSERT_EQ(tiles.size(), 6u);
    EXPECT_EQ(tiles[0].subject, "retirement");
    EXPECT_EQ(tiles[5].subject, "other");
    EXPECT_EQ(tiles[5].offers.size(), 3u);
}

} // namespace
} // namespace parvis::network
