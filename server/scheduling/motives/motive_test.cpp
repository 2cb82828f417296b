// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/motives/motive.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

Motive retirement_date() {
    Motive motive;
    motive.subject = "retirement";
    motive.label = {"Choisir ma date de départ", "Choose when to retire"};
    motive.duration_minutes = 30;
    motive.papers = {{"Votre relevé de carrière", "Your career statement"}};
    motive.notice_least_minutes = 120;
    motive.notice_most_days = 60;
    motive.cancellation_limit_minutes = 60;
    motive.modalities = {Modality::appointment};
    return motive;
}

Error refusal(Motive const& motive) {
    auto const checked = check_motive(motive);
    return checked ? Error{} : checked.error();
}

TEST(Motives, are_in_plain_words_of_both_languages) {
    EXPECT_EQ(refusal(retirement_date()), Error{});
    auto motive = retirement_date();
    motive.label.en.clear();
    EXPECT_EQ(refusal(motive).pointer, "/label/en");
    motive = retirement_date();
    motive.papers.push_back({"", "Pay slips"});
    EXPECT_EQ(refusal(motive).pointer, "/papers/1/fr");
    EXPECT_EQ(refusal(motive).reason, "paper_words_missing");
}

TEST(Motives, last_whole_ticks_and_not_half_a_day) {
    for (int const minutes : {0, 12, 245}) {
        auto motive = retirement_date();
        motive.duration_minutes = minutes;
        EXPECT_EQ(refusal(motive).pointer, "/duration_minutes") << minutes;
    }
}

TEST(Motives, may_be_booked_between_the_earliest_and_the_latest_moment) {
    auto motive = retirement_date();
    motive.notice_most_days = 1;
    motive.notice_least_minutes = 24 * 60 + 1;
    EXPECT_EQ(refusal(motive).reason, "notice_wrong");
    motive.notice_least_minutes = 24 * 60;
    EXPECT_EQ(refusal(motive), Error{});
}

TEST(Motives, name_communes_by_their_official_codes) {
    auto motive = retirement_date();
    motive.communes = {"46038", "2A004"};
    EXPECT_EQ(refusal(motive), Error{});
    motive.communes.emplace_back("Bretenoux");
    EXPECT_EQ(refusal(motive).pointer, "/communes/2");
}

TEST(Motives, are_offered_in_at_least_one_of_the_three_ways) {
    auto motive = retirement_date();
    motive.modalities.clear();
    EXPECT_EQ(refusal(motive).reason, "modalities_missing");
    motive.modalities = {Modality::appointment, Modality::appointment};
    EXPECT_EQ(refusal(motive).reason, "modality_twice");
}

} // namespace
} // namespace parvis::scheduling
