// SPDX-License-Identifier: EUPL-1.2
#include "embedded/parvis_embedded_places.hpp"
#include "server/places/place_index.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace parvis::places {
namespace {

/// All of France, as it is in the program.
PlaceIndex const& france() {
    static PlaceIndex const index(embedded_places().front().second);
    return index;
}

/// Counters are in the Lot and nowhere else.
bool in_the_lot(Place const& place) {
    return departement_of(place) == "46";
}

std::vector<std::string> names(std::string_view typed, std::size_t most = 4) {
    std::vector<std::string> found;
    for (auto const& place : france().find(typed, most, in_the_lot)) {
        found.push_back(place.name + " " + departement_of(place));
    }
    return found;
}

std::string first(std::string_view typed) {
    auto const found = names(typed, 1);
    return found.empty() ? "" : found.front();
}

TEST(PlaceIndex, knows_all_communes_and_the_old_ones_that_live_on_in_them) {
    EXPECT_GT(france().size(), 36'000u);
}

TEST(PlaceIndex, accents_hyphens_capitals_and_apostrophes_do_not_count) {
    EXPECT_EQ(first("cajarc"), "Cajarc 46");
    EXPECT_EQ(first("LACAPELLE MARIVAL"), "Lacapelle-Marival 46");
    EXPECT_EQ(first("mercues"), "Mercuès 46");
    EXPECT_EQ(first("l'hopital saint blaise"), "L’Hôpital-Saint-Blaise 64");
    EXPECT_EQ(first("L’Hôpital-Saint-Blaise"), "L’Hôpital-Saint-Blaise 64");
}

TEST(PlaceIndex, saint_is_written_short_as_often_as_not) {
    EXPECT_EQ(first("st cirq lapopie"), "Saint-Cirq-Lapopie 46");
    EXPECT_EQ(first("St-Céré"), "Saint-Céré 46");
    EXPECT_EQ(first("ste maxime"), "Sainte-Maxime 83");
}

TEST(PlaceIndex, a_slip_or_two_do_not_matter) {
    EXPECT_EQ(first("bretnoux"), "Bretenoux 46");
    EXPECT_EQ(first("rocamadourre"), "Rocamadour 46");
    EXPECT_EQ(first("lisle jourdain"), "L’Isle-Jourdain 32");
    EXPECT_TRUE(names("qqqqqq").empty());
}

TEST(PlaceIndex, the_namesake_with_counters_around_comes_first_and_the_other_stays_in_reach) {
    auto const near_vienne = [](Place const& place) { return departement_of(place) == "86"; };
    auto const found = france().find("l'isle jourdain", 2, near_vienne);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].code, "86112");
    EXPECT_EQ(found[1].code, "32160");
    EXPECT_EQ(first("marseille"), "Marseille 13");
}

TEST(PlaceIndex, a_postcode_finds_its_communes) {
    EXPECT_EQ(first("46160"), "Cajarc 46");
    EXPECT_EQ(first("13001"), "Marseille 13");
    EXPECT_EQ(france().find("46 160", 50, in_the_lot).size(), france().find("46160", 50, in_the_lot).size());
    EXPECT_TRUE(names("99999").empty());
}

TEST(PlaceIndex, an_old_commune_is_found_under_the_name_that_people_still_say) {
    auto const found = france().find("bagat en quercy", 1, in_the_lot);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].part_of, "Barguelonne-en-Quercy");
    EXPECT_EQ(found[0].postcodes, std::vector<std::string>{"46800"});
}

TEST(PlaceIndex, a_code_is_one_commune_or_none) {
    EXPECT_EQ(france().named("46042").value().name, "Cahors");
    EXPECT_FALSE(france().named("46999"));
    EXPECT_FALSE(france().named(""));
}

TEST(PlaceIndex, one_letter_means_nothing) {
    EXPECT_TRUE(names("c").empty());
    EXPECT_TRUE(names(" - ").empty());
}

TEST(PlaceIndex, a_position_is_that_of_the_town_or_says_that_it_is_rough) {
    auto const cahors = france().find("cahors", 1, in_the_lot).at(0);
    EXPECT_FALSE(cahors.is_rough);
    EXPECT_LT(std::abs(cahors.latitude_microdegrees - 44'447'000), 20'000);
    EXPECT_LT(std::abs(cahors.longitude_microdegrees - 1'440'000), 20'000);
}

TEST(PlaceIndex, refuses_a_line_that_is_not_a_place) {
    EXPECT_THROW(PlaceIndex("46042;Cahors"), std::runtime_error);
    EXPECT_THROW(PlaceIndex("46042;Cahors;46000;x;1.4;;20050;"), std::runtime_error);
}

} // namespace
} // namespace parvis::places
