// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/printer_fixture.hpp"

namespace parvis::kiosk {
namespace {

using kiosk_protocol::Colour;
using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::PrintState;
using kiosk_protocol::Sides;

TEST_F(PrinterTest, a_printed_paper_is_byte_for_byte_the_one_that_was_ordered) {
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.front().state, PrintState::sending);
    EXPECT_EQ(events_.back().state, PrintState::completed);
    ASSERT_EQ(printed().size(), 1U);
    EXPECT_EQ(printed()[0], text_of(paper()));
}

TEST_F(PrinterTest, the_options_reach_the_print_service_and_no_title_of_a_paper_does) {
    set_mode("slow");
    Printer printer(io_, config());
    print(printer, {.copies = 2, .sides = Sides::long_edge, .colour = Colour::colour, .pages = "1-2, 4"});
    run_until([&] { return saw(PrintState::printing); });
    devices::write_text(folder_ / "get.test", R"({
        OPERATION Get-Job-Attributes
        GROUP operation-attributes-tag
        ATTR charset attributes-charset utf-8
        ATTR language attributes-natural-language en
        ATTR uri printer-uri $uri
        ATTR integer job-id 1
        DISPLAY copies
        DISPLAY sides
        DISPLAY print-color-mode
        DISPLAY page-ranges
        DISPLAY job-name
    })");
    auto const told =
        devices::run("ipptool -t ipp://" + server() + "/printers/Parvis " + (folder_ / "get.test").string());
    set_mode("ok");
    run_until([&] { return ended(); });
    for (std::string const expected :
         {"copies (integer) = 2", "sides (keyword) = two-sided-long-edge",
          "print-color-mode (keyword) = color", "= 1-2,4-4", "job-name (nameWithoutLanguage) = Parvis"}) {
        EXPECT_NE(told.find(expected), std::string::npos) << expected << " in:\n" << told;
    }
}

TEST_F(PrinterTest, what_cannot_be_printed_is_refused_before_it_is_sent) {
    Printer printer(io_, config());
    auto const none = [](PrintEvent const&) { FAIL() << "a refused order has no events"; };
    EXPECT_EQ(printer.submit(paper(), {.copies = 0, .pages = ""}, none).error().pointer, "/copies");
    EXPECT_EQ(printer.submit(paper(), {.copies = 21, .pages = ""}, none).error().pointer, "/copies");
    EXPECT_EQ(printer.submit(paper(), {.pages = "3-1"}, none).error().pointer, "/pages");
    EXPECT_EQ(printer.submit({}, {}, none).error().reason, "not_a_pdf");
    EXPECT_EQ(printer.submit(std::vector<std::byte>(100), {}, none).error().reason, "not_a_pdf");
    EXPECT_TRUE(printed().empty());
}

TEST_F(PrinterTest, two_orders_at_once_both_come_out) {
    Printer printer(io_, config());
    auto const first = print(printer);
    auto const second = print(printer);
    EXPECT_NE(first, second);
    run_until([&] { return std::ranges::count(events_, PrintState::completed, &PrintEvent::state) == 2; });
    EXPECT_EQ(printed().size(), 2U);
}

TEST_F(PrinterTest, a_cancelled_order_ends_as_cancelled_and_nothing_comes_out) {
    set_mode("slow");
    Printer printer(io_, config());
    auto const order = print(printer);
    run_until([&] { return saw(PrintState::printing); });
    printer.cancel(order);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::cancelled);
    set_mode("ok");
    EXPECT_TRUE(printed().empty());
    EXPECT_TRUE(spooled().empty()) << testing::PrintToString(spooled());
}

TEST_F(PrinterTest, an_order_cancelled_at_the_service_itself_ends_as_cancelled) {
    set_mode("slow");
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return saw(PrintState::printing); });
    admin("cancel -a Parvis");
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::cancelled);
}

TEST_F(PrinterTest, a_purge_leaves_no_file_of_any_job_in_the_spool_and_counts_them) {
    Printer printer(io_, config());
    print(printer);
    run_until([&] { return ended(); });
    events_.clear();
    set_mode("slow");
    print(printer);
    run_until([&] { return saw(PrintState::printing); });
    ASSERT_FALSE(spooled().empty()) << "the control: the paper is in the spool while it waits";
    auto const removed = purge(printer);
    ASSERT_TRUE(removed.ok());
    EXPECT_EQ(*removed, 2) << "the finished job's history goes as well";
    EXPECT_EQ(events_.back().state, PrintState::cancelled);
    EXPECT_TRUE(spooled().empty()) << testing::PrintToString(spooled());
    EXPECT_EQ(purge(printer).value(), 0) << "a second purge finds nothing";
}

TEST_F(PrinterTest, a_purge_leaves_the_jobs_of_others_alone) {
    set_mode("slow");
    devices::write_text(folder_ / "other.txt", "somebody else's");
    admin("lp -d Parvis -t Minutes -o raw " + (folder_ / "other.txt").string());
    Printer printer(io_, config());
    EXPECT_EQ(purge(printer).value(), 0);
    set_mode("ok");
    run_until([&] { return printed().size() == 1; });
}

TEST_F(PrinterTest, an_idle_printer_is_ready_and_tells_its_reasons) {
    Printer printer(io_, config());
    EXPECT_EQ(status(printer).state, DeviceCondition::ready);
    admin("cupsreject Parvis");
    auto const refusing = status(printer);
    EXPECT_EQ(refusing.state, DeviceCondition::attention);
    EXPECT_EQ(refusing.reasons, std::vector{DeviceReason::not_accepting});
    admin("cupsaccept Parvis");
    admin("cupsdisable Parvis");
    EXPECT_EQ(status(printer).reasons, std::vector{DeviceReason::stopped});
}

TEST_F(PrinterTest, the_services_default_queue_is_used_when_none_is_configured) {
    admin("lpadmin -d Parvis");
    Printer printer(io_, config(""));
    print(printer);
    run_until([&] { return ended(); });
    EXPECT_EQ(events_.back().state, PrintState::completed);
    EXPECT_EQ(printed().size(), 1U);
}

} // namespace
} // namespace parvis::kiosk
