// SPDX-License-Identifier: EUPL-1.2
// Scanners that fail, hang, crash or go away, each told by its own word.
#include "kiosk/scanner/scanner_fixture.hpp"

#include <csignal>
#include <filesystem>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::Colour;
using kiosk_protocol::ScanSource;
using kiosk_protocol::ScanStatus;
using namespace std::chrono_literals;

struct StatusCase {
    std::string sane;
    ScanStatus expected;
};

class ScannerStatusTest : public ScannerTest, public testing::WithParamInterface<StatusCase> {};

TEST_P(ScannerStatusTest, every_status_of_sane_has_its_own_word) {
    auto const record = scan(config("test:0", {{"read-return-value", GetParam().sane}}),
                             {ScanSource::flatbed, 150, Colour::grey});
    EXPECT_EQ(record.status(), GetParam().expected) << record.end->detail;
    EXPECT_EQ(record.end->pages, 0);
}

INSTANTIATE_TEST_SUITE_P(Test, ScannerStatusTest,
                         testing::Values(StatusCase{"SANE_STATUS_UNSUPPORTED", ScanStatus::unsupported},
                                         StatusCase{"SANE_STATUS_CANCELLED", ScanStatus::cancelled},
                                         StatusCase{"SANE_STATUS_DEVICE_BUSY", ScanStatus::device_busy},
                                         StatusCase{"SANE_STATUS_INVAL", ScanStatus::invalid},
                                         StatusCase{"SANE_STATUS_EOF", ScanStatus::io_error},
                                         StatusCase{"SANE_STATUS_JAMMED", ScanStatus::jammed},
                                         StatusCase{"SANE_STATUS_NO_DOCS", ScanStatus::no_documents},
                                         StatusCase{"SANE_STATUS_COVER_OPEN", ScanStatus::cover_open},
                                         StatusCase{"SANE_STATUS_IO_ERROR", ScanStatus::io_error},
                                         StatusCase{"SANE_STATUS_NO_MEM", ScanStatus::no_memory},
                                         StatusCase{"SANE_STATUS_ACCESS_DENIED", ScanStatus::access_denied}),
                         [](auto const& given) { return given.param.sane; });

TEST_F(ScannerTest, a_device_that_is_not_there_is_lost_and_the_next_scan_works) {
    auto const lost = scan(config("test:7"), {});
    EXPECT_EQ(lost.status(), ScanStatus::device_lost);
    EXPECT_EQ(scan(config("test:0"), {}).status(), ScanStatus::finished);
}

TEST_F(ScannerTest, no_device_at_all_is_told_as_lost) {
    devices::write_text(folder_ / "sane/dll.conf", "\n");
    EXPECT_EQ(scan(config(""), {}).status(), ScanStatus::device_lost);
}

TEST_F(ScannerTest, both_sides_are_refused_where_the_feeder_reads_one) {
    auto const record = scan(config("test:0"), {ScanSource::feeder_both_sides, 150, Colour::grey});
    EXPECT_EQ(record.status(), ScanStatus::unsupported);
    EXPECT_TRUE(record.end->detail.starts_with("sides_not_offered")) << record.end->detail;
}

TEST_F(ScannerTest, a_feeder_is_refused_where_there_is_none) {
    auto const record = scan(config("pnm:0"), {ScanSource::feeder, 150, Colour::grey});
    EXPECT_EQ(record.status(), ScanStatus::unsupported);
    EXPECT_TRUE(record.end->detail.starts_with("source_not_offered")) << record.end->detail;
}

TEST_F(ScannerTest, a_scanner_that_sends_colours_one_after_another_is_refused_clearly) {
    auto const record =
        scan(config("test:0", {{"three-pass", "yes"}}), {ScanSource::flatbed, 150, Colour::colour});
    EXPECT_EQ(record.status(), ScanStatus::unsupported);
    EXPECT_TRUE(record.end->detail.starts_with("three_pass")) << record.end->detail;
}

TEST_F(ScannerTest, an_option_that_the_driver_does_not_know_is_named) {
    auto const record = scan(config("test:0", {{"colour-of-the-lamp", "blue"}}), {});
    EXPECT_EQ(record.status(), ScanStatus::invalid);
    EXPECT_NE(record.end->detail.find("colour-of-the-lamp"), std::string::npos);
}

TEST_F(ScannerTest, a_cancel_in_the_middle_of_a_slow_page_ends_it_soon_and_frees_the_scanner) {
    Scanner scanner(io_, config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "100000"}}));
    RecordedScan record;
    record.on_strip = [&] { scanner.cancel(); };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 300, Colour::colour}, record).ok());
    run_until([&] { return !record.pages.empty() && record.pages[0].preview_rows > 0; });
    auto const asked = std::chrono::steady_clock::now();
    run_until([&] { return record.end.has_value(); });
    EXPECT_EQ(record.status(), ScanStatus::cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 5s);
    EXPECT_FALSE(record.pages[0].finished.has_value()) << "a cancelled page is void";
    EXPECT_FALSE(scanner.busy());
}

TEST_F(ScannerTest, a_scanner_that_never_opens_is_killed_and_told_as_hung) {
    auto with = config("test:0");
    with.worker = "/bin/sleep";
    with.worker_arguments = {"60"};
    with.limits.open = 300ms;
    with.limits.stop = 200ms;
    auto const record = scan(with, {});
    EXPECT_EQ(record.status(), ScanStatus::hung);
    EXPECT_FALSE(record.opened.has_value());
}

TEST_F(ScannerTest, a_scanner_that_opens_and_sends_no_row_is_killed_and_told_as_hung) {
    auto with = config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "200000"}});
    with.limits.first_row = 500ms;
    with.limits.stop = 200ms;
    Scanner scanner(io_, with);
    RecordedScan record;
    record.on_opened = [&] { ::kill(scanner.worker_pid(), SIGSTOP); };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 300, Colour::colour}, record).ok());
    run_until([&] { return record.end.has_value(); });
    EXPECT_EQ(record.status(), ScanStatus::hung);
    EXPECT_TRUE(record.opened.has_value());
}

TEST_F(ScannerTest, a_driver_that_answers_no_signal_is_killed_and_the_next_scan_works) {
    auto with = config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "20000"}});
    with.limits.silence = 500ms;
    with.limits.stop = 200ms;
    Scanner scanner(io_, with);
    RecordedScan record;
    record.on_strip = [&] { ::kill(scanner.worker_pid(), SIGSTOP); };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 150, Colour::colour}, record).ok());
    run_until([&] { return record.end.has_value(); });
    EXPECT_EQ(record.status(), ScanStatus::hung);
    EXPECT_EQ(scan(config("test:0"), {}).status(), ScanStatus::finished);
}

TEST_F(ScannerTest, a_page_that_never_ends_is_hung_although_rows_still_come) {
    auto with = config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "100000"}});
    with.limits.page = 1500ms;
    auto const record = scan(with, {ScanSource::flatbed, 300, Colour::colour});
    EXPECT_EQ(record.status(), ScanStatus::hung);
    EXPECT_GT(record.pages.at(0).preview_rows, 0);
}

TEST_F(ScannerTest, a_driver_that_crashes_is_told_as_crashed_and_the_next_scan_works) {
    Scanner scanner(io_, config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "20000"}}));
    RecordedScan record;
    record.on_strip = [&] { ::kill(scanner.worker_pid(), SIGKILL); };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 150, Colour::colour}, record).ok());
    run_until([&] { return record.end.has_value(); });
    EXPECT_EQ(record.status(), ScanStatus::crashed);
    EXPECT_EQ(scan(config("test:0"), {}).status(), ScanStatus::finished);
}

TEST_F(ScannerTest, a_segmentation_fault_in_the_driver_leaves_this_process_alive) {
    Scanner scanner(io_, config("test:0", {{"read-delay", "yes"}, {"read-delay-duration", "20000"}}));
    RecordedScan record;
    record.on_strip = [&] { ::kill(scanner.worker_pid(), SIGSEGV); };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 150, Colour::colour}, record).ok());
    run_until([&] { return record.end.has_value(); });
    EXPECT_EQ(record.status(), ScanStatus::crashed);
}

/// The first job of all never ends, those after it are done as always.
class ScannerWithSlowLook : public ScannerTest {
  protected:
    ScannerConfig hanging_once() const {
        auto with = config("test:0");
        auto const mark = (folder_ / "began").string();
        with.worker = "/bin/sh";
        with.worker_arguments = {"-c", "if [ -e " + mark +
                                           " ]; then exec " PARVIS_SCAN_WORKER "; fi; touch " + mark +
                                           "; exec sleep 60"};
        with.limits.stop = 20s;
        return with;
    }
    std::chrono::steady_clock::duration time_to_open(Scanner& scanner) {
        run_until([&] { return std::filesystem::exists(folder_ / "began"); });
        RecordedScan record;
        auto const ordered = std::chrono::steady_clock::now();
        EXPECT_TRUE(scanner.start({ScanSource::flatbed, 150, Colour::grey}, record).ok());
        run_until([&] { return record.opened.has_value(); });
        auto const opened = std::chrono::steady_clock::now();
        run_until([&] { return record.end.has_value(); });
        EXPECT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
        return opened - ordered;
    }
};

TEST_F(ScannerWithSlowLook, a_scan_does_not_wait_for_a_search_of_the_network) {
    Scanner scanner(io_, hanging_once());
    std::optional<ScannerList> list;
    ASSERT_TRUE(scanner.list_devices([&](ScannerList const& told) { list = told; }).ok());
    EXPECT_LT(time_to_open(scanner), 15s);
    EXPECT_EQ(list.value().end.status, ScanStatus::cancelled);
}

TEST_F(ScannerWithSlowLook, a_scan_waits_a_moment_for_a_look_at_the_scanner_and_then_ends_it) {
    Scanner scanner(io_, hanging_once());
    std::optional<ScannerProbe> look;
    ASSERT_TRUE(scanner.probe([&](ScannerProbe const& told) { look = told; }).ok());
    EXPECT_LT(time_to_open(scanner), 15s);
    EXPECT_EQ(look.value().end.status, ScanStatus::cancelled);
}

TEST_F(ScannerTest, a_worker_that_cannot_be_started_is_an_error_at_once) {
    auto with = config("test:0");
    with.worker = folder_ / "missing-worker";
    Scanner scanner(io_, with);
    RecordedScan record;
    auto const refused = scanner.start({}, record);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().reason, "child_not_started");
}

/// A scanner behind SANE's network daemon, which dies.
class NetworkScannerTest : public ScannerTest {
  protected:
    NetworkScannerTest() {
        devices::run_script("saned_start.sh " + (folder_ / "saned").string() + " " + address_);
        ::setenv("SANE_CONFIG_DIR", (folder_ / "saned/client").c_str(), 1);
    }
    ~NetworkScannerTest() override { devices::run_script("stop.sh " + (folder_ / "saned").string()); }
    std::string const address_ = devices::own_loopback_address();
    std::string saned() const {
        auto pid = devices::read_text(folder_ / "saned/saned.pid");
        return pid.substr(0, pid.find('\n'));
    }
};

TEST_F(NetworkScannerTest, a_page_over_the_network_is_the_size_that_was_asked_for) {
    auto const record = scan(config("net:" + address_ + ":test:0", {{"test-picture", "Grid"}}),
                             {ScanSource::flatbed, 300, Colour::colour});
    ASSERT_EQ(record.status(), ScanStatus::finished) << record.end->detail;
    EXPECT_EQ(record.pages.at(0).started.width, 2480);
    EXPECT_EQ(record.pages[0].finished.value().scanned_rows, 3507);
}

TEST_F(NetworkScannerTest, a_network_scanner_that_dies_in_the_page_is_an_input_output_error) {
    Scanner scanner(io_, config("net:" + address_ + ":test:0",
                                {{"read-delay", "yes"}, {"read-delay-duration", "20000"}}));
    RecordedScan record;
    auto killed = false;
    record.on_strip = [&] {
        if (!killed) {
            killed = true;
            devices::run("pkill -KILL -P " + saned());
        }
    };
    ASSERT_TRUE(scanner.start({ScanSource::flatbed, 300, Colour::colour}, record).ok());
    run_until([&] { return record.end.has_value(); });
    EXPECT_TRUE(killed);
    EXPECT_EQ(record.status(), ScanStatus::io_error) << record.end->detail;
}

} // namespace
} // namespace parvis::kiosk
