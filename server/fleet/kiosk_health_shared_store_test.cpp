// SPDX-License-Identifier: EUPL-1.2
#include "server/fleet/kiosk_health_shared_store.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::fleet {
namespace {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::DeviceReport;

class KioskHealthOnRecord : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    KioskId const kiosk = world.bretenoux.kiosk_id;

    void save(DeviceReport const& report, Instant at) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                save_report(session, kiosk, report, at);
                return {};
            })
            .value();
    }
    KioskHealth health() {
        return world.database()
            .read([&](db::Session& session) -> Result<KioskHealth> { return health_of(session, kiosk); })
            .value();
    }
    static DeviceReport jammed() {
        DeviceReport report;
        report.printer = {DeviceCondition::attention, {DeviceReason::paper_jam}, "M404", "tray 2"};
        return report;
    }
};

TEST_P(KioskHealthOnRecord, is_unknown_before_the_first_report) {
    EXPECT_EQ(health().devices, DeviceReport{});
    EXPECT_FALSE(health().reported_at);
    EXPECT_FALSE(health().last_seen_at);
}

TEST_P(KioskHealthOnRecord, is_the_last_report_with_its_time) {
    save(jammed(), world.clock.now());
    EXPECT_EQ(health().devices, jammed());
    EXPECT_EQ(health().reported_at, world.clock.now());
}

TEST_P(KioskHealthOnRecord, is_not_overwritten_by_an_older_report) {
    save(jammed(), world.clock.now());
    save(DeviceReport{}, world.clock.now() - std::chrono::seconds(1));
    EXPECT_EQ(health().devices, jammed());
}

TEST_P(KioskHealthOnRecord, keeps_the_last_self_test_beside_the_devices) {
    auto const test = [&](Instant at, kiosk_protocol::CheckOutcome outcome) {
        SelfTestResult result{at, {{{"scanner", outcome, 120, {}, "in use"}}}};
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                save_self_test(session, kiosk, result);
                return {};
            })
            .value();
        return result;
    };
    test(world.clock.now(), kiosk_protocol::CheckOutcome::failed);
    EXPECT_FALSE(health().reported_at);
    save(jammed(), world.clock.now());
    auto const last = test(world.clock.now() + std::chrono::minutes(1), kiosk_protocol::CheckOutcome::passed);
    EXPECT_EQ(health().self_test, last);
    EXPECT_EQ(health().devices, jammed());
}

TEST_P(KioskHealthOnRecord, keeps_the_report_when_the_kiosk_was_seen_later) {
    save(jammed(), world.clock.now());
    auto const later = world.clock.now() + std::chrono::minutes(5);
    world.database()
        .write([&](db::Session& session) -> Result<void> {
            save_seen(session, kiosk, later);
            return {};
        })
        .value();
    EXPECT_EQ(health().devices, jammed());
    EXPECT_EQ(health().last_seen_at, later);
    EXPECT_EQ(health().reported_at, world.clock.now());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, KioskHealthOnRecord, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::fleet
