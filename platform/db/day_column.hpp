// SPDX-License-Identifier: EUPL-1.2
// Columns to days, as row.hpp does it for ids and words.
#pragma once

#include "platform/time/zone.hpp"

#include <stdexcept>
#include <string_view>

namespace parvis::db {

/// "2026-03-01". Throws std::runtime_error for what is no day.
inline LocalDate day_of(std::string_view column) {
    LocalDate day;
    if (!parse_iso(column, day)) {
        throw std::runtime_error("the database holds a malformed day");
    }
    return day;
}

} // namespace parvis::db
