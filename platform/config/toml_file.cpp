// SPDX-License-Identifier: EUPL-1.2
// Our own reader, because CLI11's cuts "a#b" at the sign and lets an unclosed quote or a line of nonsense
// pass.
#include "platform/config/toml_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

namespace parvis::config {
namespace {

constexpr std::string_view name_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";

/// Reads one line. What is wrong is told by `problem`.
class Line {
  public:
    explicit Line(std::string_view text) : rest_(text) { skip_space(); }

    bool at_end() const { return rest_.empty() || rest_.front() == '#'; }
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) {
            return false;
        }
        rest_.remove_prefix(1);
        skip_space();
        return true;
    }

    std::string name() {
        auto const length = std::min(rest_.find_first_not_of(name_characters), rest_.size());
        std::string name(rest_.substr(0, length));
        rest_.remove_prefix(length);
        skip_space();
        if (name.empty() || name.front() == '.' || name.back() == '.') {
            problem = "a name is missing";
        }
        return name;
    }

    std::string value() {
        std::string text;
        if (rest_.starts_with('"')) {
            text = basic_string();
        } else if (rest_.starts_with('\'')) {
            auto const end = rest_.find('\'', 1);
            if (end == std::string_view::npos) {
                problem = "a quote is not closed";
                return {};
            }
            text = rest_.substr(1, end - 1);
            rest_.remove_prefix(end + 1);
        } else {
            text = bare();
        }
        skip_space();
        return text;
    }

    std::vector<std::string> list() {
        std::vector<std::string> items;
        while (problem.empty() && !take(']')) {
            items.push_back(value());
            if (!take(',') && !rest_.starts_with(']')) {
                problem = "a list is not closed on its line";
            }
        }
        return items;
    }

    std::string problem;

  private:
    void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r"), rest_.size())); }

    std::string bare() {
        auto const length = std::min(rest_.find_first_of(" \t\r,]#"), rest_.size());
        std::string text(rest_.substr(0, length));
        rest_.remove_prefix(length);
        bool const truth = text == "true" || text == "false";
        bool const number = !text.empty() && text.find_first_not_of("0123456789+-._eE") == std::string::npos;
        if (!truth && !number) {
            problem = "a text must stand in quotes";
        }
        // TOML lets people write 64_000 and +5.
        text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
        return text.starts_with('+') ? text.substr(1) : text;
    }

    std::string basic_string() {
        std::string text;
        for (std::size_t i = 1; i < rest_.size(); ++i) {
            if (rest_[i] == '"') {
                rest_.remove_prefix(i + 1);
                return text;
            }
            if (rest_[i] != '\\') {
                text += rest_[i];
                continue;
            }
            auto const escaped = i + 1 < rest_.size() ? unescape(rest_[i + 1]) : std::nullopt;
            if (!escaped) {
                problem = R"(only \" \\ \n and \t can be escaped; 'single quotes' take everything as it is)";
                return {};
            }
            text += *escaped;
            ++i;
        }
        problem = "a quote is not closed";
        return {};
    }

    static std::optional<char> unescape(char c) {
        switch (c) {
        case '"':
        case '\\':
            return c;
        case 'n':
            return '\n';
        case 't':
            return '\t';
        default:
            return std::nullopt;
        }
    }

    std::string_view rest_;
};

std::string read_section(Line& line) {
    auto section = line.name();
    if (line.problem.empty() && !line.take(']')) {
        line.problem = "a section is written [name]";
    }
    return section + '.';
}

TomlEntry read_entry(Line& line, std::string const& section) {
    TomlEntry entry;
    entry.key = section + line.name();
    if (line.problem.empty() && !line.take('=')) {
        line.problem = "an equals sign is missing";
    }
    if (!line.problem.empty()) {
        return entry;
    }
    entry.is_list = line.take('[');
    if (entry.is_list) {
        entry.values = line.list();
    } else {
        entry.values.push_back(line.value());
    }
    return entry;
}

} // namespace

Result<std::vector<TomlEntry>> read_toml(std::string_view text, std::string const& file_name) {
    std::vector<TomlEntry> entries;
    std::set<std::string> seen;
    std::string section;
    for (int number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        Line line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.at_end()) {
            continue;
        }
        if (line.take('[')) {
            section = read_section(line);
        } else {
            entries.push_back(read_entry(line, section));
            if (line.problem.empty() && !seen.insert(entries.back().key).second) {
                line.problem = entries.back().key + " is set twice";
            }
        }
        if (line.problem.empty() && !line.at_end()) {
            line.problem = "something follows the value";
        }
        if (!line.problem.empty()) {
            return fail(ErrorCode::invalid_input, "config_file_malformed", {},
                        {{"file", file_name}, {"line", std::to_string(number)}, {"problem", line.problem}});
        }
    }
    return entries;
}

Result<std::vector<TomlEntry>> read_toml_file(std::string const& path) {
    std::error_code ignored;
    std::ifstream in(path, std::ios::binary);
    // A folder opens well and fails only when it is read.
    if (!in.is_open() || std::filesystem::is_directory(path, ignored)) {
        return fail(ErrorCode::invalid_input, "config_file_unreadable", {}, {{"file", path}});
    }
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    return read_toml(text, path);
}

} // namespace parvis::config
