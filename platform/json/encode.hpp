// SPDX-License-Identifier: EUPL-1.2
// C++ values to JSON.
#pragma once

#include "platform/json/kinds.hpp"

namespace parvis::json {

/// Described structs become objects in the order of their description (a tagged one begins with "type"; an
/// absent optional is left out), described enums their name, Id its text, Instant its milliseconds, LocalDate
/// "2026-03-01". Throws std::logic_error for an enum value outside its description.
template <class T>
boost::json::value encode(T const& from);

/// The name of a described enumerator, e.g. "ringing".
template <kinds::DescribedEnum E>
std::string_view enum_name(E value);
/// Nothing when no enumerator has that name.
template <kinds::DescribedEnum E>
std::optional<E> parse_enum(std::string_view name);

namespace encoding {
[[noreturn]] void undescribed_enum_value(long long value);
} // namespace encoding

template <kinds::DescribedEnum E>
std::string_view enum_name(E value) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (d.value == value) {
            name = d.name;
        }
    });
    if (name.empty()) {
        encoding::undescribed_enum_value(static_cast<long long>(value));
    }
    return name;
}

template <kinds::DescribedEnum E>
std::optional<E> parse_enum(std::string_view name) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (name == d.name) {
            found = d.value;
        }
    });
    return found;
}

namespace encoding {

template <class T>
boost::json::array list(T const& from) {
    boost::json::array out;
    out.reserve(from.size());
    for (auto const& item : from) {
        out.push_back(encode<std::remove_cvref_t<decltype(item)>>(item));
    }
    return out;
}

template <kinds::DescribedStruct T>
boost::json::object structure(T const& from) {
    boost::json::object out;
    if constexpr (kinds::Tagged<T>) {
        out.emplace("type", T::type);
    }
    boost::mp11::mp_for_each<kinds::members_of<T>>([&](auto d) {
        auto const& member = from.*d.pointer;
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (kinds::is_optional<Member>) {
            if (member) {
                out.emplace(d.name, encode<typename Member::value_type>(*member));
            }
        } else {
            out.emplace(d.name, encode<Member>(member));
        }
    });
    return out;
}

} // namespace encoding

template <class T>
boost::json::value encode(T const& from) {
    if constexpr (kinds::is_raw<T> || std::same_as<T, bool> || std::floating_point<T>) {
        return from;
    } else if constexpr (kinds::Integer<T>) {
        return from;
    } else if constexpr (std::convertible_to<T const&, std::string_view>) {
        return boost::json::value(boost::json::string(std::string_view(from)));
    } else if constexpr (is_id<T>) {
        return boost::json::value(boost::json::string(from.text()));
    } else if constexpr (std::same_as<T, Instant>) {
        return from.ms;
    } else if constexpr (std::same_as<T, LocalDate>) {
        return boost::json::value(boost::json::string(to_iso(from)));
    } else if constexpr (kinds::DescribedEnum<T>) {
        return boost::json::value(boost::json::string(enum_name(from)));
    } else if constexpr (kinds::is_optional<T>) {
        return from ? encode<typename T::value_type>(*from) : boost::json::value(nullptr);
    } else if constexpr (kinds::is_vector<T> || kinds::is_array<T>) {
        return encoding::list(from);
    } else if constexpr (kinds::is_map<T>) {
        boost::json::object out;
        for (auto const& [name, item] : from) {
            out.emplace(name, encode<typename T::mapped_type>(item));
        }
        return out;
    } else if constexpr (kinds::is_variant<T>) {
        return std::visit([](auto const& held) { return encode<std::remove_cvref_t<decltype(held)>>(held); },
                          from);
    } else if constexpr (kinds::DescribedStruct<T>) {
        return encoding::structure(from);
    } else {
        static_assert(kinds::always_false<T>,
                      "describe this type with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_ENUM");
    }
}

} // namespace parvis::json
