// SPDX-License-Identifier: EUPL-1.2
// Steps of the schema: files NNNN_name.sql, or pairs NNNN_name.sqlite.sql and NNNN_name.postgresql.sql where
// the two databases need different texts. Forward only; an applied file never changes.
#pragma once

#include "platform/result/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parvis::db {

enum class Dialect { sqlite, postgresql };

struct Migration {
    int version = 0;
    std::string name; ///< "create_accounts"
    std::string sqlite;
    std::string postgresql;

    std::string const& text(Dialect dialect) const {
        return dialect == Dialect::sqlite ? sqlite : postgresql;
    }
};

/// From file names and their texts (what parvis_embed makes), in any order. Errors: invalid_input
/// "migration_name_invalid" (file), "migration_duplicate" (file), "migration_incomplete" (file: the other
/// half of a pair is missing), "migration_missing" (version: a number is left out), "migration_malformed"
/// (file: a quote or body that never ends).
Result<std::vector<Migration>>
migrations_from(std::vector<std::pair<std::string_view, std::string_view>> const& files);

/// The statements of a script, without their semicolons and without comments around them. Understands '..',
/// "..", $tag$..$tag$,
/// -- and /* */ comments, and triggers (CREATE TRIGGER .. BEGIN .. END of SQLite). Error: invalid_input
/// "sql_unfinished" (line: where the open quote, comment or body began).
Result<std::vector<std::string>> split_statements(std::string_view script);

} // namespace parvis::db
