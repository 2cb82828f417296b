// SPDX-License-Identifier: EUPL-1.2
// The part of TOML that settings need. For the sources of platform/config only.
#pragma once

#include "platform/result/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parvis::config {

struct TomlEntry {
    std::string key; ///< "listen.port"
    std::vector<std::string> values;
    bool is_list = false;
};

/// Comments, [section], key = value with value a basic or literal string, an integer, a float, a boolean or a
/// list of these on one line. Errors (invalid_input): "config_file_unreadable" (file),
/// "config_file_malformed" (file, line, problem).
Result<std::vector<TomlEntry>> read_toml_file(std::string const& path);
Result<std::vector<TomlEntry>> read_toml(std::string_view text, std::string const& file_name);

} // namespace parvis::config
