// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::identity {
namespace {

class AuditTrail : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};

    void append(std::string const& act) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                append_audit(session, {act, "system", "interview:1", "", world.clock.now()},
                             world.clock.now());
                return {};
            })
            .value();
    }
    void run(std::string const& sql) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                session.sql() << sql;
                return {};
            })
            .value();
    }
    AuditVerdict verify() {
        return world.database()
            .read([](db::Session& session) -> Result<AuditVerdict> { return verify_audit(session); })
            .value();
    }
};

TEST_P(AuditTrail, an_untouched_trail_verifies) {
    append("kiosk_paired");
    append("papers_wiped");
    EXPECT_EQ(verify().entries, 2);
    EXPECT_EQ(verify().first_broken, std::nullopt);
}

TEST_P(AuditTrail, a_changed_act_is_found) {
    append("kiosk_paired");
    append("papers_wiped");
    run("UPDATE audit_act SET act = 'nothing_happened' WHERE number = 2");
    EXPECT_EQ(verify().first_broken, 2);
}

TEST_P(AuditTrail, a_removed_link_of_the_chain_is_found) {
    append("kiosk_paired");
    append("kiosk_revoked");
    append("papers_wiped");
    run("DELETE FROM audit_act WHERE number = 2");
    run("DELETE FROM audit_chain WHERE number = 2");
    EXPECT_EQ(verify().first_broken, 2);
}

TEST_P(AuditTrail, acts_are_erased_after_their_time_and_the_chain_still_holds) {
    append("signed_in");
    world.clock.advance(std::chrono::hours(24));
    append("signed_out");
    world.database()
        .write([&](db::Session& session) -> Result<void> {
            erase_acts(session, world.clock.now() - std::chrono::hours(1));
            return {};
        })
        .value();
    EXPECT_EQ(verify().entries, 2);
    EXPECT_EQ(verify().first_broken, std::nullopt);
    auto const left = world.database().read(
        [](db::Session& session) -> Result<std::vector<AuditEntry>> { return newest_acts(session); });
    ASSERT_EQ(left->size(), 1u);
    EXPECT_EQ(left->front().act, "signed_out");
}

TEST_P(AuditTrail, erasing_what_personal_data_asks_for_leaves_the_chain_whole) {
    append("signed_in");
    append("signed_out");
    run("DELETE FROM audit_act WHERE number = 1");
    EXPECT_EQ(verify().first_broken, std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(On, AuditTrail, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::identity
