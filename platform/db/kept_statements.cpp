// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/kept_statements.hpp"

namespace parvis::db {

KeptStatements::Use::Use(KeptStatements& kept, soci::session& sql, std::string const& query)
    : statement_(kept.find(sql, query)) {}

soci::statement& KeptStatements::find(soci::session& sql, std::string const& query) {
    auto found = statements_.find(query);
    if (found == statements_.end()) {
        soci::statement made(sql);
        made.alloc();
        made.prepare(query, soci::details::st_repeatable_query);
        found = statements_.emplace(query, made).first;
    }
    return found->second;
}

} // namespace parvis::db
