// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/displacement/displacement.hpp"
#include "server/scheduling/opening/label_hours.hpp"
#include "server/scheduling/rota/rota.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

constexpr Instant zero{1'772'614'800'000};
Instant at(int minutes) {
    return zero + std::chrono::minutes(minutes);
}

class Places : public ::testing::Test {
  protected:
    SupplyId const supply = SupplyId::make(zero);
    SiteId const bretenoux = SiteId::make(zero);
    SiteId const salviac = SiteId::make(zero);
    KioskId const kiosk = KioskId::make(zero);

    Opening open(int from, int to, int advisers, std::vector<SiteId> sites) const {
        return {supply, 0, {2026, 3, 4}, at(from), at(to), std::move(sites), 30, advisers, 0};
    }
    PlacedAppointment placed(int seat, int from, int to, SiteId const& site) const {
        return {AppointmentId::make(zero), supply, seat, site, kiosk, true, at(from), at(to)};
    }
};

TEST_F(Places, are_kept_by_whoever_sits_with_an_adviser_who_remains) {
    auto const fits =
        fit_into({open(0, 120, 1, {bretenoux})}, {placed(0, 0, 30, bretenoux), placed(0, 60, 90, bretenoux)});
    EXPECT_EQ(fits[0].misfit, std::nullopt);
    EXPECT_EQ(fits[1].misfit, std::nullopt);
}

TEST_F(Places, go_over_to_an_adviser_who_remains_and_is_free_then_the_earliest_first) {
    auto const fits = fit_into({open(0, 120, 1, {bretenoux})},
                               {placed(0, 0, 30, bretenoux), placed(1, 0, 30, bretenoux),
                                placed(1, 30, 60, bretenoux), placed(2, 45, 75, bretenoux)});
    EXPECT_EQ(fits[1].misfit, Misfit::too_few_advisers);
    EXPECT_EQ(fits[2].misfit, std::nullopt);
    EXPECT_EQ(fits[2].seat, 0);
    EXPECT_EQ(fits[3].misfit, Misfit::too_few_advisers);
}

TEST_F(Places, are_gone_where_nobody_answers_or_another_town_is_served) {
    auto const fits = fit_into({open(0, 60, 1, {bretenoux}), open(60, 120, 1, {salviac})},
                               {placed(0, 30, 60, bretenoux), placed(0, 60, 90, bretenoux),
                                placed(0, 45, 75, bretenoux), placed(0, 120, 150, salviac)});
    EXPECT_EQ(fits[0].misfit, std::nullopt);
    EXPECT_EQ(fits[1].misfit, Misfit::not_at_site);
    EXPECT_EQ(fits[2].misfit, Misfit::nobody_on_duty) << "half of it lies outside";
    EXPECT_EQ(fits[3].misfit, Misfit::nobody_on_duty);
}

TEST_F(Places, do_not_depend_on_the_town_for_who_telephones) {
    auto caller = placed(0, 60, 90, bretenoux);
    caller.at_site = false;
    EXPECT_EQ(fit_into({open(0, 120, 1, {salviac})}, {caller})[0].misfit, std::nullopt);
    EXPECT_EQ(misfit_of_place({}, caller), std::nullopt);
}

TEST_F(Places, are_gone_when_the_town_hall_or_the_kiosk_is_closed) {
    auto const one = placed(0, 0, 30, bretenoux);
    OpenSpan const morning{at(0), at(120)};
    OpenSpan const later{at(60), at(120)};
    EXPECT_EQ(misfit_of_place({{morning}, {{kiosk, {morning}}}}, one), std::nullopt);
    EXPECT_EQ(misfit_of_place({{later}, {{kiosk, {later}}}}, one), Misfit::site_closed);
    EXPECT_EQ(misfit_of_place({{morning}, {{kiosk, {later}}}}, one), Misfit::kiosk_closed);
    EXPECT_EQ(misfit_of_place({{morning}, {}}, one), Misfit::kiosk_closed) << "it is no longer there";
}

class Rotas : public ::testing::Test {
  protected:
    SupplyId const morning = SupplyId::make(zero);
    SupplyId const same_time = SupplyId::make(zero);
    network::AdviserGroupId const group = network::AdviserGroupId::make(zero);
    AccountId const camille = AccountId::make(zero);
    AccountId const hugo = AccountId::make(zero);
    AccountId const nadia = AccountId::make(zero);
    LocalDate const day{2026, 3, 4};

    std::vector<Manned> manned(DutyBook const& book) const {
        return man({{morning, group, day, at(0), at(180), 2}, {same_time, group, day, at(60), at(120), 1}},
                   book, {{group, {camille, hugo, nadia}}});
    }
};

TEST_F(Rotas, miss_nobody_where_only_a_number_is_planned) {
    auto const rota = manned({});
    EXPECT_FALSE(rota[0].named);
    EXPECT_EQ(rota[0].missing, 0);
    EXPECT_EQ(rota[0].free.size(), 3U);
}

TEST_F(Rotas, show_who_is_ill_how_many_are_missing_and_who_is_free) {
    DutyBook book;
    book.regulars[morning] = {camille, hugo};
    book.regulars[same_time] = {nadia};
    book.absences = {{camille, {2026, 3, 3}, {2026, 3, 4}}};
    auto const rota = manned(book);
    EXPECT_EQ(rota[0].on_duty, std::vector{hugo});
    EXPECT_EQ(rota[0].absent, std::vector{camille});
    EXPECT_EQ(rota[0].missing, 1);
    EXPECT_TRUE(rota[0].free.empty()) << "Nadia answers elsewhere at that time, Hugo is here already";
    EXPECT_EQ(rota[1].missing, 0);
}

TEST_F(Rotas, are_whole_again_once_somebody_stands_in_for_that_day) {
    DutyBook book;
    book.regulars[morning] = {camille, hugo};
    book.absences = {{camille, day, day}};
    EXPECT_EQ(manned(book)[0].free, std::vector{nadia});
    book.stand_ins = {{morning, day, nadia}, {morning, {2026, 3, 11}, nadia}};
    auto const rota = manned(book);
    EXPECT_EQ(rota[0].missing, 0);
    EXPECT_EQ(rota[0].on_duty, (std::vector{hugo, nadia}));
}

TEST_F(Rotas, free_everybody_again_on_the_day_after_the_absence) {
    DutyBook book;
    book.regulars[morning] = {camille, hugo};
    book.absences = {{camille, {2026, 3, 1}, {2026, 3, 3}}};
    EXPECT_EQ(manned(book)[0].missing, 0);
}

TEST(LabelOfAHouse, asks_for_24_hours_over_three_days) {
    using Week = std::vector<kiosk_protocol::OpeningPeriod>;
    EXPECT_TRUE(label_hours(Week{{1, 540, 1020}, {2, 540, 1020}, {4, 540, 1020}}).enough);
    EXPECT_FALSE(label_hours(Week{{1, 480, 1200}, {2, 480, 1200}}).enough) << "24 hours, but two days";
    auto const short_week = label_hours(Week{{1, 540, 720}, {1, 810, 1020}, {3, 540, 720}, {5, 540, 720}});
    EXPECT_EQ(short_week.minutes_a_week, 180 + 210 + 180 + 180);
    EXPECT_EQ(short_week.days, 3);
    EXPECT_FALSE(short_week.enough);
}

} // namespace
} // namespace parvis::scheduling
