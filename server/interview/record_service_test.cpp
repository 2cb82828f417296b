// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/interview/record_service.hpp"
#include "server/interview/test_counter.hpp"

#include <gtest/gtest.h>

namespace parvis::interview {
namespace {

using kiosk_protocol::KioskRecord;
using kiosk_protocol::RecordKind;
using kiosk_protocol::WipeCounts;

class Records : public ::testing::TestWithParam<testing::Engine> {
  protected:
    TestCounter counter{GetParam()};
    testing::World& world = counter.world;
    RecordService& records = counter.services.records;
    KioskId const kiosk = world.bretenoux.kiosk_id;
    InterviewId const id = counter.held_by(counter.marie);

    KioskRecord wipe(std::optional<InterviewId> interview, std::string const& reason) {
        return {RecordId::make(world.clock.now()), interview, RecordKind::wiped, world.clock.now(), reason,
                WipeCounts{2, 4'000'000, 1, 1, 3}};
    }
    KioskRecord sent() {
        return {RecordId::make(world.clock.now()),
                id,
                RecordKind::page_sent,
                world.clock.now(),
                std::nullopt,
                std::nullopt};
    }
    int audited(std::string const& act) {
        return world.database()
            .read([&](db::Session& session) -> Result<int> {
                int count = 0;
                session.sql() << "SELECT COUNT(*) FROM audit_act WHERE act = :act", soci::use(act),
                    soci::into(count);
                return count;
            })
            .value();
    }
};

TEST_P(Records, repeated_are_kept_once) {
    std::vector<KioskRecord> const told = {sent(), wipe(id, "ended")};
    ASSERT_TRUE(records.keep(kiosk, told));
    ASSERT_TRUE(records.keep(kiosk, told));
    EXPECT_EQ(audited("page_sent"), 1);
    EXPECT_EQ(audited("papers_wiped"), 1);
}

TEST_P(Records, of_a_wipe_are_told_to_the_adviser_with_their_counts) {
    counter.services.interviews.end(counter.marie, id).value();
    records.keep(kiosk, {wipe(id, "ended")}).value();
    auto const& card = counter.told.back();
    ASSERT_TRUE(card.wiped);
    EXPECT_EQ(card.wiped->daemon_papers, 2);
    EXPECT_EQ(card.wiped->daemon_bytes, 4'000'000);
    EXPECT_EQ(card.wiped->profile_entries, 3);
}

TEST_P(Records, of_a_start_after_a_crash_name_no_interview) {
    EXPECT_TRUE(records.keep(kiosk, {wipe(std::nullopt, "startup")}));
    EXPECT_EQ(audited("papers_wiped"), 1);
}

TEST_P(Records, of_an_interview_that_never_reached_the_server_are_kept) {
    EXPECT_TRUE(records.keep(kiosk, {wipe(InterviewId::make(world.clock.now()), "abandoned")}));
}

TEST_P(Records, about_another_kiosks_interview_are_refused_together) {
    auto const outcome = records.keep(world.salviac.kiosk_id, {wipe(std::nullopt, "startup"), sent()});
    EXPECT_EQ(reason_of(outcome), "record_not_yours");
    EXPECT_EQ(outcome.error().pointer, "/records/1/interview_id");
    EXPECT_EQ(audited("papers_wiped"), 0);
}

TEST_P(Records, of_a_wipe_need_counts) {
    auto empty = wipe(id, "ended");
    empty.counts.reset();
    EXPECT_EQ(records.keep(kiosk, {empty}).error().pointer, "/records/0/counts");
}

TEST_P(Records, leave_the_audit_trail_whole) {
    records.keep(kiosk, {sent(), wipe(id, "ended")}).value();
    auto const verdict = world.database().read([&](db::Session& session) -> Result<identity::AuditVerdict> {
        return identity::verify_audit(session, world.clock.now());
    });
    EXPECT_FALSE(verdict.value().first_broken);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Records, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::interview
