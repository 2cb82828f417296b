// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/settings.hpp"
#include "kiosk/store/test_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace parvis::kiosk {
namespace {

TEST(KioskSettings, come_from_the_file_then_the_environment_then_the_flags) {
    TestFolder const folder;
    auto const file = folder.path() / "kiosk.toml";
    std::ofstream(file) << "server = \"https://parvis.example/\"\n[page]\nport = 9001\nidle_seconds = 30\n"
                           "[scanner]\ndevice = \"pnm:0\"\noptions = [\"filename=/tmp/page.ppm\"]\n";
    ::setenv("PARVIS_KIOSK_PAGE_PORT", "9002", 1);
    ::setenv("PARVIS_SOMETHING_OF_THE_SERVER", "1", 1);
    auto const settings = load_settings({"--page.idle_seconds=45"}, file.string());
    ::unsetenv("PARVIS_KIOSK_PAGE_PORT");
    ::unsetenv("PARVIS_SOMETHING_OF_THE_SERVER");
    ASSERT_TRUE(settings) << describe(settings.error());
    EXPECT_EQ(settings->server, "https://parvis.example");
    EXPECT_EQ(settings->page.port, 9002);
    EXPECT_EQ(settings->page.idle_seconds, 45);
    EXPECT_EQ(scanner_options(settings->scanner),
              (std::map<std::string, std::string>{{"filename", "/tmp/page.ppm"}}));
}

TEST(KioskSettings, name_the_variable_that_is_wrong_as_the_technician_wrote_it) {
    ::setenv("PARVIS_KIOSK_PAGE_PROT", "9002", 1);
    auto const settings = load_settings({}, std::nullopt);
    ::unsetenv("PARVIS_KIOSK_PAGE_PROT");
    ASSERT_FALSE(settings);
    auto const sentence = config::explain(settings.error());
    EXPECT_NE(sentence.find("PARVIS_KIOSK_PAGE_PROT"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("PARVIS_KIOSK_PAGE_PORT"), std::string::npos) << sentence;
}

TEST(KioskSettings, refuse_what_cannot_work) {
    auto const refusal = [](std::string const& flag) {
        auto const settings = load_settings({flag}, std::nullopt);
        return settings ? "" : settings.error().reason;
    };
    EXPECT_EQ(refusal("--server=ftp://parvis.example"), "server_url_invalid");
    EXPECT_EQ(refusal("--server=https://parvis.example/path"), "server_url_invalid");
    EXPECT_EQ(refusal("--server=https://"), "server_url_invalid");
    EXPECT_EQ(refusal("--scanner.options=filename"), "scanner_option_malformed");
    EXPECT_EQ(refusal("--page.end_seconds=0"), "value_out_of_range");
}

TEST(KioskSettings, are_all_explained) {
    EXPECT_NE(settings_help().find("--page.port"), std::string::npos);
}

} // namespace
} // namespace parvis::kiosk
