// SPDX-License-Identifier: EUPL-1.2
// What tells the kiosk's own page from any other program that can reach loopback.
#pragma once

#include "platform/result/result.hpp"

#include <filesystem>
#include <string>

namespace parvis::kiosk {

/// The identity of this run of the operating system. Throws std::runtime_error where Linux does not tell it.
std::string current_boot_id();

/// The page token of this boot: made at the daemon's first start after a boot and kept in `runtime_folder`
/// (0700, not on disk), so that a page that is open goes on when the daemon is restarted. A new boot makes a
/// new one. Errors: unavailable "file_unreadable", "file_unwritable".
Result<std::string> load_or_make_page_token(std::filesystem::path const& runtime_folder,
                                            std::string const& boot_id);

} // namespace parvis::kiosk
