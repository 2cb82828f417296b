// SPDX-License-Identifier: EUPL-1.2
// Rows with more columns than one would name twice: a struct of columns puts itself where SOCI fills it, and
// makes of itself what the rules know.
#pragma once

#include "platform/db/sql.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace parvis::db {

namespace detail {
inline std::string column_of(std::string parameter) {
    return parameter;
}
inline long long column_of(long long parameter) {
    return parameter;
}

/// Of a prepared statement that nothing is bound to.
template <class Row, class... Parameters>
auto rows_of(soci::statement& st, Parameters const&... parameters) {
    Row row;
    std::vector<decltype(row.value())> found;
    auto const columns = std::tuple(column_of(parameters)...);
    row.bind(st);
    std::apply([&](auto const&... each) { (st.exchange(soci::use(each)), ...); }, columns);
    st.define_and_bind();
    st.execute();
    while (st.fetch()) {
        found.push_back(row.value());
    }
    return found;
}
} // namespace detail

/// All that `query` finds. `Row` has `void bind(soci::statement&)`, in the order of the columns, and
/// `value()`. `parameters`: texts and whole numbers, in the order of the query.
template <class Row, class... Parameters>
auto select(Session& session, std::string const& query, Parameters const&... parameters) {
    soci::statement st(session.sql());
    st.alloc();
    // In one journey, see once.hpp.
    st.prepare(query, soci::details::st_one_time_query);
    return detail::rows_of<Row>(st, parameters...);
}

template <class Value>
std::optional<Value> first_of(std::vector<Value> found) {
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

} // namespace parvis::db
