// SPDX-License-Identifier: EUPL-1.2
// The inside of Database. For the sources of platform/db only.
#pragma once

#include "platform/db/database.hpp"
#include "platform/db/pool.hpp"

namespace parvis::db {

/// The connections of one database and the running of transactions on them. Any thread.
class Database::Engine {
  public:
    /// Connects; throws soci::soci_error.
    Engine(Address address, std::size_t sessions, MetricsSink* metrics, DatabaseOptions options);

    Address address;
    MetricsSink* metrics;
    DatabaseOptions options;
    Pool sessions;
    std::unique_ptr<Pool> writer; ///< SQLite only: the one connection that writes

    /// Database::transact.
    bool transact(bool writes, Body const& body);

  private:
    Pool& pool_for(bool writes) { return writes && writer ? *writer : sessions; }
    bool begin(Pool::Lease& lease, bool writes, std::string& outcome);
    /// One try; false when it was for nothing, and `outcome` says why.
    bool attempt(bool writes, Body const& body, std::chrono::steady_clock::time_point deadline,
                 std::string& outcome);
};

/// What SOCI threw, without the values that SOCI puts into its texts. Call inside a catch block of
/// soci::soci_error.
[[noreturn]] void rethrow_without_values();

/// True for the errors that mean "someone else was faster, try again" (40001, 40P01; SQLite's busy).
bool is_collision(std::string const& code, Dialect dialect);

/// SQLSTATE, SQLite's result code, or "".
std::string code_of(std::exception const& error);

/// Rolls back whatever is open; a connection that cannot is closed.
void undo(Pool::Lease& lease, Dialect dialect) noexcept;

} // namespace parvis::db
