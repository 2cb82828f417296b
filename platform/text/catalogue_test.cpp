// SPDX-License-Identifier: EUPL-1.2
#include "platform/log/log.hpp"
#include "platform/text/catalogue.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace parvis::text {
namespace {

Catalogue catalogue(std::string_view french, std::string_view english = "{}") {
    return Catalogue::from_json(french, english).value();
}

TEST(Catalogue, BothLanguagesHaveTheSameSentences) {
    auto const& built_in = Catalogue::built_in();
    EXPECT_EQ(built_in.keys(Language::fr), built_in.keys(Language::en));
    EXPECT_GT(built_in.keys(Language::fr).size(), 12U);
}

TEST(Catalogue, EveryErrorCodeHasASentenceOfLastResort) {
    for (int i = 0; i <= static_cast<int>(ErrorCode::unsupported); ++i) {
        auto const key = "problem." + std::string(to_string(static_cast<ErrorCode>(i)));
        EXPECT_TRUE(Catalogue::built_in().has(Language::fr, key)) << key;
        EXPECT_TRUE(Catalogue::built_in().has(Language::en, key)) << key;
    }
}

TEST(Catalogue, AnErrorIsToldInThePersonsLanguageWithItsField) {
    auto const error = fail(ErrorCode::invalid_input, "field_wrong_type", "/port", {{"expected", "integer"}});
    EXPECT_EQ(say(Language::fr, error), "Le champ /port n’a pas la bonne forme : il faut un nombre entier.");
    EXPECT_EQ(say(Language::en, error), "The field /port has the wrong form: it must be a whole number.");
}

TEST(Catalogue, AReasonWithoutASentenceIsToldByItsCode) {
    std::string line;
    log::Capture const capture([&](std::string const& written) { line = written; });
    auto const error = fail(ErrorCode::expired, "a_reason_that_nobody_wrote_down");
    EXPECT_EQ(say(Language::en, error), "The time is over. Start again.");
    EXPECT_NE(line.find("problem.a_reason_that_nobody_wrote_down"), std::string::npos);
}

TEST(Catalogue, AMissingSentenceShowsItsKeyAndIsLogged) {
    std::string line;
    log::Capture const capture([&](std::string const& written) { line = written; });
    EXPECT_EQ(catalogue("{}").say(Language::fr, "receipt.title"), "receipt.title");
    EXPECT_NE(line.find("\"event\":\"sentence_missing\""), std::string::npos) << line;
}

TEST(Catalogue, PluralsFollowTheLanguage) {
    auto const pages = catalogue(R"({"pages": "{n, plural, one {# page} other {# pages}}"})",
                                 R"({"pages": "{n, plural, one {# page} other {# pages}}"})");
    auto const of = [&](Language language, std::int64_t n) {
        return pages.say(language, "pages", {{"n", n}});
    };
    EXPECT_EQ(of(Language::fr, 0), "0 page");
    EXPECT_EQ(of(Language::en, 0), "0 pages");
    EXPECT_EQ(of(Language::fr, 1), "1 page");
    EXPECT_EQ(of(Language::fr, 2), "2 pages");
}

TEST(Catalogue, ATextThatIsAWholeNumberCountsAsANumber) {
    auto const arguments = arguments_of({{"n", "3"}, {"phone", "0565"}, {"name", "Gramat"}});
    EXPECT_EQ(arguments[0].second, Argument(std::int64_t{3}));
    EXPECT_EQ(arguments[1].second, Argument(std::string("0565")));
    EXPECT_EQ(arguments[2].second, Argument(std::string("Gramat")));
}

TEST(Catalogue, DatesAreShownInTheZoneOfTheCatalogue) {
    auto const one = catalogue(R"({"at": "{at, date, ::yyyyMMddHHmm}"})");
    // 2026-07-01 22:30 UTC is the 2nd of July in Paris.
    EXPECT_EQ(one.say(Language::fr, "at", {{"at", Instant{1'782'945'000'000}}}), "02/07/2026 00:30");
}

TEST(Catalogue, AMissingArgumentShowsItsName) {
    EXPECT_EQ(catalogue(R"({"hello": "Bonjour {name}"})").say(Language::fr, "hello"), "Bonjour {name}");
}

TEST(Catalogue, AValueIsNeverReadAsAMessage) {
    EXPECT_EQ(catalogue(R"({"hello": "Bonjour {name}"})").say(Language::fr, "hello", {{"name", "{0} '{' #"}}),
              "Bonjour {0} '{' #");
}

TEST(Catalogue, AMalformedMessageIsNamed) {
    for (auto const* french : {R"({"bad": "{n, plural, one {x}"})", R"({"bad": 3})"}) {
        auto const made = Catalogue::from_json(french, "{}");
        ASSERT_FALSE(made.ok()) << french;
        EXPECT_EQ(made.error().reason, "catalogue_malformed");
        EXPECT_EQ(made.error().arguments.at(1).second, "bad");
    }
    EXPECT_FALSE(Catalogue::from_json("[]", "{}").ok());
    EXPECT_FALSE(Catalogue::from_json("{", "{}").ok());
}

TEST(Catalogue, ManyThreadsMaySpeakAtOnce) {
    auto const pages =
        catalogue(R"({"pages": "{n, plural, one {# page} other {# pages}} {at, date, short} {d}"})");
    auto const arguments = Arguments{{"n", std::int64_t{2}}, {"at", Instant{0}}, {"d", 1.5}};
    auto const expected = pages.say(Language::fr, "pages", arguments);
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                wrong[t] += pages.say(Language::fr, "pages", arguments) == expected ? 0 : 1;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(Catalogue, FrenchSentencesUseTheTypographicApostrophe) {
    // In an ICU message a straight apostrophe may open quoted text and swallow an argument.
    for (auto const language : {Language::fr, Language::en}) {
        for (auto const& key : Catalogue::built_in().keys(language)) {
            EXPECT_EQ(Catalogue::built_in().say(language, key).find('\''), std::string::npos) << key;
        }
    }
}

} // namespace
} // namespace parvis::text
