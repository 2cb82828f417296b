// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/test_messages.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace parvis::json {
namespace other {
struct Page {
    int number = 0;
};
BOOST_DESCRIBE_STRUCT(Page, (), (number))
struct NamedPage {
    static constexpr std::string_view schema_name = "OtherPage";
    int number = 0;
};
BOOST_DESCRIBE_STRUCT(NamedPage, (), (number))
} // namespace other

namespace {

using namespace test_messages;

boost::json::value js(std::string_view text) {
    return parse(text, 1U << 20U).value();
}

TEST(Schema, AStructIsEnteredUnderItsNameWithItsRequiredMembers) {
    SchemaBook book;
    EXPECT_EQ(boost::json::value(schema<Page>(book)), js(R"({"$ref": "#/components/schemas/Page"})"));
    EXPECT_EQ(book.components().at("Page"), js(R"({"type": "object", "title": "Page", "properties": {
        "width": {"type": "integer", "format": "int32"},
        "dpi": {"type": "integer", "minimum": 0, "maximum": 65535},
        "turned": {"type": "boolean"},
        "mode": {"$ref": "#/components/schemas/Mode"},
        "title": {"type": "string"},
        "note": {"type": "string"}},
        "required": ["width", "dpi", "turned", "mode", "title"]})"));
    EXPECT_EQ(book.components().at("Mode"),
              js(R"({"type": "string", "title": "Mode", "enum": ["grey", "colour"]})"));
}

TEST(Schema, ATaggedUnionIsOneOfItsMessagesChosenByType) {
    SchemaBook book;
    EXPECT_EQ(boost::json::value(named_schema<Message>(book, "KioskMessage")),
              js(R"({"$ref": "#/components/schemas/KioskMessage"})"));
    auto const all = book.components();
    EXPECT_EQ(all.at("KioskMessage"), js(R"({"title": "KioskMessage",
        "oneOf": [{"$ref": "#/components/schemas/RingKiosk"}, {"$ref": "#/components/schemas/RingBell"}],
        "discriminator": {"propertyName": "type", "mapping": {
            "ring_kiosk": "#/components/schemas/RingKiosk", "ring_bell": "#/components/schemas/RingBell"}}})"));
    EXPECT_EQ(all.at("RingBell"), js(R"({"type": "object", "title": "RingBell", "properties": {
        "type": {"type": "string", "const": "ring_bell"}, "loud": {"type": "boolean"}}, "required": ["type", "loud"]})"));
}

TEST(Schema, IdsAndInstantsSayWhatTheyAre) {
    SchemaBook book;
    EXPECT_EQ(schema<KioskId>(book).at("pattern").as_string(), "^[0-7][0-9A-HJKMNP-TV-Z]{25}$");
    EXPECT_EQ(schema<Instant>(book).at("description").as_string(), "UTC milliseconds since 1970-01-01");
    EXPECT_EQ(schema<LocalDate>(book).at("format").as_string(), "date");
    EXPECT_EQ(boost::json::value(schema<std::int8_t>(book)),
              js(R"({"type": "integer", "minimum": -128, "maximum": 127})"));
    EXPECT_EQ(boost::json::value(schema<std::array<double, 2>>(book)),
              js(R"({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2})"));
    EXPECT_EQ(boost::json::value(schema<std::map<std::string, bool>>(book)),
              js(R"({"type": "object", "additionalProperties": {"type": "boolean"}})"));
    EXPECT_EQ(boost::json::value(schema<boost::json::value>(book)), js("{}"));
}

TEST(Schema, AStructThatHoldsItselfIsDescribedOnce) {
    SchemaBook book;
    schema<Folder>(book);
    EXPECT_EQ(book.components().at("Folder").at("properties").at("folders"),
              js(R"({"type": "array", "items": {"$ref": "#/components/schemas/Folder"}})"));
}

TEST(Schema, TwoTypesOfOneNameAreRefusedUntilOneIsRenamed) {
    SchemaBook book;
    schema<Page>(book);
    EXPECT_THROW(schema<other::Page>(book), std::logic_error);
    EXPECT_EQ(schema<other::NamedPage>(book).at("$ref").as_string(), "#/components/schemas/OtherPage");
}

} // namespace
} // namespace parvis::json
