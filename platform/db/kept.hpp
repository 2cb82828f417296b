// SPDX-License-Identifier: EUPL-1.2
// Statements that a connection prepares once and keeps: where others wait under a lock and the statement is
// long, planning it anew takes PostgreSQL longer than running it (once.hpp plans each time). For stores.
#pragma once

#include "platform/db/kept_statements.hpp"
#include "platform/db/select.hpp"

namespace parvis::db {

/// As select(). `query`: one of few constant texts; each connection keeps it until it closes.
template <class Row, class... Parameters>
auto select_kept(Session& session, std::string const& query, Parameters const&... parameters) {
    KeptStatements::Use const use(session.kept(), session.sql(), query);
    return detail::rows_of<Row>(use.statement(), parameters...);
}

} // namespace parvis::db
