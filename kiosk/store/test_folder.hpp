// SPDX-License-Identifier: EUPL-1.2
// For tests: a folder of their own.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <system_error>

namespace parvis::kiosk {

/// An empty folder below the system's temporary one, removed with everything in it at the end.
class TestFolder {
  public:
    TestFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "parvis-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        path_ = pattern;
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TestFolder(TestFolder const&) = delete;
    TestFolder& operator=(TestFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace parvis::kiosk
