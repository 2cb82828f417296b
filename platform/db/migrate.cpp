// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "platform/db/database.hpp"
#include "platform/db/engine.hpp"
#include "platform/log/log.hpp"
#include "platform/time/instant.hpp"

#include <soci/soci.h>

#include <filesystem>
#include <map>

namespace parvis::db {
namespace {

/// Any constant will do, as long as every server of a database uses the same one.
constexpr char const* migration_lock = "SELECT pg_advisory_xact_lock(7263541908)";

constexpr char const* create_table =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, "
    "applied_at BIGINT NOT NULL)";

std::string checksum(std::string const& text) {
    return crypto::hex(crypto::sha256(crypto::bytes_of(text)));
}

/// version -> checksum
std::map<int, std::string> applied_in(soci::session& sql) {
    std::map<int, std::string> applied;
    int version = 0;
    std::string sum;
    soci::statement st = (sql.prepare << "SELECT version, checksum FROM schema_migration ORDER BY version",
                          soci::into(version), soci::into(sum));
    st.execute();
    while (st.fetch()) {
        applied.emplace(version, sum);
    }
    return applied;
}

Result<void> check_applied(std::map<int, std::string> const& applied,
                           std::vector<Migration> const& migrations, Dialect dialect) {
    for (auto const& [version, sum] : applied) {
        if (version > static_cast<int>(migrations.size())) {
            return fail(ErrorCode::conflict, "database_newer", {},
                        {{"database", std::to_string(applied.rbegin()->first)},
                         {"program", std::to_string(migrations.size())}});
        }
        auto const& migration = migrations[static_cast<std::size_t>(version - 1)];
        if (checksum(migration.text(dialect)) != sum) {
            return fail(ErrorCode::conflict, "migration_changed", {},
                        {{"version", std::to_string(version)}, {"name", migration.name}});
        }
    }
    return {};
}

Result<void> check_numbers(std::vector<Migration> const& migrations) {
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        if (migrations[i].version != static_cast<int>(i + 1)) {
            return fail(ErrorCode::invalid_input, "migration_missing", {},
                        {{"version", std::to_string(i + 1)}});
        }
    }
    return {};
}

/// One transaction on a connection of its own, because foreign keys can only be switched off outside of one.
class Step {
  public:
    Step(Pool::Lease& lease, Dialect dialect) : lease_(lease), dialect_(dialect) {
        if (dialect == Dialect::sqlite) {
            run("BEGIN IMMEDIATE");
        } else {
            run("BEGIN");
            run("SET LOCAL statement_timeout = 0");
            run(migration_lock);
        }
    }
    ~Step() {
        if (!done_) {
            undo(lease_, dialect_);
        }
    }
    Step(Step const&) = delete;
    Step& operator=(Step const&) = delete;

    soci::session& sql() { return lease_.session(); }
    void run(std::string const& statement) { run_raw(sql(), dialect_, statement); }
    void commit() {
        run("COMMIT");
        done_ = true;
    }

  private:
    Pool::Lease& lease_;
    Dialect dialect_;
    bool done_ = false;
};

/// SQLite was told not to look while tables were rebuilt; PostgreSQL always looks.
void check_foreign_keys(soci::session& sql, Migration const& migration) {
    std::string table;
    sql << "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", soci::into(table);
    if (sql.got_data()) {
        throw DatabaseError("migration " + std::to_string(migration.version) + " (" + migration.name +
                                ") leaves a broken reference in table " + table,
                            "787");
    }
}

void apply(Step& step, Migration const& migration, Dialect dialect) {
    auto const statements = split_statements(migration.text(dialect)).value();
    for (std::size_t i = 0; i < statements.size(); ++i) {
        try {
            step.run(statements[i]);
        } catch (soci::soci_error const& error) {
            throw DatabaseError("migration " + std::to_string(migration.version) + " (" + migration.name +
                                    "), statement " + std::to_string(i + 1) + ": " +
                                    error.get_error_message(),
                                code_of(error));
        }
    }
    if (dialect == Dialect::sqlite) {
        check_foreign_keys(step.sql(), migration);
    }
    auto const sum = checksum(migration.text(dialect));
    long long const now = SystemClock{}.now().ms;
    step.sql() << "INSERT INTO schema_migration(version, name, checksum, applied_at) VALUES (:version, "
                  ":name, :sum, :now)",
        soci::use(migration.version), soci::use(migration.name), soci::use(sum), soci::use(now);
}

std::string backup_name(std::string const& database, std::string const& folder, int version) {
    auto at = to_rfc3339(SystemClock{}.now());
    std::erase_if(at, [](char c) { return c == ':' || c == '-'; });
    auto const file = std::filesystem::path(database).filename().string();
    return (std::filesystem::path(folder) / (file + ".before-" + std::to_string(version) + '-' + at))
        .string();
}

} // namespace

int Database::version() {
    auto const found = read([&](Session& session) -> Result<int> {
        int exists = 0;
        session.sql()
            << (dialect() == Dialect::sqlite
                    ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'"
                    : "SELECT count(*) FROM information_schema.tables WHERE table_name = 'schema_migration' "
                      "AND table_schema = current_schema()"),
            soci::into(exists);
        int newest = 0;
        if (exists != 0) {
            session.sql() << "SELECT coalesce(max(version), 0) FROM schema_migration", soci::into(newest);
        }
        return newest;
    });
    if (!found) {
        throw DatabaseError("the version of the schema could not be read: " + describe(found.error()), "");
    }
    return *found;
}

Result<void> Database::migrate(std::vector<Migration> const& migrations, std::string const& backup_folder) {
    if (auto checked = check_numbers(migrations); !checked) {
        return checked;
    }
    try {
        auto const deadline = std::chrono::steady_clock::now() + engine_->options.lock_wait;
        Pool upkeep(1, [&] {
            return connect(engine_->address, Purpose::upkeep, engine_->options.lock_wait,
                           std::chrono::milliseconds{0});
        });
        auto lease = upkeep.lease(deadline);
        if (dialect() == Dialect::sqlite) {
            run_raw(lease.session(), dialect(), "PRAGMA foreign_keys=OFF");
        }
        std::map<int, std::string> applied;
        {
            Step step(lease, dialect());
            step.run(create_table);
            applied = applied_in(step.sql());
            step.commit();
        }
        if (auto checked = check_applied(applied, migrations, dialect()); !checked) {
            return checked;
        }
        bool const pending = applied.size() < migrations.size();
        if (pending && !applied.empty() && dialect() == Dialect::sqlite) {
            auto const copy =
                backup_name(engine_->address.target, backup_folder, static_cast<int>(migrations.size()));
            std::error_code ignored; // back_up says what is wrong with the folder
            std::filesystem::create_directories(backup_folder, ignored);
            if (auto saved = back_up(copy); !saved) {
                return saved;
            }
        }
        for (auto const& migration : migrations) {
            if (applied.contains(migration.version)) {
                continue;
            }
            Step step(lease, dialect());
            // Another server may have been faster since.
            if (!applied_in(step.sql()).contains(migration.version)) {
                apply(step, migration, dialect());
                log::info("schema_migrated", {{"version", migration.version}, {"name", migration.name}});
            }
            step.commit();
        }
        return {};
    } catch (soci::soci_error const&) {
        rethrow_without_values();
    }
}

} // namespace parvis::db
