// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/self_test/self_test.hpp"
#include "tests/support/devices/private_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <stdlib.h>

namespace parvis::kiosk {
namespace {

using kiosk_protocol::CheckOutcome;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::SelfTestCheck;
using kiosk_protocol::SelfTestReport;

class SelfTestTest : public testing::Test {
  protected:
    SelfTestTest() {
        devices::run_script("sane_config.sh " + (folder_ / "sane").string());
        ::setenv("SANE_CONFIG_DIR", (folder_ / "sane").c_str(), 1);
        devices::run_script("cups_start.sh " + cups() + " " + std::to_string(port_));
    }
    ~SelfTestTest() override { devices::run_script("stop.sh " + cups()); }

    std::string cups() const { return (folder_ / "cups").string(); }
    SelfTestReport run_with(std::string const& device) {
        Scanner scanner(io_, {device, {}, PARVIS_SCAN_WORKER, {}, {}});
        PrinterConfig printing;
        printing.service.server = "127.0.0.1:" + std::to_string(port_);
        printing.service.queue = "Parvis";
        Printer printer(io_, printing);
        SystemClock const clock;
        SelfTest test(io_, scanner, printer, clock, {folder_.path()});
        std::optional<SelfTestReport> told;
        std::optional<SelfTestReport> told_as_well;
        test.run([&](SelfTestReport const& report) { told = report; });
        test.run([&](SelfTestReport const& report) { told_as_well = report; });
        auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (!told && std::chrono::steady_clock::now() < end) {
            io_.restart();
            io_.run_one_for(std::chrono::milliseconds(50));
        }
        EXPECT_EQ(told, told_as_well);
        return told.value_or(SelfTestReport{});
    }
    static SelfTestCheck find(SelfTestReport const& report, std::string const& name) {
        auto const found = std::ranges::find(report.checks, name, &SelfTestCheck::name);
        return found == report.checks.end() ? SelfTestCheck{} : *found;
    }

    devices::PrivateFolder folder_;
    int port_ = devices::free_port();
    boost::asio::io_context io_;
};

TEST_F(SelfTestTest, a_kiosk_with_all_its_devices_passes_and_moves_no_paper) {
    auto const report = run_with("test:0");
    ASSERT_EQ(report.checks.size(), 4U);
    EXPECT_EQ(find(report, "scanner").outcome, CheckOutcome::passed) << find(report, "scanner").detail;
    EXPECT_EQ(find(report, "printer").outcome, CheckOutcome::passed) << find(report, "printer").detail;
    EXPECT_EQ(find(report, "disk_space").outcome, CheckOutcome::passed) << find(report, "disk_space").detail;
    EXPECT_NE(find(report, "clock").outcome, CheckOutcome::failed);
    EXPECT_EQ(devices::run("ls " + cups() + "/Parvis"), "mode\n");
}

TEST_F(SelfTestTest, each_missing_device_fails_its_own_check_with_its_reason) {
    devices::run_script("stop.sh " + cups());
    auto const report = run_with("test:7");
    EXPECT_EQ(find(report, "scanner").outcome, CheckOutcome::failed);
    EXPECT_EQ(find(report, "scanner").reasons, std::vector{DeviceReason::offline});
    EXPECT_EQ(find(report, "printer").outcome, CheckOutcome::failed);
    EXPECT_EQ(find(report, "printer").reasons, std::vector{DeviceReason::service_unreachable});
    EXPECT_EQ(find(report, "disk_space").outcome, CheckOutcome::passed);
}

TEST(SelfTestChecks, a_disk_that_fills_up_warns_and_then_fails) {
    auto const folder = std::filesystem::temp_directory_path();
    auto const free = std::filesystem::space(folder).available;
    EXPECT_EQ(check_disk_space({folder, free / 4}).outcome, CheckOutcome::passed);
    EXPECT_EQ(check_disk_space({folder, free / 4 * 3}).outcome, CheckOutcome::warning);
    EXPECT_EQ(check_disk_space({folder, free * 2}).outcome, CheckOutcome::failed);
}

TEST(SelfTestChecks, a_state_folder_that_is_not_there_is_named) {
    auto const check = check_disk_space({"/nowhere/parvis", 1});
    EXPECT_EQ(check.outcome, CheckOutcome::failed);
    EXPECT_NE(check.detail.find("/nowhere/parvis"), std::string::npos);
}

TEST(SelfTestChecks, a_clock_without_battery_fails_and_one_without_time_server_warns) {
    constexpr Instant in_1970{86'400'000};
    constexpr Instant in_2026{1'790'000'000'000};
    EXPECT_EQ(check_clock(in_1970, true).outcome, CheckOutcome::failed);
    EXPECT_EQ(check_clock(in_2026, false).outcome, CheckOutcome::warning);
    EXPECT_EQ(check_clock(in_2026, true).outcome, CheckOutcome::passed);
}

} // namespace
} // namespace parvis::kiosk
