// SPDX-License-Identifier: EUPL-1.2
// JSON to C++ values, with the pointer of whatever is wrong.
#pragma once

#include "platform/json/encode.hpp"
#include "platform/json/kinds.hpp"
#include "platform/result/result.hpp"

#include <cstdint>
#include <limits>
#include <utility>

namespace parvis::json {

/// What to do with a member that the struct does not describe: ignored on links (a newer peer may say more),
/// refused in HTTP bodies (a typing error must not pass in silence).
enum class Unknown { ignore, refuse };

/// Only std::optional members may be absent or null; a default member initialiser does not make a member
/// optional. An integer may be written 5 or 5.0; a number becomes double from either. A tagged struct read by
/// itself may leave out its "type" but not carry another one; in a std::variant the "type" is required.
/// Errors are all invalid_input with the JSON pointer of the field:
///   field_missing                      the member is required
///   field_wrong_type (expected)        expected: object, list, map, text, integer, number, boolean, id,
///   instant field_unknown                      only with Unknown::refuse value_unknown (allowed) not one of
///   the enumerators, told comma-separated value_out_of_range (lowest, highest) character_not_allowed a text
///   holds U+0000, which PostgreSQL cannot store list_wrong_length (expected)       for std::array
///   message_type_unknown (allowed)     no alternative of the variant has that "type"
template <class T>
Result<T> decode(boost::json::value const& from, Unknown unknown);

namespace decoding {

/// Where the reader stands: a chain of names and indexes on the stack, written out only when something is
/// wrong.
struct Place {
    Place const* parent = nullptr;
    std::string_view name;
    std::size_t index = 0;
    bool is_index = false;

    Place member(std::string_view member_name) const { return {this, member_name, 0, false}; }
    Place item(std::size_t item_index) const { return {this, {}, item_index, true}; }
    std::string pointer() const; ///< RFC 6901
};

using Failure = std::optional<Error>;

Error wrong_type(Place const& place, std::string expected);
Error out_of_range(Place const& place, std::string lowest, std::string highest);
Error unknown_value(Place const& place, std::string allowed);
Error unknown_message(Place const& place, std::string allowed);
Error missing(Place const& place);
Error unknown_field(Place const& place);
Error wrong_length(Place const& place, std::size_t expected);

bool is_text(boost::json::value const& value, std::string_view text);
Failure read_boolean(bool& into, boost::json::value const& from, Place const& place);
Failure read_signed(std::int64_t& into, boost::json::value const& from, Place const& place,
                    std::int64_t lowest, std::int64_t highest);
Failure read_unsigned(std::uint64_t& into, boost::json::value const& from, Place const& place,
                      std::uint64_t highest);
Failure read_number(double& into, boost::json::value const& from, Place const& place);
Failure read_text(std::string& into, boost::json::value const& from, Place const& place);
Failure read_instant(Instant& into, boost::json::value const& from, Place const& place);
Failure read_date(LocalDate& into, boost::json::value const& from, Place const& place);

template <class T>
Failure read(T& into, boost::json::value const& from, Place const& place, Unknown unknown);

template <class T>
Failure read_integer(T& into, boost::json::value const& from, Place const& place) {
    if constexpr (std::is_signed_v<T>) {
        std::int64_t wide = 0;
        auto failure =
            read_signed(wide, from, place, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
        into = static_cast<T>(wide);
        return failure;
    } else {
        std::uint64_t wide = 0;
        auto failure = read_unsigned(wide, from, place, std::numeric_limits<T>::max());
        into = static_cast<T>(wide);
        return failure;
    }
}

template <kinds::DescribedEnum E>
Failure read_enum(E& into, boost::json::value const& from, Place const& place) {
    auto const* text = from.if_string();
    auto found = text == nullptr ? std::nullopt : parse_enum<E>({text->data(), text->size()});
    if (found) {
        into = *found;
        return std::nullopt;
    }
    if (text == nullptr) {
        return wrong_type(place, "text");
    }
    std::string allowed;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { allowed.append(allowed.empty() ? "" : ", ").append(d.name); });
    return unknown_value(place, std::move(allowed));
}

template <class T>
Failure read_id(T& into, boost::json::value const& from, Place const& place) {
    auto const* text = from.if_string();
    auto id = text == nullptr ? std::nullopt : T::parse({text->data(), text->size()});
    if (!id) {
        return wrong_type(place, "id");
    }
    into = std::move(*id);
    return std::nullopt;
}

template <class T>
Failure read_list(T& into, boost::json::value const& from, Place const& place, Unknown unknown) {
    auto const* list = from.if_array();
    if (list == nullptr) {
        return wrong_type(place, "list");
    }
    if constexpr (kinds::is_array<T>) {
        if (list->size() != into.size()) {
            return wrong_length(place, into.size());
        }
    } else {
        into.clear();
        into.reserve(list->size());
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        typename T::value_type item{};
        if (auto failure = read(item, (*list)[i], place.item(i), unknown)) {
            return failure;
        }
        if constexpr (kinds::is_array<T>) {
            into[i] = std::move(item);
        } else {
            into.push_back(std::move(item));
        }
    }
    return std::nullopt;
}

template <class T>
Failure read_map(T& into, boost::json::value const& from, Place const& place, Unknown unknown) {
    auto const* object = from.if_object();
    if (object == nullptr) {
        return wrong_type(place, "map");
    }
    into.clear();
    for (auto const& member : *object) {
        std::string_view const name(member.key().data(), member.key().size());
        typename T::mapped_type item{};
        if (auto failure = read(item, member.value(), place.member(name), unknown)) {
            return failure;
        }
        into.emplace(name, std::move(item));
    }
    return std::nullopt;
}

template <class T>
Failure read_members(T& into, boost::json::object const& object, Place const& place, Unknown unknown) {
    Failure failure;
    boost::mp11::mp_for_each<kinds::members_of<T>>([&](auto d) {
        if (failure) {
            return;
        }
        auto& member = into.*d.pointer;
        auto const* found = object.if_contains(d.name);
        if (found != nullptr) {
            failure = read(member, *found, place.member(d.name), unknown);
        } else if constexpr (kinds::is_optional<std::remove_cvref_t<decltype(member)>>) {
            member.reset();
        } else {
            failure = missing(place.member(d.name));
        }
    });
    return failure;
}

template <class T>
Failure refuse_unknown(boost::json::object const& object, Place const& place) {
    for (auto const& member : object) {
        std::string_view const name(member.key().data(), member.key().size());
        bool known = kinds::Tagged<T> && name == "type";
        boost::mp11::mp_for_each<kinds::members_of<T>>([&](auto d) { known = known || name == d.name; });
        if (!known) {
            return unknown_field(place.member(name));
        }
    }
    return std::nullopt;
}

template <kinds::DescribedStruct T>
Failure read_structure(T& into, boost::json::value const& from, Place const& place, Unknown unknown) {
    auto const* object = from.if_object();
    if (object == nullptr) {
        return wrong_type(place, "object");
    }
    if constexpr (kinds::Tagged<T>) {
        auto const* type = object->if_contains("type");
        if (type != nullptr && !is_text(*type, T::type)) {
            return unknown_message(place.member("type"), std::string(T::type));
        }
    }
    if (auto failure = read_members(into, *object, place, unknown)) {
        return failure;
    }
    return unknown == Unknown::refuse ? refuse_unknown<T>(*object, place) : std::nullopt;
}

template <class... T>
Failure read_variant(std::variant<T...>& into, boost::json::value const& from, Place const& place,
                     Unknown unknown) {
    static_assert((kinds::Tagged<T> && ...),
                  "each alternative needs `static constexpr std::string_view type`");
    auto const* object = from.if_object();
    if (object == nullptr) {
        return wrong_type(place, "object");
    }
    auto const* type = object->if_contains("type");
    if (type == nullptr) {
        return missing(place.member("type"));
    }
    if (!type->is_string()) {
        return wrong_type(place.member("type"), "text");
    }
    Failure failure;
    bool found = false;
    auto try_one = [&]<class One>(std::type_identity<One>) {
        if (!found && is_text(*type, One::type)) {
            found = true;
            failure = read_structure(into.template emplace<One>(), from, place, unknown);
        }
    };
    (try_one(std::type_identity<T>{}), ...);
    if (!found) {
        std::string allowed;
        ((allowed.append(allowed.empty() ? "" : ", ").append(T::type)), ...);
        return unknown_message(place.member("type"), std::move(allowed));
    }
    return failure;
}

template <class T>
Failure read(T& into, boost::json::value const& from, Place const& place, Unknown unknown) {
    if constexpr (std::same_as<T, boost::json::value>) {
        into = from;
        return std::nullopt;
    } else if constexpr (std::same_as<T, boost::json::object>) {
        if (!from.is_object()) {
            return wrong_type(place, "object");
        }
        into = from.get_object();
        return std::nullopt;
    } else if constexpr (std::same_as<T, boost::json::array>) {
        if (!from.is_array()) {
            return wrong_type(place, "list");
        }
        into = from.get_array();
        return std::nullopt;
    } else if constexpr (std::same_as<T, bool>) {
        return read_boolean(into, from, place);
    } else if constexpr (kinds::Integer<T>) {
        return read_integer(into, from, place);
    } else if constexpr (std::same_as<T, double>) {
        return read_number(into, from, place);
    } else if constexpr (std::same_as<T, std::string>) {
        return read_text(into, from, place);
    } else if constexpr (std::same_as<T, Instant>) {
        return read_instant(into, from, place);
    } else if constexpr (std::same_as<T, LocalDate>) {
        return read_date(into, from, place);
    } else if constexpr (is_id<T>) {
        return read_id(into, from, place);
    } else if constexpr (kinds::DescribedEnum<T>) {
        return read_enum(into, from, place);
    } else if constexpr (kinds::is_optional<T>) {
        if (from.is_null()) {
            into.reset();
            return std::nullopt;
        }
        return read(into.emplace(), from, place, unknown);
    } else if constexpr (kinds::is_vector<T> || kinds::is_array<T>) {
        return read_list(into, from, place, unknown);
    } else if constexpr (kinds::is_map<T>) {
        return read_map(into, from, place, unknown);
    } else if constexpr (kinds::is_variant<T>) {
        return read_variant(into, from, place, unknown);
    } else if constexpr (kinds::DescribedStruct<T>) {
        return read_structure(into, from, place, unknown);
    } else {
        static_assert(kinds::always_false<T>,
                      "describe this type with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_ENUM");
    }
}

} // namespace decoding

template <class T>
Result<T> decode(boost::json::value const& from, Unknown unknown) {
    T into{};
    if (auto failure = decoding::read(into, from, decoding::Place{}, unknown)) {
        return std::move(*failure);
    }
    return into;
}

} // namespace parvis::json
