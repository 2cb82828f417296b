// SPDX-License-Identifier: EUPL-1.2
// What platform/json can read, write and describe, sorted into kinds.
#pragma once

#include "platform/ids/id.hpp"
#include "platform/time/instant.hpp"
#include "platform/time/zone.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace parvis::json::kinds {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t N>
inline constexpr bool is_array<std::array<T, N>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class T>
inline constexpr bool is_map<std::map<std::string, T>> = true;
template <class T>
inline constexpr bool is_variant = false;
template <class... T>
inline constexpr bool is_variant<std::variant<T...>> = true;
/// boost::json's own types pass through untouched.
template <class T>
inline constexpr bool is_raw = std::same_as<T, boost::json::value> || std::same_as<T, boost::json::object> ||
                               std::same_as<T, boost::json::array>;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept DescribedStruct =
    std::is_class_v<T> && boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
/// A static `type` marks a message of a tagged union. (A plain member called `type` does not: its address is
/// a member pointer.)
template <class T>
concept Tagged = DescribedStruct<T> && requires {
    { &T::type } -> std::convertible_to<std::string_view const*>;
};

template <class T>
using members_of =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class>
inline constexpr bool always_false = false;

} // namespace parvis::json::kinds
