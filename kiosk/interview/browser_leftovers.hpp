// SPDX-License-Identifier: EUPL-1.2
// What the kiosk's browser may have left of the last person in its profile folder (on tmpfs).
#pragma once

#include <cstdint>
#include <filesystem>

namespace parvis::kiosk {

/// Removes the files below Downloads, blob storage, private file systems, session files and crash dumps of a
/// Chromium profile, and gives their number. Folders stay, and so does everything else: the browser is
/// running. Links are removed, never followed. An empty path, or a folder that is not there, has nothing.
/// Blocks: workers only. Files that cannot be removed are logged (how many) and not counted.
std::int64_t remove_browser_leftovers(std::filesystem::path const& profile);

} // namespace parvis::kiosk
