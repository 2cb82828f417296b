// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

/// One group; Camille answers every morning from 2 to 6 March 2026.
class Rotas : public ::testing::Test {
  protected:
    static Shift morning(SupplyId const& supply, network::AdviserGroupId const& group, int day) {
        LocalDate const date{2026, 3, day};
        return {supply, group, date, to_instant(date, 540, "UTC"), to_instant(date, 720, "UTC"), 1};
    }
    Rotas() {
        for (int day = 2; day <= 6; ++day) {
            shifts.push_back(morning(supply, group, day));
        }
        book.regulars[supply] = {camille};
        book.absences = {away};
    }
    /// Days on which Hugo comes, and on which he does not.
    Replacement replaced() const { return replace(man(shifts, book, members), book, members, away, hugo); }
    static std::vector<int> days(std::vector<Shift> const& taken) {
        std::vector<int> found;
        for (auto const& shift : taken) {
            found.push_back(shift.day.day);
        }
        return found;
    }

    Instant now{1'772'000'000'000};
    SupplyId supply = SupplyId::make(now);
    SupplyId other = SupplyId::make(now);
    network::AdviserGroupId group = network::AdviserGroupId::make(now);
    network::AdviserGroupId other_group = network::AdviserGroupId::make(now);
    AccountId camille = AccountId::make(now);
    AccountId hugo = AccountId::make(now);
    AccountId lucie = AccountId::make(now);
    AbsentDays away{camille, {2026, 3, 2}, {2026, 3, 4}};
    std::map<network::AdviserGroupId, std::vector<AccountId>> members{{group, {camille, hugo, lucie}},
                                                                      {other_group, {hugo}}};
    std::vector<Shift> shifts;
    DutyBook book;
};

TEST_F(Rotas, put_one_person_in_the_place_of_another_on_the_days_away_alone) {
    EXPECT_EQ(days(replaced().taken), (std::vector{2, 3, 4}));
    EXPECT_TRUE(replaced().refused.empty());
}

TEST_F(Rotas, leave_alone_what_another_body_planned_and_know_who_is_busy_there) {
    shifts.push_back(morning(other, other_group, 2));
    book.regulars[other] = {camille, hugo};
    members.erase(other_group);
    auto const found = replaced();
    EXPECT_EQ(days(found.taken), (std::vector{3, 4}));
    ASSERT_EQ(found.refused.size(), 1u);
    EXPECT_EQ(found.refused[0].shift.supply_id, supply);
    EXPECT_EQ(found.refused[0].reason, NotInstead::on_duty);
}

TEST_F(Rotas, may_be_told_twice) {
    for (int day = 2; day <= 4; ++day) {
        book.stand_ins.push_back({supply, {2026, 3, day}, hugo});
    }
    EXPECT_EQ(days(replaced().taken), (std::vector{2, 3, 4}));
    EXPECT_TRUE(replaced().refused.empty());
}

TEST_F(Rotas, say_on_which_days_somebody_cannot_come_and_why) {
    book.absences.push_back({hugo, {2026, 3, 2}, {2026, 3, 2}});
    shifts.push_back(morning(other, other_group, 3));
    book.stand_ins = {{other, {2026, 3, 3}, hugo}, {supply, {2026, 3, 4}, lucie}};
    auto const found = replaced();
    EXPECT_TRUE(found.taken.empty());
    ASSERT_EQ(found.refused.size(), 3u);
    EXPECT_EQ(found.refused[0].reason, NotInstead::absent);
    EXPECT_EQ(found.refused[1].reason, NotInstead::on_duty);
    EXPECT_EQ(found.refused[2].reason, NotInstead::nobody_missing) << "Lucie comes already";
}

TEST_F(Rotas, send_nobody_to_two_places_at_once_or_to_a_group_that_is_not_theirs) {
    shifts.push_back(morning(other, group, 3));
    book.regulars[other] = {camille};
    auto const found = replaced();
    EXPECT_EQ(days(found.taken), (std::vector{2, 3, 4}));
    ASSERT_EQ(found.refused.size(), 1u);
    EXPECT_EQ(found.refused[0].reason, NotInstead::on_duty);
    members[group] = {camille, lucie};
    EXPECT_TRUE(replaced().taken.empty());
    EXPECT_EQ(replaced().refused.front().reason, NotInstead::other_group);
}

} // namespace
} // namespace parvis::scheduling
