// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/kept.hpp"
#include "platform/db/test_databases.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <sys/stat.h>
#include <thread>

namespace parvis::db {
namespace {

using namespace testing_support;

class DatabaseTest : public OnEachDatabase {
  protected:
    std::unique_ptr<Database> open_with_table(std::size_t sessions = 4, MetricsSink* metrics = nullptr,
                                              DatabaseOptions options = {}) {
        auto database = open(sessions, metrics, options);
        run(*database,
            "CREATE TABLE slot (id BIGINT PRIMARY KEY, holder TEXT, seats BIGINT NOT NULL DEFAULT 0)")
            .value();
        return database;
    }
    static Result<void> insert(Session& session, long long id, std::string const& holder) {
        session.sql() << "INSERT INTO slot(id, holder) VALUES (:id, :holder)", soci::use(id),
            soci::use(holder);
        return {};
    }
};
INSTANTIATE_TEST_SUITE_P(Each, DatabaseTest, testing::ValuesIn(available()),
                         [](auto const& one) { return one.param; });

TEST_P(DatabaseTest, WhatWasWrittenIsReadByAnotherSession) {
    auto const database = open_with_table();
    ASSERT_TRUE(
        database->write([](Session& session) { return insert(session, 5'000'000'000, "Gramat"); }).ok());
    auto const holder = database->read([](Session& session) -> Result<std::string> {
        std::string text;
        session.sql() << "SELECT holder FROM slot WHERE id = 5000000000", soci::into(text);
        return text;
    });
    EXPECT_EQ(holder.value(), "Gramat");
}

TEST_P(DatabaseTest, ARefusedWriteLeavesNothingBehind) {
    auto const database = open_with_table();
    auto const refused = database->write([](Session& session) -> Result<void> {
        (void)insert(session, 1, "x");
        return fail(ErrorCode::conflict, "slot_taken");
    });
    EXPECT_EQ(refused.error().reason, "slot_taken");
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 0);
}

TEST_P(DatabaseTest, AnExceptionRollsBackAndPassesThrough) {
    auto const database = open_with_table(1);
    for (int round = 0; round < 3; ++round) {
        EXPECT_THROW((void)database->write([](Session& session) -> Result<void> {
            (void)insert(session, 1, "x");
            throw std::runtime_error("receipt printer on fire");
        }),
                     std::runtime_error);
    }
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 0);
}

TEST_P(DatabaseTest, ABrokenConstraintIsADatabaseErrorWithoutTheValues) {
    auto const database = open_with_table(1);
    ASSERT_TRUE(database->write([](Session& session) { return insert(session, 1, "x"); }).ok());
    try {
        (void)database->write([](Session& session) { return insert(session, 1, "Mme Secret"); });
        FAIL() << "no exception";
    } catch (DatabaseError const& e) {
        EXPECT_EQ(std::string(e.what()).find("Secret"), std::string::npos) << e.what();
        EXPECT_FALSE(e.code().empty());
    }
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 1) << "the session is usable again";
}

TEST_P(DatabaseTest, AFailureThatTheBodySwallowedIsNeverCommittedInSilence) {
    auto const database = open_with_table(1);
    ASSERT_TRUE(database->write([](Session& session) { return insert(session, 1, "x"); }).ok());
    auto const swallow = [&] {
        return database->write([](Session& session) -> Result<void> {
            (void)insert(session, 2, "y");
            try {
                (void)insert(session, 1, "again");
            } catch (soci::soci_error const&) { // the mistake this test is about
            }
            return {};
        });
    };
    if (GetParam() == "postgresql") {
        EXPECT_THROW((void)swallow(), DatabaseError);
        EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 1);
    } else {
        EXPECT_TRUE(swallow().ok());
        EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 2);
    }
}

TEST_P(DatabaseTest, AReadCannotChangeAnything) {
    auto const database = open_with_table();
    EXPECT_THROW((void)database->read([](Session& session) { return insert(session, 1, "x"); }),
                 DatabaseError);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 0);
}

TEST_P(DatabaseTest, AReadSeesOneMomentWhateverIsWrittenMeanwhile) {
    auto const database = open_with_table();
    auto const seen = database->read([&](Session& session) -> Result<std::pair<int, int>> {
        int before = -1;
        int after = -1;
        session.sql() << "SELECT count(*) FROM slot", soci::into(before);
        std::thread([&] {
            database->write([](Session& other) { return insert(other, 1, "x"); }).value();
        }).join();
        session.sql() << "SELECT count(*) FROM slot", soci::into(after);
        return std::pair{before, after};
    });
    EXPECT_EQ(seen.value(), std::pair(0, 0));
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 1);
}

TEST_P(DatabaseTest, AConflictIsToldByWhatTheInsertReturned) {
    auto const database = open_with_table();
    auto const book = [&](std::string const& holder) {
        return database->write([&](Session& session) -> Result<bool> {
            long long id = 0;
            session.sql()
                << "INSERT INTO slot(id, holder) VALUES (7, :holder) ON CONFLICT DO NOTHING RETURNING id",
                soci::use(holder), soci::into(id);
            return session.sql().got_data();
        });
    };
    EXPECT_TRUE(book("first").value());
    EXPECT_FALSE(book("second").value());
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot WHERE holder = 'first'"), 1);
}

TEST_P(DatabaseTest, AnEmptyTextIsNotANull) {
    auto const database = open_with_table();
    ASSERT_TRUE(database->write([](Session& session) { return insert(session, 1, ""); }).ok());
    ASSERT_TRUE(run(*database, "INSERT INTO slot(id, holder) VALUES (2, NULL)").ok());
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot WHERE holder = ''"), 1);
    auto const kinds = database->read([](Session& session) -> Result<std::pair<bool, bool>> {
        std::string text;
        soci::indicator first{};
        soci::indicator second{};
        session.sql() << "SELECT holder FROM slot WHERE id = 1", soci::into(text, first);
        session.sql() << "SELECT holder FROM slot WHERE id = 2", soci::into(text, second);
        return std::pair{first == soci::i_null, second == soci::i_null};
    });
    EXPECT_EQ(kinds.value(), std::pair(false, true));
}

TEST_P(DatabaseTest, TheLastSeatsAreNeverSoldTwice) {
    auto const database = open_with_table(8);
    ASSERT_TRUE(run(*database, "INSERT INTO slot(id, seats) VALUES (1, 50)").ok());
    std::atomic<int> sold = 0;
    std::atomic<int> busy = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i) {
                auto const bought = database->write([](Session& session) -> Result<void> {
                    long long left = 0;
                    session.sql() << "SELECT seats FROM slot WHERE id = 1", soci::into(left);
                    if (left == 0) {
                        return fail(ErrorCode::conflict, "sold_out");
                    }
                    session.sql() << "UPDATE slot SET seats = :left WHERE id = 1", soci::use(--left);
                    return {};
                });
                sold += bought ? 1 : 0;
                busy += !bought && bought.error().reason == "database_busy" ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(sold + number(*database, "SELECT seats FROM slot"), 50);
    if (GetParam() == "sqlite") {
        EXPECT_EQ(busy, 0);
        EXPECT_EQ(sold, 50);
    }
}

struct HolderRow {
    std::string holder;
    void bind(soci::statement& st) { st.exchange(soci::into(holder)); }
    std::string value() const { return holder; }
};

std::string const select_holders = "SELECT holder FROM slot WHERE id >= :first ORDER BY id";
std::string const update_holder = "UPDATE slot SET holder = :holder WHERE id = :id RETURNING holder";

TEST_P(DatabaseTest, AKeptStatementSeesWhatIsThereNowAndNothingOfItsLastUse) {
    auto const database = open_with_table(1);
    auto const holders = [](Session& session, long long first) {
        return select_kept<HolderRow>(session, select_holders, first);
    };
    for (long long id = 1; id <= 9; ++id) {
        auto const found = database->write([&](Session& session) -> Result<std::vector<std::string>> {
            (void)insert(session, id, "Gramat");
            EXPECT_EQ(holders(session, id).size(), 1U);
            EXPECT_EQ(select_kept<HolderRow>(session, update_holder, std::to_string(id), id).size(), 1U);
            return holders(session, 1);
        });
        ASSERT_EQ(found.value().size(), static_cast<std::size_t>(id));
        EXPECT_EQ(found.value().back(), std::to_string(id));
    }
}

TEST_P(DatabaseTest, AKeptStatementIsGoodAfterATransactionThatFailed) {
    auto const database = open_with_table(1);
    auto const take_name = [&](long long id, std::string const& name) {
        return database->write([&](Session& session) -> Result<std::size_t> {
            static std::string const insert_slot =
                "INSERT INTO slot(id, holder) VALUES (:id, :holder) RETURNING holder";
            return select_kept<HolderRow>(session, insert_slot, id, name).size();
        });
    };
    EXPECT_EQ(take_name(1, "Gramat").value(), 1U);
    EXPECT_THROW((void)take_name(1, "Souillac"), DatabaseError);
    EXPECT_THROW((void)take_name(1, "Martel"), DatabaseError);
    EXPECT_EQ(take_name(2, "Martel").value(), 1U);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM slot"), 2);
}

TEST_P(DatabaseTest, TransactionsDoNotNest) {
    auto const database = open_with_table();
    EXPECT_THROW(
        (void)database->write([&](Session&) -> Result<void> { return run(*database, "DELETE FROM slot"); }),
        std::logic_error);
    EXPECT_TRUE(run(*database, "DELETE FROM slot").ok());
}

TEST_P(DatabaseTest, WhenNoSessionComesFreeInTimeTheCallerIsToldToTryAgain) {
    DatabaseOptions options;
    options.lock_wait = std::chrono::milliseconds{50};
    auto const database = open_with_table(1, nullptr, options);
    auto const outer = database->write([&](Session&) -> Result<std::string> {
        std::string reason;
        std::thread([&] { reason = run(*database, "DELETE FROM slot").error().reason; }).join();
        return reason;
    });
    EXPECT_EQ(outer.value(), "database_busy");
}

TEST_P(DatabaseTest, EachTransactionIsMeasured) {
    metrics::Registry metrics("");
    auto const database = open_with_table(2, &metrics);
    (void)database->read([](Session&) -> Result<void> { return fail(ErrorCode::not_found, "x"); });
    auto const text = metrics.exposition();
    EXPECT_NE(text.find("db_transaction_seconds_count{access=\"write\",outcome=\"committed\"} 1"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("db_transaction_seconds_count{access=\"read\",outcome=\"refused\"} 1"),
              std::string::npos)
        << text;
}

TEST(SqliteDatabase, IsDurableStrictAndPrivate) {
    Place const place("sqlite");
    auto const database = Database::open(place.url(), 2, nullptr).value();
    auto const setting = [&](std::string const& name) {
        return database
            ->write([&](Session& session) -> Result<std::string> {
                std::string value;
                session.sql() << "PRAGMA " + name, soci::into(value);
                return value;
            })
            .value();
    };
    EXPECT_EQ(setting("journal_mode"), "wal");
    EXPECT_EQ(setting("synchronous"), "2");
    EXPECT_EQ(setting("foreign_keys"), "1");
    EXPECT_EQ(setting("secure_delete"), "1");
    for (auto const* ending : {"", "-wal", "-shm"}) {
        struct stat status {};
        ASSERT_EQ(::stat((place.file() + ending).c_str(), &status), 0) << ending;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << ending;
    }
}

TEST(SqliteDatabase, ManyReadersDoNotWaitForTheWriter) {
    Place const place("sqlite");
    auto const database = Database::open(place.url(), 2, nullptr).value();
    ASSERT_TRUE(run(*database, "CREATE TABLE a(x)").ok());
    auto const seen = database->write([&](Session& session) -> Result<long long> {
        session.sql() << "INSERT INTO a VALUES (1)";
        long long count = -1;
        std::thread([&] { count = number(*database, "SELECT count(*) FROM a"); }).join();
        return count;
    });
    EXPECT_EQ(seen.value(), 0);
}

TEST(DatabaseUrl, SaysWhatIsWrong) {
    auto const reason = [](std::string const& url) { return Database::open(url, 1, nullptr).error().reason; };
    EXPECT_EQ(reason(""), "database_url_invalid");
    EXPECT_EQ(reason("mysql://x"), "database_url_invalid");
    EXPECT_EQ(reason("sqlite:"), "database_url_invalid");
    EXPECT_EQ(reason("sqlite::memory:"), "database_url_invalid");
    EXPECT_EQ(reason("sqlite:/nonexistent/folder/parvis.db"), "database_unreachable");
    EXPECT_EQ(reason("sqlite:/tmp"), "database_unreachable");
    EXPECT_EQ(reason("postgresql://nobody@127.0.0.1:1/none"), "database_unreachable");
}

TEST(PostgresqlDatabase, AConnectionThatDiedWhileIdleIsReplaced) {
    if (available().size() < 2) {
        GTEST_SKIP() << "set PARVIS_TEST_POSTGRESQL to run this";
    }
    Place const place("postgresql");
    auto const database = Database::open(place.url(), 1, nullptr).value();
    auto const killer = Database::open(place.url(), 1, nullptr).value();
    auto const pid = number(*database, "SELECT pg_backend_pid()");
    ASSERT_EQ(number(*killer, "SELECT count(pg_terminate_backend(" + std::to_string(pid) + "))"), 1);
    EXPECT_NE(number(*database, "SELECT pg_backend_pid()"), pid);
}

TEST(PostgresqlDatabase, AnyCharacterOfTheUrlReachesTheServer) {
    if (available().size() < 2) {
        GTEST_SKIP() << "set PARVIS_TEST_POSTGRESQL to run this";
    }
    Place const place("postgresql");
    auto const database =
        Database::open(place.url() + "&application_name=it%27s%20a%20%5Ctest%3D1%20x%3D%22y%22", 1, nullptr)
            .value();
    auto const name = database->read([](Session& session) -> Result<std::string> {
        std::string text;
        session.sql() << "SHOW application_name", soci::into(text);
        return text;
    });
    EXPECT_EQ(name.value(), R"(it's a \test=1 x="y")");
}

TEST(PostgresqlDatabase, AStatementThatTakesTooLongIsStopped) {
    if (available().size() < 2) {
        GTEST_SKIP() << "set PARVIS_TEST_POSTGRESQL to run this";
    }
    Place const place("postgresql");
    DatabaseOptions options;
    options.statement_timeout = std::chrono::milliseconds{30};
    auto const database = Database::open(place.url(), 1, nullptr, options).value();
    try {
        (void)run(*database, "SELECT pg_sleep(20)");
        FAIL() << "it ran to its end";
    } catch (DatabaseError const& e) {
        EXPECT_EQ(e.code(), "57014");
    }
    EXPECT_EQ(number(*database, "SELECT 1"), 1);
}

TEST(PostgresqlDatabase, AWriteThatLostARaceIsRunAgain) {
    if (available().size() < 2) {
        GTEST_SKIP() << "set PARVIS_TEST_POSTGRESQL to run this";
    }
    Place const place("postgresql");
    auto const database = Database::open(place.url(), 2, nullptr).value();
    ASSERT_TRUE(run(*database, "CREATE TABLE a(x BIGINT)").ok());
    ASSERT_TRUE(run(*database, "INSERT INTO a VALUES (0)").ok());
    int runs = 0;
    auto const added = database->write([&](Session& session) -> Result<void> {
        long long x = 0;
        session.sql() << "SELECT x FROM a", soci::into(x);
        if (++runs == 1) {
            std::thread([&] { run(*database, "UPDATE a SET x = x + 100").value(); }).join();
        }
        session.sql() << "UPDATE a SET x = :x", soci::use(++x);
        return {};
    });
    EXPECT_TRUE(added.ok());
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(number(*database, "SELECT x FROM a"), 101);
}

} // namespace
} // namespace parvis::db
