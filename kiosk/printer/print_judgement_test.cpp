// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/print_judgement.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::PrintState;

PrinterAttributes printer_with(std::vector<std::string> reasons) {
    PrinterAttributes printer;
    printer.reasons = std::move(reasons);
    return printer;
}

PrintState judge_printing(PrinterAttributes const& printer) {
    return judge({JobPhase::processing, {}, {}, 0}, printer);
}

TEST(PrintJudgement, each_reason_that_stops_a_print_has_its_own_word) {
    EXPECT_EQ(judge_printing(printer_with({"media-empty-error"})), PrintState::paper_out);
    EXPECT_EQ(judge_printing(printer_with({"media-needed"})), PrintState::paper_out);
    EXPECT_EQ(judge_printing(printer_with({"media-jam-error"})), PrintState::jammed);
    EXPECT_EQ(judge_printing(printer_with({"door-open"})), PrintState::cover_open);
    EXPECT_EQ(judge_printing(printer_with({"cover-open-error"})), PrintState::cover_open);
    EXPECT_EQ(judge_printing(printer_with({"offline-report"})), PrintState::printer_offline);
    EXPECT_EQ(judge_printing(printer_with({"toner-low-report"})), PrintState::printing);
}

TEST(PrintJudgement, an_empty_second_tray_does_not_stop_a_print) {
    EXPECT_EQ(judge_printing(printer_with({"media-empty-report", "media-low-warning"})),
              PrintState::printing);
}

TEST(PrintJudgement, a_printer_that_does_not_answer_is_known_by_its_message_only) {
    PrinterAttributes printer;
    printer.message = "The printer may not exist or is unavailable at this time.";
    EXPECT_EQ(judge_printing(printer), PrintState::printer_offline);
}

TEST(PrintJudgement, a_stopped_printer_tells_why_when_it_knows) {
    auto printer = printer_with({"media-jam-error"});
    printer.stopped = true;
    EXPECT_EQ(judge({JobPhase::pending, {}, {}, 0}, printer), PrintState::jammed);
    printer.reasons.clear();
    EXPECT_EQ(judge({JobPhase::pending, {}, {}, 0}, printer), PrintState::printer_stopped);
}

TEST(PrintJudgement, what_the_job_says_at_its_end_is_final_whatever_the_printer_says) {
    auto const jammed = printer_with({"media-jam-error"});
    EXPECT_EQ(judge({JobPhase::completed, {}, {}, 1}, jammed), PrintState::completed);
    EXPECT_EQ(judge({JobPhase::cancelled, {}, {}, 0}, jammed), PrintState::cancelled);
    EXPECT_EQ(judge({JobPhase::aborted, {}, {}, 0}, jammed), PrintState::failed);
    EXPECT_EQ(judge({JobPhase::completed, {"job-completed-with-errors"}, {}, 0}, {}), PrintState::failed);
}

TEST(PrintJudgement, an_idle_printer_is_ready_although_its_toner_is_low) {
    auto const state = judge(printer_with({"toner-low-report"}));
    EXPECT_EQ(state.state, DeviceCondition::ready);
    EXPECT_EQ(state.reasons, std::vector{DeviceReason::toner_low});
}

TEST(PrintJudgement, an_idle_printer_needs_attention_or_is_absent_by_its_reasons) {
    EXPECT_EQ(judge(printer_with({"media-empty-error"})).state, DeviceCondition::attention);
    EXPECT_EQ(judge(printer_with({"offline-report"})).state, DeviceCondition::absent);
    PrinterAttributes refusing;
    refusing.accepting = false;
    EXPECT_EQ(judge(refusing).reasons, std::vector{DeviceReason::not_accepting});
}

} // namespace
} // namespace parvis::kiosk
