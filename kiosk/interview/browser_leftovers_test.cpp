// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/browser_leftovers.hpp"
#include "kiosk/store/test_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace parvis::kiosk {
namespace {

namespace fs = std::filesystem;

void write(fs::path const& file) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "content";
}

TEST(BrowserLeftovers, go_and_are_counted_while_the_rest_of_the_profile_stays) {
    TestFolder const folder;
    auto const profile = folder.path() / "profile";
    write(profile / "Downloads/letter.pdf");
    write(profile / "Default/blob_storage/7f/1");
    write(profile / "Crashpad/pending/report.dmp");
    write(profile / "Default/Preferences");
    write(profile / "Crashpad/settings.dat");
    EXPECT_EQ(remove_browser_leftovers(profile), 3);
    EXPECT_FALSE(fs::exists(profile / "Downloads/letter.pdf"));
    EXPECT_TRUE(fs::exists(profile / "Default/blob_storage/7f"));
    EXPECT_TRUE(fs::exists(profile / "Default/Preferences"));
    EXPECT_TRUE(fs::exists(profile / "Crashpad/settings.dat"));
    EXPECT_EQ(remove_browser_leftovers(profile), 0);
}

TEST(BrowserLeftovers, are_never_looked_for_behind_links) {
    TestFolder const folder;
    auto const profile = folder.path() / "profile";
    write(folder.path() / "elsewhere/precious.txt");
    fs::create_directories(profile / "Downloads");
    fs::create_directory_symlink(folder.path() / "elsewhere", profile / "Downloads/link");
    fs::create_directories(profile / "Default");
    fs::create_directory_symlink(folder.path() / "elsewhere", profile / "Default/Sessions");
    EXPECT_EQ(remove_browser_leftovers(profile), 1) << "the link itself";
    EXPECT_TRUE(fs::exists(folder.path() / "elsewhere/precious.txt"));
}

TEST(BrowserLeftovers, of_no_profile_are_none) {
    EXPECT_EQ(remove_browser_leftovers({}), 0);
    EXPECT_EQ(remove_browser_leftovers("/nowhere/at/all"), 0);
}

} // namespace
} // namespace parvis::kiosk
