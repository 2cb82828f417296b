// SPDX-License-Identifier: EUPL-1.2
#include "server/fleet/self_test_service.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::fleet {
namespace {

using identity::Role;

class SelfTestOrders : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    std::vector<KioskId> told;
    Result<void> kiosk_says;
    SelfTestService service{world.database(), world.clock, [this](KioskId const& asked) {
                                told.push_back(asked);
                                return kiosk_says;
                            }};
    KioskId const kiosk = world.bretenoux.kiosk_id;

    bool is_in_trail() {
        auto const reader = world.account("reader", Role::administrator).account_id;
        auto const acts = world.database()
                              .read([&](db::Session& session) -> Result<std::vector<identity::AuditEntry>> {
                                  return identity::newest_acts(session, reader);
                              })
                              .value();
        return std::ranges::any_of(acts, [&](identity::AuditEntry const& entry) {
            return entry.act == "self_test_ordered" && entry.subject == identity::trail_name(kiosk);
        });
    }
};

TEST_P(SelfTestOrders, of_technicians_and_administrators_reach_the_kiosk_and_are_in_the_trail) {
    auto const order = service.order(world.account("tech", Role::technician), kiosk);
    EXPECT_EQ(order.value().ordered_at, world.clock.now());
    EXPECT_TRUE(service.order(world.account("admin", Role::administrator), kiosk).ok());
    EXPECT_EQ(told, (std::vector{kiosk, kiosk}));
    EXPECT_TRUE(is_in_trail());
}

TEST_P(SelfTestOrders, of_others_are_refused_and_the_kiosk_hears_nothing) {
    auto const adviser = world.account("camille", Role::adviser, world.caf);
    EXPECT_EQ(service.order(adviser, kiosk).error().reason, "role_missing");
    EXPECT_TRUE(told.empty());
    EXPECT_FALSE(is_in_trail());
}

TEST_P(SelfTestOrders, for_a_kiosk_that_is_away_are_refused_and_leave_no_trace) {
    kiosk_says = fail(ErrorCode::unavailable, "kiosk_offline");
    EXPECT_EQ(service.order(world.account("tech", Role::technician), kiosk).error().reason, "kiosk_offline");
    EXPECT_FALSE(is_in_trail());
}

TEST_P(SelfTestOrders, for_a_kiosk_that_nobody_knows_are_refused) {
    auto const technician = world.account("tech", Role::technician);
    EXPECT_EQ(service.order(technician, KioskId::make(world.clock.now())).error().reason, "kiosk_unknown");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SelfTestOrders, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::fleet
