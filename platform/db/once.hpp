// SPDX-License-Identifier: EUPL-1.2
// Statements that run once, in one journey to the database. `sql.prepare << ...` makes PostgreSQL prepare
// under a name, execute and forget: three journeys, which only pays for a statement that runs again. For
// stores, where somebody waits for the answer.
#pragma once

#include "platform/db/sql.hpp"

#include <string>

namespace parvis::db {

/// Prepared and bound; `elements` are soci::use and soci::into, whose variables outlive the statement. Call
/// execute(), then fetch() until it is false.
template <class... Elements>
soci::statement once(Session& session, std::string const& query, Elements const&... elements) {
    soci::statement st(session.sql());
    (st.exchange(elements), ...);
    st.alloc();
    st.prepare(query, soci::details::st_one_time_query);
    st.define_and_bind();
    return st;
}

/// Rows changed by one statement.
template <class... Elements>
long long change_once(Session& session, std::string const& query, Elements const&... elements) {
    auto st = once(session, query, elements...);
    st.execute(true);
    return changed(st);
}

} // namespace parvis::db
