// SPDX-License-Identifier: EUPL-1.2
// The database: SQLite in one file, or PostgreSQL for several servers. The only place that opens
// transactions.
//
// Stores write plain SOCI inside read() and write() and include "platform/db/sql.hpp", which also lists the
// traps.
#pragma once

#include "platform/db/migration.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/result/result.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace soci {
class session;
}

namespace parvis::db {

class KeptStatements;

/// The database refused a statement or went away. Its text holds no value of any row or parameter, so that it
/// can be logged (SOCI's own texts do hold them; they never leave platform/db).
class DatabaseError : public std::runtime_error {
  public:
    DatabaseError(std::string const& text, std::string code)
        : std::runtime_error(text), code_(std::move(code)) {}
    /// SQLSTATE on PostgreSQL ("23505"), the extended result code on SQLite when known, else "".
    std::string const& code() const { return code_; }

  private:
    std::string code_;
};

/// One connection inside one transaction. Belongs to the callback it was given to: never keep it.
class Session {
  public:
    Session(soci::session& sql, KeptStatements& kept, Dialect dialect)
        : sql_(sql), kept_(kept), dialect_(dialect) {}
    soci::session& sql() { return sql_; }
    /// For kept.hpp.
    KeptStatements& kept() { return kept_; }
    Dialect dialect() const { return dialect_; }

  private:
    soci::session& sql_;
    KeptStatements& kept_;
    Dialect dialect_;
};

struct DatabaseOptions {
    /// How long a transaction waits for a free session or for the writer before `database_busy`.
    std::chrono::milliseconds lock_wait{10'000};
    /// PostgreSQL only: longest time of one statement; 0 = no limit.
    std::chrono::milliseconds statement_timeout{15'000};
    /// PostgreSQL only: how often a write that lost against another one is tried in all.
    int attempts = 8;
};

/// Any thread; every call blocks: workers only. Transactions do not nest: write() or read() inside either
/// throws std::logic_error.
class Database {
  public:
    /// `url`: "sqlite:/path/of/file" (made when missing, its folder must exist) or
    /// "postgresql://user@host:port/name". `sessions`: readers (SQLite has one writer besides; on PostgreSQL
    /// these are all). `metrics` may be null and must outlive the database. Errors: invalid_input
    /// "database_url_invalid", unavailable "database_unreachable" (cause).
    static Result<std::unique_ptr<Database>> open(std::string const& url, std::size_t sessions,
                                                  MetricsSink* metrics, DatabaseOptions options = {});
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    Dialect dialect() const;

    /// One consistent view of the data: `f(Session&) -> Result<T>` must only read (SQLite and PostgreSQL both
    /// refuse a change inside). Own error: unavailable "database_busy". Exceptions of f and of the database
    /// pass through.
    template <class F>
    auto read(F&& f) -> std::invoke_result_t<F&, Session&> {
        return run<F>(Access::read, f);
    }

    /// `f(Session&) -> Result<T>` changes the data; committed only when it returns a value, rolled back for
    /// an Error or an exception. When write() has returned a value the change is on disk. On PostgreSQL f may
    /// run several times, so it must not act on anything but the session: side effects come after write().
    /// Own error: unavailable "database_busy" (the writer was taken too long, or too many writes collided).
    template <class F>
    auto write(F&& f) -> std::invoke_result_t<F&, Session&> {
        return run<F>(Access::write, f);
    }

    /// Brings the schema to the newest version, each migration in its own transaction, safe against several
    /// servers starting at once. `backup_folder`: where a copy of an SQLite file that already has a version
    /// is put before anything changes ("<file>.before-<version>-<UTC time>"); it is made when missing.
    /// Migrations must be numbered 1, 2, 3... Errors: conflict "database_newer" (database, program), conflict
    /// "migration_changed" (version, name), invalid_input "migration_missing" (version), unavailable
    /// "backup_failed" (cause). SQL errors are exceptions.
    Result<void> migrate(std::vector<Migration> const& migrations, std::string const& backup_folder);

    /// The newest applied migration, 0 for an empty database.
    int version();

    /// A consistent copy of an SQLite database while it is used; the target must not exist. Errors: conflict
    /// "backup_exists", unavailable "backup_failed" (cause), unsupported "backup_not_sqlite".
    Result<void> back_up(std::string const& target);

  private:
    enum class Access { read, write };
    class Engine;

    using Body = std::function<bool(Session&)>;

    explicit Database(std::unique_ptr<Engine> engine);
    /// `body` returns whether to commit. False when no session came in time; then `body` has not run, or what
    /// it did was rolled back for good.
    bool transact(Access access, Body const& body);
    static Error busy();

    template <class F>
    auto run(Access access, F& f) -> std::invoke_result_t<F&, Session&> {
        using Outcome = std::invoke_result_t<F&, Session&>;
        static_assert(is_result<Outcome>, "the body of a transaction returns a Result");
        std::optional<Outcome> outcome;
        bool const done = transact(access, [&](Session& session) {
            outcome.emplace(f(session));
            return outcome->ok();
        });
        if (!done) {
            return busy();
        }
        return std::move(*outcome);
    }

    std::unique_ptr<Engine> engine_;
};

} // namespace parvis::db
