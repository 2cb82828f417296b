// SPDX-License-Identifier: EUPL-1.2
#include "platform/config/config.hpp"
#include "platform/config/toml_file.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <unistd.h>

namespace parvis::config {
namespace {

enum class Mode { plain, tls };
BOOST_DESCRIBE_ENUM(Mode, plain, tls)

struct Listen {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    Mode mode = Mode::plain;
};
BOOST_DESCRIBE_STRUCT(Listen, (), (address, port, mode))

struct Settings {
    std::string folder = "/var/lib/parvis";
    bool open_registration = false;
    double factor = 1.5;
    std::optional<std::string> public_url;
    std::vector<std::string> trusted_proxies;
    Listen listen;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (folder, open_registration, factor, public_url, trusted_proxies, listen))

class Config : public testing::Test {
  protected:
    ~Config() override { std::filesystem::remove(path_); }

    Sources file(std::string const& text) {
        std::ofstream(path_) << text;
        Sources sources;
        sources.file = path_;
        return sources;
    }

    static Error error_of(Sources const& sources) {
        auto const loaded = load<Settings>(sources);
        EXPECT_FALSE(loaded.ok());
        return loaded ? Error{} : loaded.error();
    }

    std::string path_ =
        (std::filesystem::temp_directory_path() / ("parvis-config-" + std::to_string(getpid()))).string();
};

TEST_F(Config, WithoutAnySourceTheInitialisersHold) {
    auto const settings = load<Settings>({}).value();
    EXPECT_EQ(settings.folder, "/var/lib/parvis");
    EXPECT_EQ(settings.listen.port, 8080);
    EXPECT_FALSE(settings.public_url.has_value());
}

TEST_F(Config, EachKindOfValueIsReadFromTheFile) {
    auto const settings = load<Settings>(file(R"(# the town's server
folder = "/srv/#1 \"quoted\""  # a comment
open_registration = true
factor = 2.25
public_url = 'https://counters.example'
trusted_proxies = ["10.0.0.1", "10.0.0.2"]

[listen]
port = 8_443
mode = "tls"
)"))
                              .value();
    EXPECT_EQ(settings.folder, "/srv/#1 \"quoted\"");
    EXPECT_TRUE(settings.open_registration);
    EXPECT_DOUBLE_EQ(settings.factor, 2.25);
    EXPECT_EQ(settings.public_url, "https://counters.example");
    EXPECT_EQ(settings.trusted_proxies, (std::vector<std::string>{"10.0.0.1", "10.0.0.2"}));
    EXPECT_EQ(settings.listen.port, 8443);
    EXPECT_EQ(settings.listen.mode, Mode::tls);
    EXPECT_EQ(settings.listen.address, "127.0.0.1");
}

TEST_F(Config, TheEnvironmentWinsOverTheFileAndFlagsWinOverBoth) {
    auto sources = file("folder = \"from file\"\n[listen]\nport = 1\naddress = \"from file\"\n");
    sources.environment = {
        {"PARVIS_LISTEN_PORT", "2"}, {"PARVIS_LISTEN_ADDRESS", "from environment"}, {"HOME", "/root"}};
    sources.arguments = {"--listen.port", "3", "--open_registration", "--trusted_proxies=a,b"};
    auto const settings = load<Settings>(sources).value();
    EXPECT_EQ(settings.folder, "from file");
    EXPECT_EQ(settings.listen.address, "from environment");
    EXPECT_EQ(settings.listen.port, 3);
    EXPECT_TRUE(settings.open_registration);
    EXPECT_EQ(settings.trusted_proxies, (std::vector<std::string>{"a", "b"}));
}

TEST_F(Config, AMistypedKeyOfTheFileIsToldWithTheNearestKnownOne) {
    auto const error = error_of(file("[listen]\nprot = 1\n"));
    EXPECT_EQ(error.reason, "config_key_unknown");
    EXPECT_EQ(error.pointer, "/listen/prot");
    EXPECT_EQ(explain(error), "listen.prot (" + path_ + ") is not a setting; did you mean listen.port?");
}

TEST_F(Config, AMistypedVariableIsToldWithTheNearestKnownOne) {
    Sources sources;
    sources.environment = {{"PARVIS_LISTEN_PROT", "1"}};
    EXPECT_EQ(explain(error_of(sources)),
              "PARVIS_LISTEN_PROT (environment) is not a setting; did you mean PARVIS_LISTEN_PORT?");
}

TEST_F(Config, VariablesOfOtherToolsCanBeExempted) {
    Sources sources;
    sources.environment = {{"PARVIS_TEST_POSTGRESQL", "x"}};
    sources.other_variables = {"PARVIS_TEST_POSTGRESQL"};
    EXPECT_TRUE(load<Settings>(sources).ok());
}

TEST_F(Config, AMistypedFlagIsToldWithTheNearestKnownOne) {
    Sources sources;
    sources.arguments = {"--foldr=/srv"};
    EXPECT_EQ(explain(error_of(sources)), "foldr (--foldr) is not a setting; did you mean folder?");
}

TEST_F(Config, AWordThatIsNoFlagIsRefused) {
    Sources sources;
    sources.arguments = {"folder=/srv"};
    EXPECT_EQ(error_of(sources).reason, "config_argument_unexpected");
}

TEST_F(Config, AFlagWithoutItsValueIsRefused) {
    Sources sources;
    sources.arguments = {"--folder", "--open_registration"};
    EXPECT_EQ(explain(error_of(sources)), "--folder needs a value: --folder=...");
}

TEST_F(Config, AValueOfTheWrongKindIsRefusedByKey) {
    struct Case {
        std::string flag;
        std::string reason;
        std::string pointer;
    };
    for (auto const& one : std::vector<Case>{
             {"--listen.port=http", "config_value_invalid", "/listen/port"},
             {"--listen.port=80a", "config_value_invalid", "/listen/port"},
             {"--listen.port=", "config_value_invalid", "/listen/port"},
             {"--listen.port=65536", "config_value_out_of_range", "/listen/port"},
             {"--listen.port=-1", "config_value_out_of_range", "/listen/port"},
             {"--listen.port=99999999999999999999", "config_value_out_of_range", "/listen/port"},
             {"--open_registration=yes", "config_value_invalid", "/open_registration"},
             {"--factor=nan", "config_value_invalid", "/factor"},
             {"--listen.mode=ssl", "config_value_invalid", "/listen/mode"}}) {
        Sources sources;
        sources.arguments = {one.flag};
        auto const error = error_of(sources);
        EXPECT_EQ(error.reason, one.reason) << one.flag;
        EXPECT_EQ(error.pointer, one.pointer) << one.flag;
    }
}

TEST_F(Config, AnEnumTellsWhatItMayBe) {
    Sources sources;
    sources.arguments = {"--listen.mode=ssl"};
    EXPECT_EQ(explain(error_of(sources)),
              "listen.mode (--listen.mode) is not what it must be: one of plain, tls");
}

TEST_F(Config, AListWhereOneValueIsExpectedIsRefused) {
    EXPECT_EQ(error_of(file("folder = [\"a\"]\n")).reason, "config_value_invalid");
    EXPECT_EQ(error_of(file("trusted_proxies = \"a\"\n")).reason, "config_value_invalid");
}

TEST_F(Config, AMalformedLineIsToldByItsNumber) {
    for (std::string const line :
         {"nonsense", "folder =", "folder = \"open", "folder = 'open", "[listen", "= 1", "folder = bare",
          "folder = \"a\" \"b\"", "trusted_proxies = [\"a\"", "folder = \"\\x\"", "a..= 1"}) {
        auto const error = error_of(file("open_registration = true\n" + line + "\n"));
        EXPECT_EQ(error.reason, "config_file_malformed") << line;
        EXPECT_EQ(error.arguments.at(1).second, "2") << line;
    }
}

TEST_F(Config, AKeySetTwiceIsRefused) {
    EXPECT_EQ(error_of(file("folder = \"a\"\nfolder = \"b\"\n")).reason, "config_file_malformed");
}

TEST_F(Config, AFileThatIsNotThereIsAnError) {
    Sources sources;
    sources.file = "/nonexistent/parvis.toml";
    EXPECT_EQ(explain(error_of(sources)), "the file /nonexistent/parvis.toml cannot be read");
    sources.file = std::filesystem::temp_directory_path().string();
    EXPECT_EQ(error_of(sources).reason, "config_file_unreadable");
}

TEST_F(Config, TheHelpTableNamesEachKeyItsKindAndItsDefault) {
    HelpTexts texts{{"folder", "Where the database is"},
                    {"open_registration", "o"},
                    {"factor", "f"},
                    {"public_url", "u"},
                    {"trusted_proxies", "t"},
                    {"listen.address", "a"},
                    {"listen.port", "TCP port"},
                    {"listen.mode", "m"}};
    auto const table = help_table<Settings>(texts);
    EXPECT_NE(table.find("  --listen.port <integer>  (default 8080)\n        TCP port\n"), std::string::npos)
        << table;
    EXPECT_NE(table.find("  --listen.mode <one of plain, tls>  (default plain)\n"), std::string::npos)
        << table;
    texts.erase("folder");
    EXPECT_THROW(help_table<Settings>(texts), std::logic_error);
    texts.emplace("folder", "x");
    texts.emplace("gone", "x");
    EXPECT_THROW(help_table<Settings>(texts), std::logic_error);
}

TEST_F(Config, OnlyOurVariablesAreTakenFromTheProcess) {
    setenv("PARVIS_LISTEN_PORT", "99", 1);
    auto const environment = process_environment();
    unsetenv("PARVIS_LISTEN_PORT");
    EXPECT_EQ(environment.at("PARVIS_LISTEN_PORT"), "99");
    EXPECT_FALSE(environment.contains("PATH"));
}

TEST_F(Config, NoFileWhateverItsBytesStopsTheReader) {
    std::mt19937 random(20260301);
    std::string const pieces = "ab=[]\"'\\#,.\n\t 1_+-\xC3\xA9";
    std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (int i = 0; i < round % 30; ++i) {
            text += pieces[pick(random)];
        }
        auto const entries = read_toml(text, "file");
        accepted += entries.ok() ? 1 : 0;
        if (!entries) {
            ASSERT_EQ(entries.error().reason, "config_file_malformed");
        }
    }
    EXPECT_GT(accepted, 0);
}

} // namespace
} // namespace parvis::config
