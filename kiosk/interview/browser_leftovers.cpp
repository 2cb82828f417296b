// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/browser_leftovers.hpp"

#include "platform/log/log.hpp"

#include <array>
#include <system_error>
#include <vector>

namespace parvis::kiosk {
namespace {

namespace fs = std::filesystem;

// The page stores nothing itself; these are the places where Chromium puts bytes of a page by its own
// decision.
constexpr std::array<char const*, 9> places{
    "Downloads",           "Default/Downloads", "Default/blob_storage",
    "Default/File System", "Default/Sessions",  "Crashpad/pending",
    "Crashpad/completed",  "Crashpad/new",      "Crash Reports",
};

std::vector<fs::path> files_below(fs::path const& folder) {
    std::vector<fs::path> files;
    std::error_code failure;
    fs::recursive_directory_iterator at(folder, fs::directory_options::none, failure);
    while (!failure && at != fs::recursive_directory_iterator()) {
        std::error_code ignored;
        if (fs::symlink_status(at->path(), ignored).type() != fs::file_type::directory) {
            files.push_back(at->path());
        }
        at.increment(failure);
    }
    return files;
}

} // namespace

std::int64_t remove_browser_leftovers(fs::path const& profile) {
    std::int64_t removed = 0;
    std::int64_t stayed = 0;
    if (profile.empty()) {
        return 0;
    }
    for (auto const* place : places) {
        std::error_code ignored;
        if (fs::is_symlink(profile / place, ignored)) {
            continue;
        }
        for (auto const& file : files_below(profile / place)) {
            std::error_code failure;
            if (fs::remove(file, failure)) {
                ++removed;
            } else if (failure) {
                ++stayed;
            }
        }
    }
    if (stayed > 0) {
        log::error("browser_leftovers_stayed", {{"files", stayed}});
    }
    return removed;
}

} // namespace parvis::kiosk
