// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/identity/audit_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::identity {
namespace {

class AuditTrail : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};

    void append(std::string const& act, std::string const& subject = "interview:1",
                std::string const& actor = "system") {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                append_audit(session, {act, actor, subject, "", world.clock.now()}, world.clock.now());
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
    std::vector<std::string> seen_by(Caller const& reader) {
        auto const page = audit_page(world.database(), world.clock, reader).value();
        std::vector<std::string> acts;
        for (auto const& entry : page.entries) {
            acts.push_back(entry.act);
        }
        return acts;
    }
    AuditVerdict verify(std::optional<AuditLink> const& kept = std::nullopt) {
        return world.database()
            .read([&](db::Session& session) -> Result<AuditVerdict> {
                return verify_audit(session, world.clock.now(), kept);
            })
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
    world.clock.advance(acts_kept_for + std::chrono::hours(1));
    append("signed_out");
    world.database()
        .write([&](db::Session& session) -> Result<void> {
            erase_acts(session, world.clock.now());
            return {};
        })
        .value();
    EXPECT_EQ(verify().entries, 2);
    EXPECT_EQ(verify().first_broken, std::nullopt);
    auto const admin = world.account("admin", Role::administrator);
    auto const left = seen_by(admin);
    EXPECT_EQ(std::ranges::count(left, "signed_out"), 1);
    EXPECT_EQ(std::ranges::count(left, "signed_in"), 0);
}

TEST_P(AuditTrail, an_act_that_is_gone_before_its_time_is_found) {
    append("signed_in");
    append("papers_wiped");
    run("DELETE FROM audit_act WHERE number = 2");
    EXPECT_EQ(verify().first_broken, 2);
}

TEST_P(AuditTrail, whose_end_was_cut_off_is_found_by_a_link_that_was_kept_elsewhere) {
    append("signed_in");
    append("papers_wiped");
    auto const kept = verify().newest.value();
    EXPECT_EQ(kept.number, 2);
    EXPECT_EQ(verify(kept).first_broken, std::nullopt);
    run("DELETE FROM audit_act WHERE number = 2");
    run("DELETE FROM audit_chain WHERE number = 2");
    EXPECT_EQ(verify().first_broken, std::nullopt);
    EXPECT_EQ(verify(kept).first_broken, 2);
}

TEST_P(AuditTrail, made_anew_is_found_by_a_link_that_was_kept_elsewhere) {
    append("signed_in");
    auto const kept = verify().newest.value();
    run("DELETE FROM audit_act");
    run("DELETE FROM audit_chain");
    append("nothing_happened");
    append("papers_wiped");
    EXPECT_EQ(verify().first_broken, std::nullopt);
    EXPECT_EQ(verify(kept).first_broken, 1);
}

TEST(AuditLink, is_read_as_it_was_written) {
    AuditLink const link{17, std::string(64, 'a')};
    auto const read = audit_link_of(audit_link_text(link));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->number, 17);
    EXPECT_EQ(read->chain, link.chain);
    for (auto const* text : {"", "17", "17:", "0:", ":aa", "x:y", "17:zz"}) {
        EXPECT_FALSE(audit_link_of(text)) << text;
    }
}

TEST_P(AuditTrail, is_read_by_the_administrators_of_the_network_that_an_act_belongs_to) {
    auto const admin = world.account("admin", Role::administrator);
    auto const marie = world.account("marie", Role::adviser, world.caf);
    append("kiosk_paired", trail_name(world.bretenoux.kiosk_id));
    append("papers_wiped", "interview:rung-without-a-network", trail_name(world.bretenoux.kiosk_id));
    append("signed_in", trail_name(marie.account_id));
    append("sign_in_refused", "account:nobody");
    auto const everything = seen_by(admin);
    EXPECT_EQ(std::ranges::count(everything, "sign_in_refused"), 1);

    run("INSERT INTO network (network_id, name, time_zone, is_demo) VALUES ('elsewhere', 'Ailleurs',"
        " 'Europe/Paris', 1)");
    auto const own = seen_by(admin);
    for (auto const* act : {"kiosk_paired", "papers_wiped", "signed_in"}) {
        EXPECT_EQ(std::ranges::count(own, act), 1) << act;
    }
    EXPECT_EQ(std::ranges::count(own, "sign_in_refused"), 0);

    run("UPDATE membership SET network_id = 'elsewhere' WHERE account_id = '" + admin.account_id.text() +
        "'");
    auto const foreign = seen_by(admin);
    for (auto const* act : {"kiosk_paired", "papers_wiped", "signed_in", "sign_in_refused"}) {
        EXPECT_EQ(std::ranges::count(foreign, act), 0) << act;
    }
    EXPECT_EQ(verify().first_broken, std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(On, AuditTrail, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::identity
