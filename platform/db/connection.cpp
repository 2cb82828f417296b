// SPDX-License-Identifier: EUPL-1.2
// What differs between a connection to SQLite and one to PostgreSQL.
#include "platform/db/pool.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace parvis::db {
namespace {

PGconn* postgresql_connection(soci::session& sql) {
    return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_;
}

sqlite_api::sqlite3* sqlite_connection(soci::session& sql) {
    return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

void run_raw_sqlite(soci::session& sql, std::string const& statement) {
    char* message = nullptr;
    int const result =
        sqlite_api::sqlite3_exec(sqlite_connection(sql), statement.c_str(), nullptr, nullptr, &message);
    if (result != SQLITE_OK) {
        std::string const text = message == nullptr ? "unknown error" : message;
        sqlite_api::sqlite3_free(message);
        throw soci::sqlite3_soci_error(text, result);
    }
}

void run_raw_postgresql(soci::session& sql, std::string const& statement) {
    std::unique_ptr<PGresult, decltype(&PQclear)> const result(
        PQexec(postgresql_connection(sql), statement.c_str()), PQclear);
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        char const* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        throw soci::postgresql_soci_error(PQerrorMessage(postgresql_connection(sql)),
                                          state == nullptr ? "08006" : state);
    }
}

std::unique_ptr<soci::session> connect_sqlite(Address const& address, Purpose purpose,
                                              std::chrono::milliseconds lock_wait) {
    auto session = std::make_unique<soci::session>(soci::sqlite3, "dbname=\"" + address.target + "\"");
    sqlite_api::sqlite3_extended_result_codes(sqlite_connection(*session), 1);
    // busy_timeout first: switching to WAL already needs the lock.
    run_raw_sqlite(*session, "PRAGMA busy_timeout=" + std::to_string(lock_wait.count()));
    std::string mode;
    *session << "PRAGMA journal_mode=WAL", soci::into(mode);
    if (mode != "wal") {
        throw soci::soci_error("SQLite cannot use a write-ahead log here (" + mode +
                               "): is this a network folder?");
    }
    run_raw_sqlite(*session, "PRAGMA synchronous=FULL");
    run_raw_sqlite(*session, "PRAGMA foreign_keys=ON");
    // What a retention rule erases shall not stay readable in free pages.
    run_raw_sqlite(*session, "PRAGMA secure_delete=ON");
    if (purpose == Purpose::read) {
        run_raw_sqlite(*session, "PRAGMA query_only=ON");
    }
    return session;
}

/// SOCI cuts the text at spaces and puts "=" behind a piece that has none: a URL passes untouched when it has
/// no space and some "=".
std::string untouched_by_soci(std::string const& url) {
    std::string text;
    for (char const c : url) {
        text += c == ' ' ? std::string("%20") : std::string(1, c);
    }
    if (text.find('=') == std::string::npos) {
        text += (text.find('?') == std::string::npos ? "?" : "&") + std::string("application_name=parvis");
    }
    return text;
}

std::unique_ptr<soci::session> connect_postgresql(Address const& address,
                                                  std::chrono::milliseconds statement_timeout) {
    auto session = std::make_unique<soci::session>(soci::postgresql, untouched_by_soci(address.target));
    // Terse messages leave out the DETAIL line, which quotes the values of the row.
    PQsetErrorVerbosity(postgresql_connection(*session), PQERRORS_TERSE);
    run_raw_postgresql(*session, "SET client_min_messages = warning");
    run_raw_postgresql(*session, "SET statement_timeout = " + std::to_string(statement_timeout.count()));
    run_raw_postgresql(*session, "SET idle_in_transaction_session_timeout = 60000");
    return session;
}

} // namespace

std::unique_ptr<soci::session> connect(Address const& address, Purpose purpose,
                                       std::chrono::milliseconds lock_wait,
                                       std::chrono::milliseconds statement_timeout) {
    return address.dialect == Dialect::sqlite ? connect_sqlite(address, purpose, lock_wait)
                                              : connect_postgresql(address, statement_timeout);
}

void run_raw(soci::session& sql, Dialect dialect, std::string const& statement) {
    dialect == Dialect::sqlite ? run_raw_sqlite(sql, statement) : run_raw_postgresql(sql, statement);
}

bool is_alive(soci::session& sql, Dialect dialect) {
    if (dialect == Dialect::sqlite) {
        return sqlite_api::sqlite3_get_autocommit(sqlite_connection(sql)) != 0;
    }
    auto* const connection = postgresql_connection(sql);
    return PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE;
}

bool is_doomed(soci::session& sql, Dialect dialect) {
    return dialect == Dialect::postgresql &&
           PQtransactionStatus(postgresql_connection(sql)) == PQTRANS_INERROR;
}

} // namespace parvis::db
