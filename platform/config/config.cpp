// SPDX-License-Identifier: EUPL-1.2
#include "platform/config/config.hpp"

#include "platform/config/toml_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <set>
#include <stdexcept>
#include <unistd.h>

namespace parvis::config {
namespace {

constexpr std::string_view variable_prefix = "PARVIS_";

/// Levenshtein's distance.
std::size_t typing_errors(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

std::string pointer_of(std::string key) {
    std::replace(key.begin(), key.end(), '.', '/');
    return '/' + key;
}

std::string variable_of(std::string const& key) {
    std::string name(variable_prefix);
    for (char const c : key) {
        name += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return name;
}

std::vector<std::string> split_list(std::string const& text) {
    std::vector<std::string> items;
    for (std::size_t from = 0; !text.empty() && from <= text.size();) {
        auto const comma = std::min(text.find(',', from), text.size());
        items.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return items;
}

class Filling {
  public:
    explicit Filling(std::vector<keys::Key> const& known) : known_(known) {}

    Result<void> file(std::string const& path) {
        auto const entries = read_toml_file(path);
        if (!entries) {
            return entries.error();
        }
        for (auto const& entry : *entries) {
            auto const* key = find(entry.key);
            if (key == nullptr) {
                return unknown(entry.key, path);
            }
            if (key->is_list != entry.is_list) {
                return invalid(*key, path);
            }
            if (auto set = assign(*key, entry.values, path); !set) {
                return set;
            }
        }
        return {};
    }

    Result<void> environment(Sources const& sources) {
        for (auto const& [name, text] : sources.environment) {
            auto const& others = sources.other_variables;
            if (!name.starts_with(variable_prefix) ||
                std::find(others.begin(), others.end(), name) != others.end()) {
                continue;
            }
            auto const key = std::find_if(known_.begin(), known_.end(), [&name = name](auto const& one) {
                return variable_of(one.name) == name;
            });
            if (key == known_.end()) {
                return unknown_variable(name);
            }
            if (auto set = assign(*key, key->is_list ? split_list(text) : std::vector{text}, name); !set) {
                return set;
            }
        }
        return {};
    }

    Result<void> flags(std::vector<std::string> const& arguments) {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            auto const& argument = arguments[i];
            if (!argument.starts_with("--") || argument.size() == 2) {
                return fail(ErrorCode::invalid_input, "config_argument_unexpected", {},
                            {{"argument", argument}});
            }
            auto const equals = argument.find('=');
            auto const flag = argument.substr(0, equals);
            auto const* key = find(flag.substr(2));
            if (key == nullptr) {
                return unknown(flag.substr(2), flag);
            }
            std::string text;
            if (equals != std::string::npos) {
                text = argument.substr(equals + 1);
            } else if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--")) {
                text = arguments[++i];
            } else if (key->expected == "boolean" && !key->is_list) {
                text = "true";
            } else {
                return problem("config_value_missing", *key, flag, {});
            }
            if (auto set = assign(*key, key->is_list ? split_list(text) : std::vector{text}, flag); !set) {
                return set;
            }
        }
        return {};
    }

  private:
    keys::Key const* find(std::string_view name) const {
        auto const found =
            std::find_if(known_.begin(), known_.end(), [&](auto const& key) { return key.name == name; });
        return found == known_.end() ? nullptr : &*found;
    }

    static Error problem(std::string reason, keys::Key const& key, std::string const& source,
                         ErrorArguments more) {
        ErrorArguments arguments{{"key", key.name}, {"source", source}};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return fail(ErrorCode::invalid_input, std::move(reason), pointer_of(key.name), std::move(arguments));
    }

    static Error invalid(keys::Key const& key, std::string const& source) {
        auto const expected = key.is_list ? "list: " + key.expected : key.expected;
        return problem("config_value_invalid", key, source, {{"expected", expected}});
    }

    static Result<void> assign(keys::Key const& key, std::vector<std::string> const& values,
                               std::string const& source) {
        switch (key.assign(values)) {
        case keys::Assigned::ok:
            return {};
        case keys::Assigned::out_of_range:
            return problem("config_value_out_of_range", key, source,
                           {{"lowest", key.lowest}, {"highest", key.highest}});
        case keys::Assigned::invalid:
            break;
        }
        return invalid(key, source);
    }

    template <class NameOf>
    std::string nearest(std::string const& to, NameOf&& name_of) const {
        std::string best;
        auto fewest = std::string::npos;
        for (auto const& key : known_) {
            auto const errors = typing_errors(to, name_of(key.name));
            if (errors < fewest) {
                fewest = errors;
                best = name_of(key.name);
            }
        }
        return best;
    }

    Error unknown(std::string const& key, std::string const& source) const {
        return fail(ErrorCode::invalid_input, "config_key_unknown", pointer_of(key),
                    {{"key", key}, {"source", source}, {"nearest", nearest(key, [](auto const& name) {
                                                            return name;
                                                        })}});
    }

    Error unknown_variable(std::string const& name) const {
        return fail(ErrorCode::invalid_input, "config_key_unknown", {},
                    {{"key", name}, {"source", "environment"}, {"nearest", nearest(name, variable_of)}});
    }

    std::vector<keys::Key> const& known_;
};

std::string argument_of(Error const& error, std::string_view name) {
    for (auto const& [key, value] : error.arguments) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace

std::map<std::string, std::string> process_environment() {
    std::map<std::string, std::string> found;
    for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
        std::string_view const text(*variable);
        auto const equals = text.find('=');
        if (text.starts_with(variable_prefix) && equals != std::string_view::npos) {
            found.emplace(text.substr(0, equals), text.substr(equals + 1));
        }
    }
    return found;
}

std::string explain(Error const& error) {
    auto const value = [&](std::string_view name) { return argument_of(error, name); };
    if (error.reason == "config_key_unknown") {
        return value("key") + " (" + value("source") + ") is not a setting; did you mean " +
               value("nearest") + "?";
    }
    if (error.reason == "config_value_invalid") {
        return value("key") + " (" + value("source") + ") is not what it must be: " + value("expected");
    }
    if (error.reason == "config_value_out_of_range") {
        return value("key") + " (" + value("source") + ") must lie between " + value("lowest") + " and " +
               value("highest");
    }
    if (error.reason == "config_value_missing") {
        return value("source") + " needs a value: " + value("source") + "=...";
    }
    if (error.reason == "config_argument_unexpected") {
        return "\"" + value("argument") + "\" is no setting; settings are written --section.key=value";
    }
    if (error.reason == "config_file_unreadable") {
        return "the file " + value("file") + " cannot be read";
    }
    if (error.reason == "config_file_malformed") {
        return "line " + value("line") + " of " + value("file") +
               " is not TOML that is understood here: " + value("problem");
    }
    return describe(error);
}

namespace keys {

Result<void> fill(std::vector<Key> const& known, Sources const& sources) {
    Filling filling(known);
    if (sources.file) {
        if (auto done = filling.file(*sources.file); !done) {
            return done;
        }
    }
    if (auto done = filling.environment(sources); !done) {
        return done;
    }
    return filling.flags(sources.arguments);
}

std::string table(std::vector<Key> const& known, HelpTexts const& texts) {
    std::set<std::string> left;
    for (auto const& [name, text] : texts) {
        left.insert(name);
    }
    std::string out;
    for (auto const& key : known) {
        auto const text = texts.find(key.name);
        if (text == texts.end()) {
            throw std::logic_error("the setting " + key.name + " has no help text");
        }
        left.erase(key.name);
        out += "  --" + key.name + " <" + key.expected + (key.is_list ? ",..." : "") + ">";
        out += key.default_text.empty() ? "" : "  (default " + key.default_text + ')';
        out += "\n        " + text->second + '\n';
    }
    if (!left.empty()) {
        throw std::logic_error("a help text is for no setting: " + *left.begin());
    }
    return out;
}

Assigned read_boolean(bool& into, std::string const& text) {
    if (text != "true" && text != "false") {
        return Assigned::invalid;
    }
    into = text == "true";
    return Assigned::ok;
}

namespace {

template <class T>
Assigned read_integer(T& into, std::string const& text) {
    T number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) {
        return Assigned::out_of_range;
    }
    if (error != std::errc{} || end != text.data() + text.size()) {
        return Assigned::invalid;
    }
    into = number;
    return Assigned::ok;
}

} // namespace

Assigned read_signed(std::int64_t& into, std::string const& text, std::int64_t lowest, std::int64_t highest) {
    std::int64_t number = 0;
    auto const result = read_integer(number, text);
    if (result == Assigned::ok && (number < lowest || number > highest)) {
        return Assigned::out_of_range;
    }
    into = result == Assigned::ok ? number : into;
    return result;
}

Assigned read_unsigned(std::uint64_t& into, std::string const& text, std::uint64_t highest) {
    if (std::int64_t negative = 0;
        text.starts_with('-') && read_integer(negative, text) != Assigned::invalid) {
        return Assigned::out_of_range;
    }
    std::uint64_t number = 0;
    auto const result = read_integer(number, text);
    if (result == Assigned::ok && number > highest) {
        return Assigned::out_of_range;
    }
    into = result == Assigned::ok ? number : into;
    return result;
}

Assigned read_number(double& into, std::string const& text) {
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) {
        return Assigned::invalid;
    }
    into = number;
    return Assigned::ok;
}

std::string number_text(double number) {
    std::array<char, 32> text{};
    auto const [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? std::string(text.data(), end) : std::string("?");
}

} // namespace keys
} // namespace parvis::config
