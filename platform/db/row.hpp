// SPDX-License-Identifier: EUPL-1.2
// Columns to strong types. What the database holds was written by us: a value that does not fit is a broken
// database.
#pragma once

#include "platform/ids/id.hpp"
#include "platform/json/encode.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace parvis::db {

/// Throws std::runtime_error when the column does not hold an id.
template <class AnyId>
AnyId id_of(std::string_view column) {
    auto id = AnyId::parse(column);
    if (!id) {
        throw std::runtime_error("the database holds a malformed id");
    }
    return std::move(*id);
}

/// An empty column is no id.
template <class AnyId>
std::optional<AnyId> optional_id_of(std::string_view column) {
    return column.empty() ? std::nullopt : std::optional<AnyId>(id_of<AnyId>(column));
}

/// Columns to described enumerations. Throws std::runtime_error for a word that no program of ours wrote.
template <class Enum>
Enum word_of(std::string const& column) {
    auto const value = json::parse_enum<Enum>(column);
    if (!value) {
        throw std::runtime_error("the database holds an unknown word: " + column);
    }
    return *value;
}

/// An empty column is no word.
template <class Enum>
std::optional<Enum> optional_word_of(std::string const& column) {
    return column.empty() ? std::nullopt : std::optional<Enum>(word_of<Enum>(column));
}

} // namespace parvis::db
