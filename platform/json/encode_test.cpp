// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/test_messages.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace parvis::json {
namespace {

using namespace test_messages;

TEST(Encode, AStructIsWrittenInTheOrderOfItsDescriptionWithoutAbsentOptionals) {
    Page page{.width = 2480, .title = "Demande d’aide", .note = std::nullopt};
    EXPECT_EQ(serialize(encode(page)),
              R"({"width":2480,"dpi":300,"turned":false,"mode":"grey","title":"Demande d’aide"})");
    page.note = "verso";
    EXPECT_EQ(encode(page).at("note").as_string(), "verso");
}

TEST(Encode, AMessageBeginsWithItsType) {
    Message const message = RingBell{true};
    EXPECT_EQ(serialize(encode(message)), R"({"type":"ring_bell","loud":true})");
    EXPECT_EQ(serialize(encode(RingBell{})), R"({"type":"ring_bell","loud":false})");
}

TEST(Encode, ADateIsWrittenYearMonthDay) {
    EXPECT_EQ(encode(LocalDate{2026, 3, 1}), boost::json::value("2026-03-01"));
}

TEST(Encode, InstantsAreMillisecondsAndIdsAreTexts) {
    auto const id = KioskId::make({1'772'357'400'250});
    Scalars const scalars{.text = "a",
                          .flag = true,
                          .small = -5,
                          .large = 18446744073709551615U,
                          .ratio = 0.5,
                          .at = {1'772'357'400'250},
                          .id = id};
    EXPECT_EQ(
        serialize(encode(scalars)),
        R"({"text":"a","flag":true,"small":-5,"large":18446744073709551615,"ratio":5E-1,"at":1772357400250,"id":")" +
            id.text() + "\"}");
}

TEST(Encode, ListsMapsAndOptionalsFollowTheirContents) {
    EXPECT_EQ(serialize(encode(std::vector<int>{1, 2})), "[1,2]");
    EXPECT_EQ(serialize(encode(std::vector<bool>{true, false})), "[true,false]");
    EXPECT_EQ(serialize(encode(std::map<std::string, Mode>{{"b", Mode::colour}, {"a", Mode::grey}})),
              R"({"a":"grey","b":"colour"})");
    EXPECT_EQ(serialize(encode(std::optional<int>{})), "null");
    EXPECT_EQ(serialize(encode(std::array<std::string, 2>{"x", "y"})), R"(["x","y"])");
    EXPECT_EQ(serialize(encode(boost::json::object{{"as", "it is"}})), R"({"as":"it is"})");
}

TEST(Encode, WhatIsWrittenIsReadBackTheSame) {
    Folder const folder{"a",
                        {{"b", {}, RingBell{true}}, {"c", {{"d", {}, std::nullopt}}, std::nullopt}},
                        RingKiosk{KioskId::make({1}), "Ma retraite"}};
    auto const wire = encode(folder);
    EXPECT_EQ(encode(decode<Folder>(wire, Unknown::refuse).value()), wire);
}

TEST(Encode, AnEnumOutsideOfItsDescriptionIsAMistakeOfTheProgram) {
    EXPECT_THROW((void)encode(static_cast<Mode>(7)), std::logic_error);
    EXPECT_EQ(enum_name(Mode::colour), "colour");
    EXPECT_EQ(parse_enum<Mode>("grey"), Mode::grey);
    EXPECT_FALSE(parse_enum<Mode>("Grey"));
}

} // namespace
} // namespace parvis::json
