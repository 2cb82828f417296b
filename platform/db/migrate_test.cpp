// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/test_databases.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

namespace parvis::db {
namespace {

using namespace testing_support;

Migration step(int version, std::string const& text) {
    return {version, "step_" + std::to_string(version), text, text};
}

std::vector<Migration> first_two() {
    return {step(1, "CREATE TABLE site (id TEXT PRIMARY KEY); INSERT INTO site VALUES ('a;b');"),
            step(2, "ALTER TABLE site ADD COLUMN name TEXT;")};
}

class Migrate : public OnEachDatabase {
  protected:
    std::string backups() const { return place_.folder() + "/backups"; }
    std::vector<std::string> backup_files() const {
        std::vector<std::string> files;
        if (std::filesystem::exists(backups())) {
            for (auto const& entry : std::filesystem::directory_iterator(backups())) {
                files.push_back(entry.path().string());
            }
        }
        return files;
    }
};
INSTANTIATE_TEST_SUITE_P(Each, Migrate, testing::ValuesIn(available()),
                         [](auto const& one) { return one.param; });

/// Only SQLite files are copied before a migration.
class MigrateFile : public Migrate {};
INSTANTIATE_TEST_SUITE_P(Each, MigrateFile, testing::Values(std::string("sqlite")),
                         [](auto const& one) { return one.param; });

TEST_P(Migrate, AnEmptyDatabaseReachesTheNewestVersionWithoutABackup) {
    auto const database = open();
    EXPECT_EQ(database->version(), 0);
    ASSERT_TRUE(database->migrate(first_two(), backups()).ok());
    EXPECT_EQ(database->version(), 2);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM site WHERE id = 'a;b' AND name IS NULL"), 1);
    EXPECT_EQ(number(*database,
                     "SELECT count(*) FROM schema_migration WHERE length(checksum) = 64 AND applied_at > 0"),
              2);
    EXPECT_TRUE(backup_files().empty());
}

TEST_P(Migrate, ASecondStartChangesNothing) {
    auto const database = open();
    ASSERT_TRUE(database->migrate(first_two(), backups()).ok());
    ASSERT_TRUE(database->migrate(first_two(), backups()).ok());
    EXPECT_EQ(number(*database, "SELECT count(*) FROM site"), 1);
    EXPECT_TRUE(backup_files().empty());
}

TEST_P(Migrate, AnSqliteFileIsCopiedBeforeItsNextStep) {
    auto const database = open();
    auto migrations = first_two();
    ASSERT_TRUE(database->migrate(migrations, backups()).ok());
    migrations.push_back(step(3, "DELETE FROM site"));
    ASSERT_TRUE(database->migrate(migrations, backups()).ok());
    EXPECT_EQ(number(*database, "SELECT count(*) FROM site"), 0);
    if (GetParam() != "sqlite") {
        EXPECT_TRUE(backup_files().empty());
        return;
    }
    auto const files = backup_files();
    ASSERT_EQ(files.size(), 1U);
    EXPECT_NE(files[0].find("parvis.db.before-3-2"), std::string::npos) << files[0];
    auto const copy = Database::open("sqlite:" + files[0], 1, nullptr).value();
    EXPECT_EQ(copy->version(), 2);
    EXPECT_EQ(number(*copy, "SELECT count(*) FROM site"), 1);
}

TEST_P(MigrateFile, NothingIsChangedWhenTheBackupCannotBeMade) {
    auto const database = open();
    auto migrations = first_two();
    ASSERT_TRUE(database->migrate(migrations, backups()).ok());
    std::ofstream(backups()) << "a file where a folder should be";
    migrations.push_back(step(3, "DELETE FROM site"));
    EXPECT_EQ(database->migrate(migrations, backups()).error().reason, "backup_failed");
    EXPECT_EQ(number(*database, "SELECT count(*) FROM site"), 1);
    EXPECT_EQ(database->version(), 2);
}

TEST_P(Migrate, AStepThatFailsIsUndoneAndNamed) {
    auto const database = open();
    auto migrations = first_two();
    migrations.push_back(step(3, "INSERT INTO site(id) VALUES ('kept?'); INSERT INTO nowhere VALUES (1);"));
    try {
        (void)database->migrate(migrations, backups());
        FAIL() << "no exception";
    } catch (DatabaseError const& e) {
        EXPECT_NE(std::string(e.what()).find("migration 3 (step_3), statement 2"), std::string::npos)
            << e.what();
    }
    EXPECT_EQ(database->version(), 2);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM site"), 1);
}

TEST_P(Migrate, AnAppliedStepThatWasEditedIsRefused) {
    auto const database = open();
    ASSERT_TRUE(database->migrate(first_two(), backups()).ok());
    auto edited = first_two();
    edited[1] = step(2, "ALTER TABLE site ADD COLUMN title TEXT;");
    auto const error = database->migrate(edited, backups()).error();
    EXPECT_EQ(error.reason, "migration_changed");
    EXPECT_EQ(error.arguments.at(0).second, "2");
}

TEST_P(Migrate, ADatabaseOfANewerProgramIsRefused) {
    auto const database = open();
    ASSERT_TRUE(database->migrate(first_two(), backups()).ok());
    auto older = first_two();
    older.pop_back();
    auto const error = database->migrate(older, backups()).error();
    EXPECT_EQ(error.reason, "database_newer");
    EXPECT_EQ(error.arguments, (ErrorArguments{{"database", "2"}, {"program", "1"}}));
}

TEST_P(Migrate, ANumberLeftOutIsRefused) {
    auto const database = open();
    EXPECT_EQ(database->migrate({step(1, "SELECT 1"), step(3, "SELECT 1")}, backups()).error().reason,
              "migration_missing");
    EXPECT_EQ(database->version(), 0);
}

TEST_P(Migrate, SeveralServersMayStartAtOnce) {
    std::vector<std::string> outcomes(4);
    std::vector<std::thread> threads;
    threads.reserve(outcomes.size());
    { auto const make_file = open(1); }
    for (auto& outcome : outcomes) {
        threads.emplace_back([&] {
            try {
                auto const migrated = open(1)->migrate(first_two(), backups());
                outcome = migrated ? "done" : describe(migrated.error());
            } catch (std::exception const& e) {
                outcome = e.what();
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(outcomes, std::vector<std::string>(4, "done"));
    EXPECT_EQ(number(*open(1), "SELECT count(*) FROM site"), 1);
}

TEST_P(Migrate, TriggersAndColonsPassUntouched) {
    auto const database = open();
    Migration guarded{
        1, "guard",
        "CREATE TABLE audit (id INTEGER PRIMARY KEY, text TEXT);\n"
        "-- append-only; nobody rewrites history\n"
        "CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit: append :only'); "
        "END;",
        "CREATE TABLE audit (id INTEGER PRIMARY KEY, text TEXT);\n"
        "CREATE FUNCTION audit_kept() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'audit: append :only'; "
        "END; $$ LANGUAGE plpgsql;\n"
        "CREATE TRIGGER audit_kept BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_kept();"};
    ASSERT_TRUE(database->migrate({guarded}, backups()).ok());
    ASSERT_TRUE(run(*database, "INSERT INTO audit VALUES (1, 'x')").ok());
    try {
        (void)run(*database, "UPDATE audit SET text = 'y'");
        FAIL() << "history was rewritten";
    } catch (DatabaseError const& e) {
        EXPECT_NE(std::string(e.what()).find("audit: append :only"), std::string::npos) << e.what();
    }
}

TEST(MigrateSqlite, ATableMayBeRebuiltUnderItsReferences) {
    Place const place("sqlite");
    auto const database = Database::open(place.url(), 1, nullptr).value();
    std::vector<Migration> migrations{
        step(1, "CREATE TABLE site (id TEXT PRIMARY KEY); CREATE TABLE room (id TEXT, site_id TEXT NOT NULL "
                "REFERENCES site(id) ON DELETE CASCADE);"
                "INSERT INTO site VALUES ('s'); INSERT INTO room VALUES ('r', 's');"),
        step(2, "CREATE TABLE new_site (id TEXT PRIMARY KEY, name TEXT); INSERT INTO new_site(id) SELECT id "
                "FROM site;"
                "DROP TABLE site; ALTER TABLE new_site RENAME TO site;")};
    ASSERT_TRUE(database->migrate(migrations, place.folder()).ok());
    EXPECT_EQ(number(*database, "SELECT count(*) FROM room JOIN site ON site.id = room.site_id"), 1);
    migrations.push_back(step(3, "DELETE FROM site"));
    EXPECT_THROW((void)database->migrate(migrations, place.folder()), DatabaseError)
        << "a reference would be broken";
    EXPECT_EQ(number(*database, "SELECT count(*) FROM site"), 1);
}

TEST(BackUp, IsAWholeDatabaseTakenWhileOthersWrite) {
    Place const place("sqlite");
    auto const database = Database::open(place.url(), 1, nullptr).value();
    ASSERT_TRUE(run(*database, "CREATE TABLE a(x)").ok());
    std::atomic<bool> stop = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        while (!stop) {
            run(*database, "INSERT INTO a VALUES (randomblob(500))").value();
            ++written;
        }
    });
    while (written < 20) {
        std::this_thread::yield();
    }
    auto const target = place.folder() + "/copy.db";
    auto const saved = database->back_up(target);
    stop = true;
    writer.join();
    ASSERT_TRUE(saved.ok()) << describe(saved.error());
    auto const copy = Database::open("sqlite:" + target, 1, nullptr).value();
    EXPECT_GE(number(*copy, "SELECT count(*) FROM a"), 20);
    EXPECT_EQ(number(*copy, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
    EXPECT_EQ(database->back_up(target).error().reason, "backup_exists");
    EXPECT_EQ(database->back_up("/nonexistent/copy.db").error().reason, "backup_failed");
    EXPECT_FALSE(std::filesystem::exists(target + ".part"));
}

} // namespace
} // namespace parvis::db
