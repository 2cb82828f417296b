// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/test_messages.hpp"

#include <gtest/gtest.h>

#include <random>

namespace parvis::json {
namespace {

using namespace test_messages;

boost::json::value js(std::string_view text) {
    return parse(text, 1U << 20U).value();
}

template <class T>
Error error_of(std::string_view text, Unknown unknown = Unknown::ignore) {
    auto const decoded = decode<T>(js(text), unknown);
    EXPECT_FALSE(decoded.ok()) << text;
    return decoded ? Error{} : decoded.error();
}

std::string argument(Error const& error, std::string_view name) {
    for (auto const& [key, value] : error.arguments) {
        if (key == name) {
            return value;
        }
    }
    return "(none)";
}

constexpr auto page_text =
    R"({"width": 2480, "dpi": 300, "turned": false, "mode": "grey", "title": "CERFA"})";

TEST(Decode, AStructIsReadFromItsDescription) {
    auto const page = decode<Page>(js(page_text), Unknown::refuse).value();
    EXPECT_EQ(page.width, 2480);
    EXPECT_EQ(page.dpi, 300);
    EXPECT_FALSE(page.turned);
    EXPECT_EQ(page.mode, Mode::grey);
    EXPECT_EQ(page.title, "CERFA");
    EXPECT_FALSE(page.note.has_value());
}

TEST(Decode, AnAbsentOptionalAndANullOneAreTheSame) {
    for (auto const* text : {R"({"kiosk_id": "01ARYZ6S41TSV4RRFFQ69G5FAV", "subject": null})",
                             R"({"kiosk_id": "01ARYZ6S41TSV4RRFFQ69G5FAV"})"}) {
        EXPECT_FALSE(decode<RingKiosk>(js(text), Unknown::refuse).value().subject.has_value()) << text;
    }
}

TEST(Decode, AMemberWithAnInitialiserIsStillRequired) {
    auto const error = error_of<Page>(R"({"width": 1, "turned": false, "mode": "grey", "title": ""})");
    EXPECT_EQ(error.reason, "field_missing");
    EXPECT_EQ(error.pointer, "/dpi");
}

TEST(Decode, ThePointerLeadsThroughListsMapsAndStructs) {
    std::string const bad = R"({"width": 1, "dpi": 300, "turned": 0, "mode": "grey", "title": ""})";
    EXPECT_EQ(error_of<Batch>(R"({"pages": [)" + std::string(page_text) + "," + bad + R"(], "by_name": {}})")
                  .pointer,
              "/pages/1/turned");
    EXPECT_EQ(error_of<Batch>(R"({"pages": [], "by_name": {"a/b~c": )" + bad + "}}").pointer,
              "/by_name/a~1b~0c/turned");
}

TEST(Decode, AnUnknownMemberIsIgnoredOnLinksAndRefusedInBodies) {
    std::string const text =
        R"({"type": "ring_kiosk", "kiosk_id": "01ARYZ6S41TSV4RRFFQ69G5FAV", "colour": "red"})";
    EXPECT_TRUE(decode<RingKiosk>(js(text), Unknown::ignore).ok());
    auto const error = error_of<RingKiosk>(text, Unknown::refuse);
    EXPECT_EQ(error.reason, "field_unknown");
    EXPECT_EQ(error.pointer, "/colour");
}

TEST(Decode, EachWrongTypeNamesWhatWasExpected) {
    struct Case {
        std::string_view text;
        std::string_view pointer;
        std::string_view expected;
    };
    for (auto const& one :
         {Case{"[]", "", "object"},
          {R"({"text": 1})", "/text", "text"},
          {R"({"text": "", "flag": "true"})", "/flag", "boolean"},
          {R"({"text": "", "flag": true, "small": "5"})", "/small", "integer"},
          {R"({"text": "", "flag": true, "small": 5.5})", "/small", "integer"},
          {R"({"text": "", "flag": true, "small": 5, "large": null})", "/large", "integer"},
          {R"({"text": "", "flag": true, "small": 5, "large": 1, "ratio": "1"})", "/ratio", "number"},
          {R"({"text": "", "flag": true, "small": 5, "large": 1, "ratio": 1, "at": "now"})", "/at",
           "instant"},
          {R"({"text": "", "flag": true, "small": 5, "large": 1, "ratio": 1, "at": 1, "id": "x"})", "/id",
           "id"},
          {R"({"text": "", "flag": true, "small": 5, "large": 1, "ratio": 1, "at": 1, "id": 7})", "/id",
           "id"}}) {
        auto const error = error_of<Scalars>(one.text);
        EXPECT_EQ(error.reason, "field_wrong_type") << one.text;
        EXPECT_EQ(error.pointer, one.pointer) << one.text;
        EXPECT_EQ(argument(error, "expected"), one.expected) << one.text;
    }
}

TEST(Decode, IntegersAreCheckedAgainstTheirTypeAtBothEnds) {
    EXPECT_EQ(decode<std::uint8_t>(js("255"), Unknown::refuse).value(), 255);
    EXPECT_EQ(decode<std::int8_t>(js("-128"), Unknown::refuse).value(), -128);
    EXPECT_EQ(decode<std::uint64_t>(js("18446744073709551615"), Unknown::refuse).value(),
              18446744073709551615U);
    EXPECT_EQ(decode<std::int64_t>(js("-9223372036854775808"), Unknown::refuse).value(),
              std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(error_of<std::uint8_t>("256").reason, "value_out_of_range");
    EXPECT_EQ(argument(error_of<std::uint8_t>("256"), "highest"), "255");
    EXPECT_EQ(error_of<std::uint8_t>("-1").reason, "value_out_of_range");
    EXPECT_EQ(error_of<std::int8_t>("128").reason, "value_out_of_range");
    EXPECT_EQ(error_of<std::int64_t>("9223372036854775808").reason, "value_out_of_range");
    EXPECT_EQ(error_of<int>("1e300").reason, "value_out_of_range");
    EXPECT_EQ(error_of<std::uint64_t>("1e300").reason, "value_out_of_range");
}

TEST(Decode, AWholeNumberMayBeWrittenWithAPoint) {
    EXPECT_EQ(decode<int>(js("5.0"), Unknown::refuse).value(), 5);
    EXPECT_EQ(decode<double>(js("5"), Unknown::refuse).value(), 5.0);
}

TEST(Decode, ANumberThatBecameInfiniteIsRefused) {
    EXPECT_EQ(error_of<double>("1e999").reason, "value_out_of_range");
}

TEST(Decode, AnInstantOutsideOfItsCenturiesIsAMistakeOfUnits) {
    EXPECT_EQ(decode<Instant>(js("1772357400250"), Unknown::refuse).value(), Instant{1'772'357'400'250});
    EXPECT_EQ(error_of<Instant>("-1").reason, "value_out_of_range");
    EXPECT_EQ(error_of<Instant>("1772357400250000000").reason, "value_out_of_range");
}

TEST(Decode, ADateIsWrittenYearMonthDayAndMustExist) {
    EXPECT_EQ(decode<LocalDate>(js(R"("2028-02-29")"), Unknown::refuse).value(), (LocalDate{2028, 2, 29}));
    EXPECT_EQ(error_of<LocalDate>(R"("2026-02-29")").reason, "date_invalid");
    EXPECT_EQ(error_of<LocalDate>(R"("1/3/2026")").reason, "date_invalid");
    EXPECT_EQ(error_of<LocalDate>("20260301").reason, "field_wrong_type");
}

TEST(Decode, AnUnknownEnumeratorIsToldWithThoseThatExist) {
    auto const error = error_of<Mode>(R"("purple")");
    EXPECT_EQ(error.reason, "value_unknown");
    EXPECT_EQ(argument(error, "allowed"), "grey, colour");
    EXPECT_EQ(error_of<Mode>("1").reason, "field_wrong_type");
}

TEST(Decode, ATextWithAZeroCharacterIsRefused) {
    EXPECT_EQ(error_of<std::string>(R"("a\u0000b")").reason, "character_not_allowed");
}

TEST(Decode, AnArrayHasItsExactLength) {
    using Pair = std::array<int, 2>;
    EXPECT_EQ(decode<Pair>(js("[1,2]"), Unknown::refuse).value(), (Pair{1, 2}));
    EXPECT_EQ(error_of<Pair>("[1]").reason, "list_wrong_length");
    EXPECT_EQ(error_of<Pair>("{}").reason, "field_wrong_type");
}

TEST(Decode, AMessageIsChosenByItsType) {
    auto const rang = decode<Message>(js(R"({"type": "ring_bell", "loud": true})"), Unknown::refuse).value();
    EXPECT_TRUE(std::get<RingBell>(rang).loud);
    EXPECT_EQ(error_of<Message>(R"({"type": "sing"})").reason, "message_type_unknown");
    EXPECT_EQ(argument(error_of<Message>(R"({"type": "sing"})"), "allowed"), "ring_kiosk, ring_bell");
    EXPECT_EQ(error_of<Message>(R"({"type": 7})").pointer, "/type");
    EXPECT_EQ(error_of<Message>("{}").reason, "field_missing");
    EXPECT_EQ(error_of<Message>("7").reason, "field_wrong_type");
    EXPECT_EQ(error_of<Message>(R"({"type": "ring_bell"})").pointer, "/loud");
}

TEST(Decode, AMessageReadByItselfMayNotCarryAnotherType) {
    EXPECT_TRUE(decode<RingBell>(js(R"({"loud": true})"), Unknown::refuse).ok());
    EXPECT_EQ(error_of<RingBell>(R"({"type": "ring_kiosk", "loud": true})").reason, "message_type_unknown");
}

TEST(Decode, AMemberThatHappensToBeCalledTypeIsAnOrdinaryOne) {
    EXPECT_EQ(decode<Room>(js(R"({"type": "kitchen"})"), Unknown::refuse).value().type, "kitchen");
    EXPECT_EQ(error_of<Room>("{}").reason, "field_missing");
}

TEST(Decode, NoMutationOfAMessageDoesMoreThanFail) {
    std::mt19937 random(20260301);
    std::vector<std::string> const seeds{
        R"({"type":"ring_kiosk","kiosk_id":"01ARYZ6S41TSV4RRFFQ69G5FAV","subject":"retraite"})",
        R"({"type":"ring_bell","loud":true})",
        R"({"pages":[{"width":1,"dpi":300,"turned":false,"mode":"grey","title":"a","note":null}],"by_name":{"a":{"width":1}}})",
        R"({"text":"\u00e9","flag":true,"small":-5,"large":1e3,"ratio":0.5,"at":1772357400250,"id":"01ARYZ6S41TSV4RRFFQ69G5FAV"})"};
    std::string const alphabet = "{}[]\",:0123456789eE.-+\\u\xC3\xA9truefalsn \t" + std::string(1, '\0');
    auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    int understood = 0;
    for (int round = 0; round < 40'000; ++round) {
        auto text = seeds[below(seeds.size())];
        for (std::size_t change = 1 + below(4); change-- > 0;) {
            auto const at = below(text.size());
            switch (below(4)) {
            case 0:
                text[at] = alphabet[below(alphabet.size())];
                break;
            case 1:
                text.erase(at, 1 + below(8));
                break;
            case 2:
                text.insert(at, 1, static_cast<char>(below(256)));
                break;
            default:
                text.insert(at, text.substr(below(text.size()), below(20)));
            }
            if (text.empty()) {
                text = "0";
            }
        }
        auto const value = parse(text, 4096, 8);
        if (!value) {
            continue;
        }
        ++understood;
        for (auto const unknown : {Unknown::ignore, Unknown::refuse}) {
            (void)decode<Message>(*value, unknown).ok();
            (void)decode<Batch>(*value, unknown).ok();
            auto const scalars = decode<Scalars>(*value, unknown);
            if (scalars) {
                // What was accepted must survive the way out and back.
                ASSERT_EQ(encode(decode<Scalars>(encode(*scalars), Unknown::refuse).value()),
                          encode(*scalars))
                    << text;
            }
        }
    }
    EXPECT_GT(understood, 1000);
}

} // namespace
} // namespace parvis::json
