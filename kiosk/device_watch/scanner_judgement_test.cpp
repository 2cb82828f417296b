// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/device_watch/scanner_judgement.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::ScanStatus;

TEST(ScannerJudgement, a_wrong_order_says_nothing_against_the_scanner) {
    for (auto const status :
         {ScanStatus::finished, ScanStatus::cancelled, ScanStatus::unsupported, ScanStatus::invalid}) {
        EXPECT_EQ(judge_scanner(status, "").state, DeviceCondition::ready);
        EXPECT_TRUE(judge_scanner(status, "").reasons.empty());
    }
}

TEST(ScannerJudgement, an_empty_feeder_leaves_the_scanner_ready_and_says_so) {
    auto const state = judge_scanner(ScanStatus::no_documents, "");
    EXPECT_EQ(state.state, DeviceCondition::ready);
    EXPECT_EQ(state.reasons, std::vector{DeviceReason::feeder_empty});
}

TEST(ScannerJudgement, a_jam_and_an_open_cover_need_a_person_and_a_lost_device_is_absent) {
    EXPECT_EQ(judge_scanner(ScanStatus::jammed, "").reasons, std::vector{DeviceReason::paper_jam});
    EXPECT_EQ(judge_scanner(ScanStatus::cover_open, "").state, DeviceCondition::attention);
    EXPECT_EQ(judge_scanner(ScanStatus::device_lost, "").state, DeviceCondition::absent);
    EXPECT_EQ(judge_scanner(ScanStatus::hung, "no row").detail, "no row");
}

} // namespace
} // namespace parvis::kiosk
