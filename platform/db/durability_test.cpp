// SPDX-License-Identifier: EUPL-1.2
// A process that is killed in the middle of its work: whatever it was told is saved must be there.
#include "platform/db/test_databases.hpp"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <sys/wait.h>

namespace parvis::db {
namespace {

using namespace testing_support;

class Durability : public OnEachDatabase {
  protected:
    /// Never returns: writes rows first, first + 1, ... and tells each one on the pipe once write() came
    /// back.
    [[noreturn]] void write_until_killed(int pipe, long long first) {
        try {
            auto const database = open(1);
            for (long long id = first;; ++id) {
                auto const written = database->write([&](Session& session) -> Result<void> {
                    long long const half = id * 2;
                    session.sql() << "INSERT INTO receipt(id) VALUES (:id)", soci::use(id);
                    session.sql() << "INSERT INTO copy(id) VALUES (:half)", soci::use(half);
                    return {};
                });
                if (!written || ::write(pipe, &id, sizeof id) != sizeof id) {
                    ::_exit(1);
                }
            }
        } catch (...) {
            ::_exit(2);
        }
    }

    /// Reads what the child told until `count` acknowledgements came, kills it, and drains the pipe. The
    /// newest row told.
    static long long kill_after(pid_t child, int pipe, int count) {
        long long newest = 0;
        long long id = 0;
        while (::read(pipe, &id, sizeof id) == sizeof id) {
            newest = id;
            if (--count == 0) {
                ::kill(child, SIGKILL);
            }
        }
        return newest;
    }
};
INSTANTIATE_TEST_SUITE_P(Each, Durability, testing::ValuesIn(available()),
                         [](auto const& one) { return one.param; });

TEST_P(Durability, EveryAcknowledgedRowOutlivesAKilledProcess) {
    {
        auto const database = open(1);
        run(*database, "CREATE TABLE receipt (id BIGINT PRIMARY KEY)").value();
        run(*database, "CREATE TABLE copy (id BIGINT PRIMARY KEY)").value();
    }
    long long total = 0;
    for (int round = 0; round < 5; ++round) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        pid_t const child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(ends[1], total + 1);
        }
        ::close(ends[1]);
        auto const newest = kill_after(child, ends[0], 20 + round * 7);
        ::close(ends[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);

        auto const database = open(1);
        auto const rows = number(*database, "SELECT count(*) FROM receipt");
        EXPECT_GE(newest, total + 20 + round * 7);
        EXPECT_GE(rows, newest) << "an acknowledged row is gone";
        EXPECT_LE(rows, newest + 1)
            << "only the row whose acknowledgement was under way may be there besides";
        EXPECT_EQ(number(*database, "SELECT max(id) FROM receipt"), rows) << "a row in between is missing";
        EXPECT_EQ(number(*database, "SELECT count(*) FROM copy JOIN receipt ON copy.id = 2 * receipt.id"),
                  rows)
            << "half a transaction is there";
        total = rows;
    }
}

} // namespace
} // namespace parvis::db
