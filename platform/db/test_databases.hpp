// SPDX-License-Identifier: EUPL-1.2
// Real databases for tests: SQLite in a new folder, and PostgreSQL when PARVIS_TEST_POSTGRESQL holds the URL
// of a server where a schema may be made and dropped.
#pragma once

#include "platform/db/sql.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

namespace parvis::db::testing_support {

/// Where tests may run: always "sqlite", and "postgresql" when there is one.
inline std::vector<std::string> available() {
    std::vector<std::string> names{"sqlite"};
    if (std::getenv("PARVIS_TEST_POSTGRESQL") != nullptr) {
        names.emplace_back("postgresql");
    }
    return names;
}

/// A place for one database that is empty at first and gone at the end.
class Place {
  public:
    explicit Place(std::string const& kind) : kind_(kind) {
        std::string pattern = (std::filesystem::temp_directory_path() / "parvis-db-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        if (kind_ == "postgresql") {
            static int number = 0;
            schema_ = "parvis_test_" + std::to_string(::getpid()) + '_' + std::to_string(++number);
            admin("CREATE SCHEMA " + schema_);
        }
    }
    ~Place() {
        if (!schema_.empty()) {
            admin("DROP SCHEMA " + schema_ + " CASCADE");
        }
        std::filesystem::remove_all(folder_);
    }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

    std::string const& folder() const { return folder_; }
    std::string file() const { return folder_ + "/parvis.db"; }
    std::string url() const {
        if (kind_ == "sqlite") {
            return "sqlite:" + file();
        }
        std::string const base = std::getenv("PARVIS_TEST_POSTGRESQL");
        return base + (base.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" +
               schema_;
    }

  private:
    static void admin(std::string const& statement) {
        auto database = Database::open(std::getenv("PARVIS_TEST_POSTGRESQL"), 1, nullptr).value();
        (void)database->write([&](Session& session) -> Result<void> {
            session.sql() << statement;
            return {};
        });
    }

    std::string kind_;
    std::string folder_;
    std::string schema_;
};

/// Runs each test on every available database; `GetParam()` is its kind.
class OnEachDatabase : public testing::TestWithParam<std::string> {
  protected:
    std::unique_ptr<Database> open(std::size_t sessions = 4, MetricsSink* metrics = nullptr,
                                   DatabaseOptions options = {}) {
        return Database::open(place_.url(), sessions, metrics, options).value();
    }
    Place place_{GetParam()};
};

inline Result<void> run(Database& database, std::string const& statement) {
    return database.write([&](Session& session) -> Result<void> {
        session.sql() << statement;
        return {};
    });
}

inline long long number(Database& database, std::string const& query) {
    return database
        .read([&](Session& session) -> Result<long long> {
            long long value = 0;
            session.sql() << query, soci::into(value);
            return value;
        })
        .value();
}

} // namespace parvis::db::testing_support
