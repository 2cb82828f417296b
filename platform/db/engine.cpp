// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/engine.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/log/log.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <thread>

namespace parvis::db {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

/// The databases that this thread has a transaction on.
thread_local std::vector<void const*> open_here;

class Nesting {
  public:
    explicit Nesting(void const* database) {
        if (std::find(open_here.begin(), open_here.end(), database) != open_here.end()) {
            throw std::logic_error("a transaction was opened inside another one of the same database");
        }
        open_here.push_back(database);
    }
    ~Nesting() { open_here.pop_back(); }
    Nesting(Nesting const&) = delete;
    Nesting& operator=(Nesting const&) = delete;
};

char const* begin_text(Dialect dialect, bool writes) {
    if (dialect == Dialect::sqlite) {
        return writes ? "BEGIN IMMEDIATE" : "BEGIN";
    }
    return writes ? "BEGIN ISOLATION LEVEL SERIALIZABLE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

/// Grows with the attempt; random, so that two that collided do not meet again.
void wait_before(int attempt) {
    auto const most = static_cast<std::uint32_t>(5 << std::min(attempt, 6));
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + crypto::random_below(most)));
}

bool is_connection_loss(std::string const& code) {
    return code.starts_with("08") || code.starts_with("57P");
}

} // namespace

std::string code_of(std::exception const& error) {
    if (auto const* postgresql = dynamic_cast<soci::postgresql_soci_error const*>(&error)) {
        return postgresql->sqlstate();
    }
    if (auto const* sqlite = dynamic_cast<soci::sqlite3_soci_error const*>(&error)) {
        return std::to_string(sqlite->result());
    }
    return {};
}

bool is_collision(std::string const& code, Dialect dialect) {
    if (dialect == Dialect::postgresql) {
        return code == "40001" || code == "40P01";
    }
    // The low byte of an extended code is its primary code.
    return !code.empty() && (std::stoi(code) & 0xff) == SQLITE_BUSY;
}

void rethrow_without_values() {
    try {
        throw;
    } catch (soci::soci_error const& error) {
        throw DatabaseError(error.get_error_message(), code_of(error));
    }
}

void undo(Pool::Lease& lease, Dialect dialect) noexcept {
    try {
        // SQLite ends some failed transactions by itself; then there is nothing to roll back.
        if (!is_alive(lease.session(), dialect)) {
            run_raw(lease.session(), dialect, "ROLLBACK");
        }
        if (is_alive(lease.session(), dialect)) {
            return;
        }
    } catch (
        std::exception const&) { // NOLINT(bugprone-empty-catch): closing the connection rolls back as well
    }
    lease.discard();
}

Database::Engine::Engine(Address where, std::size_t count, MetricsSink* sink, DatabaseOptions chosen)
    : address(std::move(where)), metrics(sink), options(chosen),
      sessions(count,
               [this] {
                   auto const purpose = address.dialect == Dialect::sqlite ? Purpose::read : Purpose::write;
                   return connect(address, purpose, options.lock_wait, options.statement_timeout);
               }),
      writer(address.dialect == Dialect::postgresql ? nullptr : std::make_unique<Pool>(1, [this] {
          return connect(address, Purpose::write, options.lock_wait, options.statement_timeout);
      })) {}

bool Database::Engine::begin(Pool::Lease& lease, bool writes, std::string& outcome) {
    try {
        run_raw(lease.session(), address.dialect, begin_text(address.dialect, writes));
        return true;
    } catch (soci::soci_error const& error) {
        undo(lease, address.dialect);
        bool const collided = is_collision(code_of(error), address.dialect);
        // Nothing has run yet: a connection that died while it was idle can be replaced without anybody
        // noticing.
        bool const died = address.dialect == Dialect::postgresql && is_connection_loss(code_of(error));
        if (!collided && !died) {
            throw;
        }
        outcome = "collided";
        return false;
    }
}

bool Database::Engine::attempt(bool writes, Body const& body, SteadyTime deadline, std::string& outcome) {
    auto lease = pool_for(writes).lease(deadline);
    if (!lease) {
        outcome = "busy";
        return false;
    }
    if (!begin(lease, writes, outcome)) {
        return false;
    }
    try {
        Session session(lease.session(), lease.kept(), address.dialect);
        bool const keep = body(session);
        if (keep && is_doomed(lease.session(), address.dialect)) {
            throw DatabaseError("a statement failed and the transaction was to be committed all the same",
                                "25P02");
        }
        run_raw(lease.session(), address.dialect, keep ? "COMMIT" : "ROLLBACK");
        outcome = keep ? "committed" : "refused";
        return true;
    } catch (soci::soci_error const& error) {
        undo(lease, address.dialect);
        if (is_collision(code_of(error), address.dialect)) {
            outcome = "collided";
            return false;
        }
        rethrow_without_values();
    } catch (...) {
        undo(lease, address.dialect);
        throw;
    }
}

bool Database::Engine::transact(bool writes, Body const& body) {
    Nesting const nesting(this);
    auto const start = std::chrono::steady_clock::now();
    auto const deadline = start + options.lock_wait;
    std::string outcome = "failed";
    auto const tell = [&] {
        if (metrics != nullptr) {
            std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
            metrics->observe("db_transaction_seconds", took.count(),
                             {{"access", writes ? "write" : "read"}, {"outcome", outcome}});
        }
    };
    try {
        for (int number = 1;; ++number) {
            if (attempt(writes, body, deadline, outcome)) {
                tell();
                return true;
            }
            // On SQLite the lock itself was waited for: trying again would double the promised wait.
            bool const again =
                outcome == "collided" && address.dialect == Dialect::postgresql && number < options.attempts;
            if (!again) {
                outcome = "busy";
                tell();
                log::warn("database_busy", {{"attempts", number}});
                return false;
            }
            if (metrics != nullptr) {
                metrics->count("db_retries_total");
            }
            outcome = "failed";
            wait_before(number);
        }
    } catch (soci::soci_error const&) {
        tell();
        rethrow_without_values();
    } catch (...) {
        tell();
        throw;
    }
}

} // namespace parvis::db
