// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/migration.hpp"

#include <gtest/gtest.h>

#include <random>

namespace parvis::db {
namespace {

using Texts = std::vector<std::string>;

TEST(SplitStatements, EachStatementStandsAlone) {
    EXPECT_EQ(split_statements("CREATE TABLE a(x);\nINSERT INTO a VALUES (1);").value(),
              (Texts{"CREATE TABLE a(x)", "INSERT INTO a VALUES (1)"}));
    EXPECT_EQ(split_statements("SELECT 1").value(), Texts{"SELECT 1"});
    EXPECT_EQ(split_statements(" ;; \n ; ").value(), Texts{});
    EXPECT_EQ(split_statements("").value(), Texts{});
}

TEST(SplitStatements, ASemicolonInsideAQuoteSeparatesNothing) {
    EXPECT_EQ(split_statements("INSERT INTO a VALUES ('x;y''z;', \"a;b\"); SELECT 1").value(),
              (Texts{"INSERT INTO a VALUES ('x;y''z;', \"a;b\")", "SELECT 1"}));
}

TEST(SplitStatements, CommentsAreLeftOutAndHideWhatTheyHold) {
    EXPECT_EQ(split_statements("-- it's; open\nSELECT 1; /* ; ' */ SELECT/* ; */2; -- end").value(),
              (Texts{"SELECT 1", "SELECT 2"}));
    EXPECT_EQ(split_statements("SELECT '-- no comment', '/* nor this */'").value(),
              Texts{"SELECT '-- no comment', '/* nor this */'"});
}

TEST(SplitStatements, ATriggerKeepsItsBody) {
    std::string const trigger = "CREATE TRIGGER t BEFORE UPDATE ON a BEGIN\n"
                                "  SELECT CASE WHEN new.x < 0 THEN RAISE(ABORT, 'no; never') END;\n"
                                "  UPDATE a SET y = 1;\nEND";
    EXPECT_EQ(split_statements(trigger + ";\nSELECT 1;").value(), (Texts{trigger, "SELECT 1"}));
    std::string const temporary =
        "create temp trigger if not exists t after insert on a begin delete from b; end";
    EXPECT_EQ(split_statements(temporary + ";SELECT 1").value(), (Texts{temporary, "SELECT 1"}));
}

TEST(SplitStatements, OnlyABodyGivesBeginAndCaseTheirMeaning) {
    EXPECT_EQ(split_statements("SELECT CASE WHEN 1 THEN 2 END; BEGIN; COMMIT").value(),
              (Texts{"SELECT CASE WHEN 1 THEN 2 END", "BEGIN", "COMMIT"}));
    EXPECT_EQ(split_statements("CREATE TABLE begin_end(trigger_begin TEXT); SELECT 1").value().size(), 2U);
}

TEST(SplitStatements, DollarQuotesOfPostgresqlHoldAnything) {
    std::string const function =
        "CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN RAISE 'a;b'; END; $body$ LANGUAGE plpgsql";
    EXPECT_EQ(split_statements(function + "; SELECT 1").value(), (Texts{function, "SELECT 1"}));
    EXPECT_EQ(split_statements("DO $$ BEGIN PERFORM 1; END $$; SELECT 1").value().size(), 2U);
    EXPECT_EQ(split_statements("SELECT $1; SELECT a$b$c").value().size(), 2U);
}

TEST(SplitStatements, WhatNeverEndsIsToldByTheLineWhereItBegan) {
    auto const line_of = [](std::string_view script) {
        auto const split = split_statements(script);
        return split ? std::string("ended") : split.error().arguments.at(0).second;
    };
    EXPECT_EQ(line_of("SELECT 1;\nSELECT 'open"), "2");
    EXPECT_EQ(line_of("SELECT 1;\n\n/* open"), "3");
    EXPECT_EQ(line_of("SELECT $tag$ open $$"), "1");
    EXPECT_EQ(line_of("SELECT 1;\nCREATE TRIGGER t AFTER INSERT ON a\nBEGIN SELECT 1;"), "3");
}

TEST(SplitStatements, NoScriptStopsTheSplitter) {
    std::mt19937 random(20260301);
    Texts const pieces{"CREATE ", "TRIGGER ", "BEGIN ", "END ", "CASE ", "'",  "\"", "$",
                       "$a$",     "--",       "/*",     "*/",   ";",     "\n", "x",  "é"};
    for (int round = 0; round < 20'000; ++round) {
        std::string script;
        for (int i = 0; i < round % 25; ++i) {
            script += pieces[random() % pieces.size()];
        }
        auto const split = split_statements(script);
        ASSERT_TRUE(split || split.error().reason == "sql_unfinished") << script;
    }
}

TEST(Migrations, AreReadFromTheirFileNamesInOrder) {
    auto const migrations = migrations_from({{"0002_add_sites.sqlite.sql", "SELECT 2"},
                                             {"0001_start.sql", "SELECT 1"},
                                             {"0002_add_sites.postgresql.sql", "SELECT 22"}})
                                .value();
    ASSERT_EQ(migrations.size(), 2U);
    EXPECT_EQ(migrations[0].name, "start");
    EXPECT_EQ(migrations[0].text(Dialect::sqlite), "SELECT 1");
    EXPECT_EQ(migrations[0].text(Dialect::postgresql), "SELECT 1");
    EXPECT_EQ(migrations[1].version, 2);
    EXPECT_EQ(migrations[1].text(Dialect::sqlite), "SELECT 2");
    EXPECT_EQ(migrations[1].text(Dialect::postgresql), "SELECT 22");
}

TEST(Migrations, AFileThatDoesNotFitIsNamed) {
    using Files = std::vector<std::pair<std::string_view, std::string_view>>;
    auto const reason = [](Files const& files) {
        auto const made = migrations_from(files);
        return made ? std::string("fine") : made.error().reason;
    };
    EXPECT_EQ(reason({{"1_start.sql", "SELECT 1"}}), "migration_name_invalid");
    EXPECT_EQ(reason({{"0000_start.sql", "SELECT 1"}}), "migration_name_invalid");
    EXPECT_EQ(reason({{"0001_Start.sql", "SELECT 1"}}), "migration_name_invalid");
    EXPECT_EQ(reason({{"0001_start.txt", "SELECT 1"}}), "migration_name_invalid");
    EXPECT_EQ(reason({{"0001_start.sql", "SELECT '"}}), "migration_malformed");
    EXPECT_EQ(reason({{"0001_start.sql", "-- nothing"}}), "migration_malformed");
    EXPECT_EQ(reason({{"0001_start.sql", "SELECT 1"}, {"0001_other.sql", "SELECT 1"}}),
              "migration_duplicate");
    EXPECT_EQ(reason({{"0001_start.sql", "SELECT 1"}, {"0001_start.sqlite.sql", "SELECT 1"}}),
              "migration_duplicate");
    EXPECT_EQ(reason({{"0001_start.sqlite.sql", "SELECT 1"}}), "migration_incomplete");
    EXPECT_EQ(reason({{"0001_start.sql", "SELECT 1"}, {"0003_end.sql", "SELECT 1"}}), "migration_missing");
}

} // namespace
} // namespace parvis::db
