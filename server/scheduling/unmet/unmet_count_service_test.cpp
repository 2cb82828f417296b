// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/unmet/unmet_count_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using identity::Role;

/// "Now" is Wednesday 4 March 2026, 10:00 in Paris.
class UnmetRequests : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    UnmetCountService service{world.database()};
    identity::Caller const coordinator = world.account("coordinator", Role::coordinator);
    identity::Caller const of_caf = world.account("manager", Role::partner_manager, world.caf);
    MotiveId const rent = motive_of(world.caf, "family", "Mon loyer");
    MotiveId const pension = motive_of(world.carsat, "retirement", "Ma retraite");

    MotiveId motive_of(PartnerId const& partner, std::string const& subject, std::string const& label) {
        Motive motive;
        motive.motive_id = MotiveId::make(world.clock.now());
        motive.network_id = world.network;
        motive.partner_id = partner;
        motive.subject = subject;
        motive.label = {label, label};
        motive.duration_minutes = 20;
        motive.modalities = {Modality::appointment};
        EXPECT_TRUE(world.database()
                        .write([&](db::Session& session) -> Result<void> {
                            save_motive(session, motive);
                            return {};
                        })
                        .ok());
        return motive.motive_id;
    }
    void in_vain(MotiveId const& motive, UnmetReason reason, Instant at) {
        UnmetRequest const request{
            UnmetId::make(world.clock.now()), world.network, world.bretenoux.site_id, motive, reason, at};
        EXPECT_TRUE(world.database()
                        .write([&](db::Session& session) -> Result<void> {
                            insert_unmet_request(session, request, at);
                            return {};
                        })
                        .ok());
    }
    Result<UnmetCounts> counts(identity::Caller const& who) {
        return service.counts(who, world.network, {2026, 1, 1}, {2026, 3, 31});
    }
};
INSTANTIATE_TEST_SUITE_P(Each, UnmetRequests, ::testing::ValuesIn(testing::engines()),
                         [](auto const& one) { return testing::engine_name(one.param); });

TEST_P(UnmetRequests, are_counted_by_local_month_subject_site_and_reason) {
    // In UTC this is still February.
    auto const first_of_march = to_instant({2026, 3, 1}, 5, "Europe/Paris");
    in_vain(rent, UnmetReason::all_taken, first_of_march);
    in_vain(rent, UnmetReason::all_taken, world.clock.now());
    in_vain(rent, UnmetReason::refused, world.clock.now());
    in_vain(rent, UnmetReason::all_taken, to_instant({2026, 2, 28}, 600, "Europe/Paris"));
    auto const found = counts(coordinator).value().counts;
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].month, (LocalDate{2026, 2, 1}));
    EXPECT_EQ(found[0].count, 1);
    EXPECT_EQ(found[1].month, (LocalDate{2026, 3, 1}));
    EXPECT_EQ(found[1].reason, UnmetReason::all_taken);
    EXPECT_EQ(found[1].site_id, world.bretenoux.site_id);
    EXPECT_EQ(found[1].motive_label.fr, "Mon loyer");
    EXPECT_EQ(found[1].count, 2);
    EXPECT_EQ(found[2].reason, UnmetReason::refused);
}

TEST_P(UnmetRequests, of_another_body_are_not_told_to_a_partner_manager) {
    in_vain(rent, UnmetReason::nothing_offered, world.clock.now());
    in_vain(pension, UnmetReason::nothing_offered, world.clock.now());
    EXPECT_EQ(counts(coordinator).value().counts.size(), 2U);
    auto const own = counts(of_caf).value().counts;
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0].partner_id, world.caf);
}

TEST_P(UnmetRequests, are_not_for_a_mediator_nor_of_another_network_nor_of_ten_years) {
    auto const mediator = world.account("mediator", Role::mediator, {}, world.bretenoux.site_id);
    EXPECT_EQ(counts(mediator).error().reason, "role_missing");
    EXPECT_EQ(
        service.counts(of_caf, NetworkId::make(world.clock.now()), {2026, 3, 1}, {2026, 3, 2}).error().reason,
        "network_unknown");
    EXPECT_EQ(service.counts(coordinator, world.network, {2016, 1, 1}, {2026, 1, 1}).error().reason,
              "plan_span_wrong");
}

} // namespace
} // namespace parvis::scheduling
