// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/schema.hpp"

#include <cstdint>
#include <stdexcept>

namespace parvis::json {

boost::json::object SchemaBook::components() const {
    boost::json::object all;
    for (auto const& [name, entry] : entries_) {
        all.emplace(name, entry.schema);
    }
    return all;
}

boost::json::object SchemaBook::reference(std::string_view name) {
    boost::json::object reference;
    reference.emplace("$ref", "#/components/schemas/" + std::string(name));
    return reference;
}

bool SchemaBook::claim(std::string const& name, std::string const& full_type_name) {
    auto const [entry, is_new] = entries_.try_emplace(name, Entry{full_type_name, {}});
    if (!is_new && entry->second.full_type_name != full_type_name) {
        throw std::logic_error("two types share the schema name " + name + ": " +
                               entry->second.full_type_name + " and " + full_type_name +
                               "; give one of them a schema_name");
    }
    return is_new;
}

void SchemaBook::describe(std::string const& name, boost::json::object schema) {
    entries_.at(name).schema = std::move(schema);
}

namespace schemas {

std::string short_name(std::string const& full_type_name) {
    auto const colon = full_type_name.rfind("::");
    return colon == std::string::npos ? full_type_name : full_type_name.substr(colon + 2);
}

boost::json::object of_type(std::string_view type) {
    boost::json::object schema;
    schema.emplace("type", type);
    return schema;
}

boost::json::object signed_integer(int bits) {
    auto schema = of_type("integer");
    if (bits >= 32) {
        schema.emplace("format", bits == 32 ? "int32" : "int64");
    } else {
        schema.emplace("minimum", -(std::int64_t{1} << (bits - 1)));
        schema.emplace("maximum", (std::int64_t{1} << (bits - 1)) - 1);
    }
    return schema;
}

boost::json::object unsigned_integer(int bits) {
    auto schema = of_type("integer");
    schema.emplace("minimum", 0);
    if (bits <= 32) {
        schema.emplace("maximum", (std::int64_t{1} << bits) - 1);
    }
    return schema;
}

boost::json::object id() {
    auto schema = of_type("string");
    schema.emplace("pattern", "^[0-7][0-9A-HJKMNP-TV-Z]{25}$");
    schema.emplace("description", "ULID");
    return schema;
}

boost::json::object instant() {
    auto schema = of_type("integer");
    schema.emplace("format", "int64");
    schema.emplace("minimum", 0);
    schema.emplace("description", "UTC milliseconds since 1970-01-01");
    return schema;
}

boost::json::object date() {
    auto schema = of_type("string");
    schema.emplace("format", "date");
    return schema;
}

} // namespace schemas
} // namespace parvis::json
