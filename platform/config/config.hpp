// SPDX-License-Identifier: EUPL-1.2
// Settings: one described struct, read once at start from a TOML file, the environment and flags (later ones
// win).
//
//     struct Listen { std::string address = "127.0.0.1"; std::uint16_t port = 8080; };
//     BOOST_DESCRIBE_STRUCT(Listen, (), (address, port))
//     struct ServerConfig { std::string data = "/var/lib/parvis"; Listen listen; };
//     BOOST_DESCRIBE_STRUCT(ServerConfig, (), (data, listen))
//
//     data = "/srv/parvis"        PARVIS_DATA=/srv/parvis          --data /srv/parvis
//     [listen]
//     port = 8081                 PARVIS_LISTEN_PORT=8081          --listen.port=8081
//
// Members: bool, integers, double, std::string, described enums, std::optional and std::vector of these (in
// the environment and flags a vector is comma-separated), and described structs one level deep (sections).
// The defaults are the initialisers.
#pragma once

#include "platform/json/encode.hpp"
#include "platform/json/kinds.hpp"
#include "platform/result/result.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::config {

/// Where settings come from. `arguments`: only the flags that are settings (CLI11's `remaining()` after
/// `allow_extras`). `environment`: every variable; those beginning with "PARVIS_" must be known settings,
/// except the names in `other_variables`. `file`: a path that must exist when given.
struct Sources {
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment;
    std::optional<std::string> file;
    std::vector<std::string> other_variables;
};

/// The variables of this process that begin with "PARVIS_".
std::map<std::string, std::string> process_environment();

/// One sentence for each key, "listen.port" -> "TCP port to accept connections on".
using HelpTexts = std::map<std::string, std::string>;

/// Reads the settings. Errors (invalid_input, pointer "/listen/port"):
///   config_key_unknown   (key, source, nearest)        nearest is the known key with the fewest typing
///   errors config_value_invalid (key, source, expected)       expected: boolean, integer, number, text, or
///   "one of a, b, c" config_value_out_of_range (key, source, lowest, highest) config_value_missing (key,
///   source)                 a flag without its value config_argument_unexpected (argument) something that is
///   no flag config_file_unreadable (file), config_file_malformed (file, line)
/// `source` is the file's path, the variable's name or the flag.
template <class T>
Result<T> load(Sources const& sources);

/// A table for --help: flag, kind, default and sentence. Throws std::logic_error for a key without a text and
/// for a text without a key.
template <class T>
std::string help_table(HelpTexts const& texts);

/// A config error as a line for the person at the console, in English:
/// "listen.prot in /etc/parvis.toml is not a setting; did you mean listen.port?"
std::string explain(Error const& error);

namespace keys {

enum class Assigned { ok, invalid, out_of_range };

/// One setting, bound to its place in the struct being filled.
struct Key {
    std::string name;     ///< "listen.port"
    std::string expected; ///< "integer"
    std::string default_text;
    std::string lowest{}; ///< of an integer
    std::string highest{};
    bool is_list = false;
    std::function<Assigned(std::vector<std::string> const&)> assign;
};

Result<void> fill(std::vector<Key> const& known, Sources const& sources);
std::string table(std::vector<Key> const& known, HelpTexts const& texts);

Assigned read_boolean(bool& into, std::string const& text);
Assigned read_signed(std::int64_t& into, std::string const& text, std::int64_t lowest, std::int64_t highest);
Assigned read_unsigned(std::uint64_t& into, std::string const& text, std::uint64_t highest);
Assigned read_number(double& into, std::string const& text);
std::string number_text(double number);

template <class T>
Assigned read_one(T& into, std::string const& text) {
    if constexpr (std::same_as<T, bool>) {
        return read_boolean(into, text);
    } else if constexpr (std::same_as<T, std::string>) {
        into = text;
        return Assigned::ok;
    } else if constexpr (std::same_as<T, double>) {
        return read_number(into, text);
    } else if constexpr (std::is_enum_v<T>) {
        auto const found = json::parse_enum<T>(text);
        into = found.value_or(into);
        return found ? Assigned::ok : Assigned::invalid;
    } else if constexpr (std::is_signed_v<T>) {
        std::int64_t wide = into;
        auto const result =
            read_signed(wide, text, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
        into = static_cast<T>(wide);
        return result;
    } else {
        std::uint64_t wide = into;
        auto const result = read_unsigned(wide, text, std::numeric_limits<T>::max());
        into = static_cast<T>(wide);
        return result;
    }
}

template <class T>
std::string text_of(T const& value) {
    if constexpr (std::same_as<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::same_as<T, std::string>) {
        return '"' + value + '"';
    } else if constexpr (std::same_as<T, double>) {
        return number_text(value);
    } else if constexpr (std::is_enum_v<T>) {
        return std::string(json::enum_name(value));
    } else {
        return std::to_string(value);
    }
}

template <class T>
std::string expected_of() {
    if constexpr (std::same_as<T, bool>) {
        return "boolean";
    } else if constexpr (std::same_as<T, std::string>) {
        return "text";
    } else if constexpr (std::same_as<T, double>) {
        return "number";
    } else if constexpr (std::is_enum_v<T>) {
        std::string names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
            [&](auto d) { names.append(names.empty() ? "one of " : ", ").append(d.name); });
        return names;
    } else {
        static_assert(json::kinds::Integer<T>,
                      "config members: bool, integers, double, text, described enums");
        return "integer";
    }
}

template <class T>
Key bind(std::string name, T& place) {
    Key key{.name = std::move(name), .expected = {}, .default_text = {}, .assign = {}};
    if constexpr (json::kinds::is_vector<T>) {
        key.expected = expected_of<typename T::value_type>();
        key.is_list = true;
        for (auto const& item : place) {
            key.default_text += (key.default_text.empty() ? "" : ",") + text_of(item);
        }
        key.assign = [&place](std::vector<std::string> const& texts) {
            T items;
            for (auto const& text : texts) {
                typename T::value_type item{};
                if (auto const result = read_one(item, text); result != Assigned::ok) {
                    return result;
                }
                items.push_back(std::move(item));
            }
            place = std::move(items);
            return Assigned::ok;
        };
        return key;
    } else if constexpr (json::kinds::is_optional<T>) {
        key = bind(key.name, place.emplace());
        place.reset();
        key.default_text.clear();
        key.assign = [&place](std::vector<std::string> const& texts) {
            typename T::value_type item{};
            auto const result = texts.size() == 1 ? read_one(item, texts.front()) : Assigned::invalid;
            if (result == Assigned::ok) {
                place = std::move(item);
            }
            return result;
        };
        return key;
    } else {
        key.expected = expected_of<T>();
        key.default_text = text_of(place);
        if constexpr (json::kinds::Integer<T>) {
            key.lowest = std::to_string(std::numeric_limits<T>::min());
            key.highest = std::to_string(std::numeric_limits<T>::max());
        }
        key.assign = [&place](std::vector<std::string> const& texts) {
            return texts.size() == 1 ? read_one(place, texts.front()) : Assigned::invalid;
        };
        return key;
    }
}

/// Every setting of the struct, in the order of its description. The struct must outlive the keys.
template <class T>
std::vector<Key> of(T& settings, std::string const& section = {}) {
    std::vector<Key> found;
    boost::mp11::mp_for_each<json::kinds::members_of<T>>([&](auto d) {
        auto& member = settings.*d.pointer;
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (json::kinds::DescribedStruct<Member>) {
            auto inner = of(member, section + d.name + ".");
            found.insert(found.end(), inner.begin(), inner.end());
        } else {
            found.push_back(bind(section + d.name, member));
        }
    });
    return found;
}

} // namespace keys

template <class T>
Result<T> load(Sources const& sources) {
    T settings{};
    if (auto filled = keys::fill(keys::of(settings), sources); !filled) {
        return filled.error();
    }
    return settings;
}

template <class T>
std::string help_table(HelpTexts const& texts) {
    T settings{};
    return keys::table(keys::of(settings), texts);
}

} // namespace parvis::config
