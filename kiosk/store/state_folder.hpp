// SPDX-License-Identifier: EUPL-1.2
// The daemon's own folder: its key, what it is paired with, what it last knew, what it owes the server. No
// paper ever.
#pragma once

#include "platform/result/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace parvis::kiosk {

/// Makes the folder (and its parents) with mode 0700; an existing one is narrowed to it. Error unavailable
/// "folder_unusable" (path, cause).
Result<void> make_private_folder(std::filesystem::path const& path);

/// Whole content, or nothing when there is no such file. Error unavailable "file_unreadable" (path, cause).
Result<std::optional<std::string>> read_file(std::filesystem::path const& path);

/// Replaces the file, mode 0600: after a crash or power cut it holds either the old text or the new one.
/// Blocks until the disk has it. Error unavailable "file_unwritable" (path, cause).
Result<void> write_file_durably(std::filesystem::path const& path, std::string_view text);

/// Blocks until the names in the folder are on disk.
Result<void> sync_folder(std::filesystem::path const& folder);

/// One daemon's hold on its state folder. Any thread.
class StateFolder {
  public:
    /// Makes the folder when needed and locks it for the life of this object. Errors: those of
    /// make_private_folder; conflict "state_folder_in_use" (path) when another daemon holds it.
    static Result<StateFolder> open(std::filesystem::path path);
    StateFolder(StateFolder&& other) noexcept;
    StateFolder& operator=(StateFolder&&) = delete;
    ~StateFolder();

    std::filesystem::path file(std::string_view name) const { return path_ / name; }

  private:
    StateFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

    std::filesystem::path path_;
    int lock_ = -1;
};

} // namespace parvis::kiosk
