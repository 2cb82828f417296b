// SPDX-License-Identifier: EUPL-1.2
// Words in columns to described enumerations.
#pragma once

#include "platform/json/encode.hpp"

#include <stdexcept>
#include <string>

namespace parvis::interview {

/// Throws std::runtime_error for a word that no program of ours wrote.
template <class Enum>
Enum word_of(std::string const& column) {
    auto const value = json::parse_enum<Enum>(column);
    if (!value) {
        throw std::runtime_error("the database holds an unknown word: " + column);
    }
    return *value;
}

} // namespace parvis::interview
