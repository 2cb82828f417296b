// SPDX-License-Identifier: EUPL-1.2
// What device tests share: a folder of their own, programs run to their end, free ports.
#pragma once

#include <filesystem>
#include <string>

namespace parvis::devices {

/// A new folder under the system's temporary folder, readable by the print service's user; removed at the
/// end.
class PrivateFolder {
  public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(PrivateFolder const&) = delete;
    PrivateFolder& operator=(PrivateFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path operator/(std::string const& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

/// Runs a shell command to its end; throws std::runtime_error with the command when it fails. Returns what it
/// printed.
std::string run(std::string const& command);
/// Runs a script of this folder with arguments.
std::string run_script(std::string const& script_and_arguments);

/// An address of loopback that no other test process uses, for servers whose port is fixed.
std::string own_loopback_address();

/// A TCP port of 127.0.0.1 that nothing listens on now.
int free_port();

void write_text(std::filesystem::path const& file, std::string const& text);
std::string read_text(std::filesystem::path const& file);

} // namespace parvis::devices
