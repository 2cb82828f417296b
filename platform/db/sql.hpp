// SPDX-License-Identifier: EUPL-1.2
// SOCI for stores, and what one must know about SOCI 4.0.3 before writing one:
//
// - BIGINT is `long long` (std::int64_t is `long` here, which SOCI's PostgreSQL and SQLite exchange refuse or
// truncate);
//   SMALLINT flags are read into `int`.
// - Only static `into`: dynamic rows give types that differ between the two databases.
// - A NULL read into a plain variable throws; read it with `soci::indicator`. An empty text is not NULL.
// - One string is one statement: anything after the first semicolon is silently not run.
// - A unique violation carries no category: write `ON CONFLICT DO NOTHING` and look at `changed()`, or
// `RETURNING`.
// - `soci::use` keeps references: its arguments must live until the statement ran (no temporaries in prepared
// statements).
// - A `SELECT` that finds nothing leaves `into` variables untouched: ask `sql.got_data()`.
// - Do not open soci::transaction: Database does.
#pragma once

#include "platform/db/database.hpp"

#include <soci/soci.h>

namespace parvis::db {

/// Rows changed by the last statement of `st` (a soci::statement that has been executed).
inline long long changed(soci::statement& st) {
    return st.get_affected_rows();
}

} // namespace parvis::db
