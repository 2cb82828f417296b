// SPDX-License-Identifier: EUPL-1.2
// JSON Schema 2020-12 of described types, for the components of an OpenAPI 3.1 document.
#pragma once

#include "platform/json/encode.hpp"
#include "platform/json/kinds.hpp"

#include <boost/core/type_name.hpp>

#include <limits>
#include <utility>

namespace parvis::json {

/// Collects one named schema for each described struct and enum it meets. The name is the type's own, without
/// namespaces; two different types of one name throw std::logic_error: give one of them a
/// `static constexpr std::string_view schema_name`.
class SchemaBook {
  public:
    /// `components/schemas` of OpenAPI, sorted by name.
    boost::json::object components() const;

    /// {"$ref": "#/components/schemas/<name>"}
    static boost::json::object reference(std::string_view name);

    /// True when `name` is new and the caller must describe() it; false when `full_type_name` has it already.
    bool claim(std::string const& name, std::string const& full_type_name);
    void describe(std::string const& name, boost::json::object schema);

  private:
    struct Entry {
        std::string full_type_name;
        boost::json::object schema;
    };
    std::map<std::string, Entry> entries_;
};

/// The schema of T as other schemas refer to it: a $ref for described structs and enums (entered into the
/// book, with all that they hold), else the schema itself. A variant becomes oneOf with the discriminator
/// "type".
template <class T>
boost::json::object schema(SchemaBook& book);

/// Enters a type that has no name of its own (a variant, a list) under `name`, and returns its $ref.
template <class T>
boost::json::object named_schema(SchemaBook& book, std::string const& name);

namespace schemas {

std::string short_name(std::string const& full_type_name);
boost::json::object signed_integer(int bits);
boost::json::object unsigned_integer(int bits);
boost::json::object id();
boost::json::object instant();
boost::json::object date();
boost::json::object of_type(std::string_view type);

template <class T>
std::string name_of() {
    if constexpr (requires { T::schema_name; }) {
        return std::string(T::schema_name);
    } else {
        return short_name(boost::core::type_name<T>());
    }
}

template <kinds::DescribedEnum E>
boost::json::object enumeration(SchemaBook& book) {
    auto const name = name_of<E>();
    if (book.claim(name, boost::core::type_name<E>())) {
        boost::json::array names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto d) { names.emplace_back(d.name); });
        auto schema = of_type("string");
        schema.emplace("title", name);
        schema.emplace("enum", std::move(names));
        book.describe(name, std::move(schema));
    }
    return SchemaBook::reference(name);
}

template <kinds::DescribedStruct T>
boost::json::object structure(SchemaBook& book) {
    auto const name = name_of<T>();
    if (!book.claim(name, boost::core::type_name<T>())) {
        return SchemaBook::reference(name);
    }
    boost::json::object properties;
    boost::json::array required;
    if constexpr (kinds::Tagged<T>) {
        auto type = of_type("string");
        type.emplace("const", T::type);
        properties.emplace("type", std::move(type));
        required.emplace_back("type");
    }
    boost::mp11::mp_for_each<kinds::members_of<T>>([&](auto d) {
        using Member = std::remove_cvref_t<decltype(std::declval<T&>().*d.pointer)>;
        if constexpr (kinds::is_optional<Member>) {
            properties.emplace(d.name, json::schema<typename Member::value_type>(book));
        } else {
            properties.emplace(d.name, json::schema<Member>(book));
            required.emplace_back(d.name);
        }
    });
    auto schema = of_type("object");
    schema.emplace("title", name);
    schema.emplace("properties", std::move(properties));
    if (!required.empty()) {
        schema.emplace("required", std::move(required));
    }
    book.describe(name, std::move(schema));
    return SchemaBook::reference(name);
}

template <class Variant>
struct Union;
template <class... T>
struct Union<std::variant<T...>> {
    static boost::json::object schema(SchemaBook& book) {
        boost::json::array alternatives;
        boost::json::object mapping;
        auto add = [&](std::string_view type, boost::json::object reference) {
            mapping.emplace(type, reference.at("$ref"));
            alternatives.emplace_back(std::move(reference));
        };
        (add(T::type, json::schema<T>(book)), ...);
        boost::json::object discriminator;
        discriminator.emplace("propertyName", "type");
        discriminator.emplace("mapping", std::move(mapping));
        boost::json::object schema;
        schema.emplace("oneOf", std::move(alternatives));
        schema.emplace("discriminator", std::move(discriminator));
        return schema;
    }
};

template <class T>
boost::json::object list(SchemaBook& book) {
    auto schema = of_type("array");
    schema.emplace("items", json::schema<typename T::value_type>(book));
    if constexpr (kinds::is_array<T>) {
        schema.emplace("minItems", std::tuple_size_v<T>);
        schema.emplace("maxItems", std::tuple_size_v<T>);
    }
    return schema;
}

} // namespace schemas

template <class T>
boost::json::object schema(SchemaBook& book) {
    if constexpr (std::same_as<T, boost::json::value>) {
        return {};
    } else if constexpr (std::same_as<T, boost::json::object>) {
        return schemas::of_type("object");
    } else if constexpr (std::same_as<T, boost::json::array>) {
        return schemas::of_type("array");
    } else if constexpr (std::same_as<T, bool>) {
        return schemas::of_type("boolean");
    } else if constexpr (kinds::Integer<T>) {
        constexpr int bits = static_cast<int>(sizeof(T) * 8);
        return std::is_signed_v<T> ? schemas::signed_integer(bits) : schemas::unsigned_integer(bits);
    } else if constexpr (std::floating_point<T>) {
        return schemas::of_type("number");
    } else if constexpr (std::same_as<T, std::string>) {
        return schemas::of_type("string");
    } else if constexpr (std::same_as<T, Instant>) {
        return schemas::instant();
    } else if constexpr (std::same_as<T, LocalDate>) {
        return schemas::date();
    } else if constexpr (is_id<T>) {
        return schemas::id();
    } else if constexpr (kinds::DescribedEnum<T>) {
        return schemas::enumeration<T>(book);
    } else if constexpr (kinds::is_optional<T>) {
        return schema<typename T::value_type>(book);
    } else if constexpr (kinds::is_vector<T> || kinds::is_array<T>) {
        return schemas::list<T>(book);
    } else if constexpr (kinds::is_map<T>) {
        auto map = schemas::of_type("object");
        map.emplace("additionalProperties", schema<typename T::mapped_type>(book));
        return map;
    } else if constexpr (kinds::is_variant<T>) {
        return schemas::Union<T>::schema(book);
    } else if constexpr (kinds::DescribedStruct<T>) {
        return schemas::structure<T>(book);
    } else {
        static_assert(kinds::always_false<T>,
                      "describe this type with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_ENUM");
    }
}

template <class T>
boost::json::object named_schema(SchemaBook& book, std::string const& name) {
    if (book.claim(name, boost::core::type_name<T>())) {
        auto described = schema<T>(book);
        described.emplace("title", name);
        book.describe(name, std::move(described));
    }
    return SchemaBook::reference(name);
}

} // namespace parvis::json
