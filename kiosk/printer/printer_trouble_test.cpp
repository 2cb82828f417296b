// SPDX-License-Identifier: EUPL-1.2
// Printers that run out of paper, jam, stop, do not answer: each told by its own word, and what follows.
#include "kiosk/printer/printer_fixture.hpp"

#include <csignal>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::PrintState;
using namespace std::chrono_literals;

struct Trouble {
    std::string mode;
    PrintState expected;
};

class PrinterTroubleTest : public PrinterTest, public testing::WithParamInterface<Trouble> {};

TEST_P(PrinterTroubleTest, a_print_that_waits_for_a_person_says_why_and_goes_on_when_it_is_put_right) {
    set_mode(GetParam().mode);
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return saw(GetParam().expected); });
    EXPECT_TRUE(printed().empty());
    set_mode("ok");
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::completed);
    ASSERT_EQ(printed().size(), 1U);
    EXPECT_EQ(printed()[0], text_of(paper()));
}

INSTANTIATE_TEST_SUITE_P(Print, PrinterTroubleTest,
                         testing::Values(Trouble{"paper", PrintState::paper_out},
                                         Trouble{"jam", PrintState::jammed},
                                         Trouble{"cover", PrintState::cover_open},
                                         Trouble{"offline", PrintState::printer_offline},
                                         Trouble{"gone", PrintState::printer_offline}),
                         [](auto const& given) { return given.param.mode; });

TEST_F(PrinterTest, low_toner_is_told_once_and_the_print_completes) {
    set_mode("toner");
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::completed);
    auto const state = status(printer);
    EXPECT_EQ(state.state, DeviceCondition::ready);
    EXPECT_EQ(state.reasons, std::vector{DeviceReason::toner_low});
    EXPECT_EQ(std::ranges::count(events_, PrintState::toner_low, &PrintEvent::state), 1);
}

TEST_F(PrinterTest,
       a_printer_that_stops_with_a_fault_is_told_as_stopped_and_prints_once_it_is_started_again) {
    set_mode("stop");
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return saw(PrintState::printer_stopped); });
    EXPECT_FALSE(ended());
    set_mode("ok");
    admin("cupsenable Parvis");
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::completed);
    EXPECT_EQ(printed().size(), 1U);
}

TEST_F(PrinterTest, a_queue_that_accepts_nothing_ends_the_order_at_once) {
    admin("cupsreject Parvis");
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::not_accepting);
}

TEST_F(PrinterTest, a_queue_that_does_not_exist_fails_with_its_reason) {
    Printer printer(io_, config("Nowhere"));
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::failed);
    EXPECT_EQ(events_.back().reasons, std::vector{DeviceReason::not_configured});
    EXPECT_EQ(status(printer).state, DeviceCondition::absent);
}

TEST_F(PrinterTest, a_job_that_the_driver_gives_up_has_failed) {
    admin("lpadmin -p Parvis -o printer-error-policy=abort-job");
    set_mode("fail");
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::failed);
}

TEST_F(PrinterTest, a_print_without_any_sign_of_life_ends_as_unknown_and_is_taken_back) {
    set_mode("slow");
    auto with = config();
    with.limits.silence = 700ms;
    Printer printer(io_, with);
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::unknown_outcome);
    EXPECT_TRUE(spooled().empty()) << "the paper was taken back";
    set_mode("ok");
    EXPECT_TRUE(printed().empty());
}

TEST_F(PrinterTest, nobody_putting_paper_in_ends_as_unknown_after_the_longer_limit) {
    set_mode("paper");
    auto with = config();
    with.limits.silence = 100'000ms;
    with.limits.attention = 700ms;
    Printer printer(io_, with);
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_TRUE(saw(PrintState::paper_out));
    EXPECT_EQ(events_.back().state, PrintState::unknown_outcome);
}

TEST_F(PrinterTest, a_dead_print_service_is_told_and_the_order_ends_as_unknown) {
    set_mode("slow");
    auto with = config();
    with.limits.attention = 1s;
    Printer printer(io_, with);
    print(printer);
    run_until([&] { return saw(PrintState::printing); });
    devices::run_script("stop.sh " + cups().string());
    run_until([&] { return ended(); });
    EXPECT_TRUE(saw(PrintState::printer_offline));
    EXPECT_EQ(events_.back().state, PrintState::unknown_outcome);
    EXPECT_EQ(events_.back().reasons, std::vector{DeviceReason::service_unreachable});
    auto const state = status(printer);
    EXPECT_EQ(state.state, DeviceCondition::absent);
    EXPECT_EQ(state.reasons, std::vector{DeviceReason::service_unreachable});
    EXPECT_FALSE(purge(printer).ok()) << "a wipe must not be told as done when the spool could not be asked";
}

/// A queue whose printer is a network printer: another queue of the same service stands for it.
class NetworkPrinterTest : public PrinterTest {
  protected:
    void add_network_queue(std::string const& uri) {
        admin("lpadmin -p Far -E -v " + uri + " -m raw 2> /dev/null");
    }
};

TEST_F(NetworkPrinterTest, a_dead_network_printer_is_seen_by_asking_it_although_its_queue_looks_idle) {
    add_network_queue("ipp://127.0.0.1:" + std::to_string(devices::free_port()) + "/ipp/print");
    Printer printer(io_, config("Far"));
    auto const state = status(printer);
    EXPECT_EQ(state.state, DeviceCondition::absent);
    EXPECT_EQ(state.reasons, std::vector{DeviceReason::offline});
}

TEST_F(NetworkPrinterTest, a_network_printer_that_answers_is_ready_and_its_own_reasons_count) {
    add_network_queue("ipp://" + server() + "/printers/Parvis");
    Printer printer(io_, config("Far"));
    EXPECT_EQ(status(printer).state, DeviceCondition::ready);
    admin("cupsdisable Parvis");
    EXPECT_EQ(status(printer).reasons, std::vector{DeviceReason::stopped});
}

TEST_F(NetworkPrinterTest, a_print_to_a_dead_network_printer_is_told_as_offline) {
    add_network_queue("ipp://127.0.0.1:" + std::to_string(devices::free_port()) + "/ipp/print");
    Printer printer(io_, config("Far"));
    print(printer);
    run_until([&] { return saw(PrintState::printer_offline); });
    EXPECT_FALSE(ended());
    EXPECT_EQ(purge(printer).value(), 1);
}

} // namespace
} // namespace parvis::kiosk
