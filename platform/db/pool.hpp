// SPDX-License-Identifier: EUPL-1.2
// Open connections, lent to one transaction at a time. For the sources of platform/db only.
#pragma once

#include "platform/db/kept_statements.hpp"
#include "platform/db/migration.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace parvis::db {

/// Where the database is.
struct Address {
    Dialect dialect = Dialect::sqlite;
    std::string target; ///< SQLite: path of the file; PostgreSQL: libpq's URL
};

/// A connection and what it has prepared, which goes first.
struct Connection {
    std::unique_ptr<soci::session> sql;
    KeptStatements kept;
};

/// What a connection is for.
enum class Purpose { read, write, upkeep };

/// Connects and sets what every connection needs. Throws soci::soci_error.
std::unique_ptr<soci::session> connect(Address const& address, Purpose purpose,
                                       std::chrono::milliseconds lock_wait,
                                       std::chrono::milliseconds statement_timeout);

/// Runs a text as it stands, without SOCI's look for parameters (a colon in a migration is no parameter).
void run_raw(soci::session& sql, Dialect dialect, std::string const& statement);

/// True when the connection is still usable for another transaction.
bool is_alive(soci::session& sql, Dialect dialect);

/// True when an earlier error of this transaction means that COMMIT would undo everything without a word
/// (PostgreSQL).
bool is_doomed(soci::session& sql, Dialect dialect);

/// A fixed number of connections. Any thread.
class Pool {
  public:
    using Connect = std::function<std::unique_ptr<soci::session>()>;

    /// Opens all of them now. Throws what `connect` throws.
    Pool(std::size_t size, Connect connect);
    ~Pool();

    /// Gives the connection back when it goes. Empty when none came free in time.
    class Lease {
      public:
        Lease() = default;
        Lease(Pool& pool, std::unique_ptr<Connection> connection);
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        ~Lease();

        explicit operator bool() const { return connection_ != nullptr; }
        soci::session& session() { return *connection_->sql; }
        KeptStatements& kept() { return connection_->kept; }
        /// Closes the connection; the next lease of this place opens a new one.
        void discard();

      private:
        Pool* pool_ = nullptr;
        std::unique_ptr<Connection> connection_;
    };

    Lease lease(std::chrono::steady_clock::time_point deadline);

  private:
    std::unique_ptr<Connection> open();
    void give_back(std::unique_ptr<Connection> connection);

    Connect connect_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> free_; ///< null: a place whose connection was discarded
};

} // namespace parvis::db
