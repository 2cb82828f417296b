// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/language.hpp"

#include <gtest/gtest.h>

namespace parvis {
namespace {

TEST(Language, IsKnownByItsPrimaryTag) {
    EXPECT_EQ(parse_language("fr"), Language::fr);
    EXPECT_EQ(parse_language("fr-CA"), Language::fr);
    EXPECT_EQ(parse_language("EN_gb"), Language::en);
    for (auto const* other : {"", "de", "fra", "*", "e"}) {
        EXPECT_FALSE(parse_language(other)) << other;
    }
}

TEST(Language, IsPickedFromWhatTheBrowserAccepts) {
    struct Case {
        char const* header;
        Language expected;
    };
    for (auto const& one : {Case{"", Language::fr},
                            {"en", Language::en},
                            {"fr,en", Language::fr},
                            {"en-GB,en;q=0.9,fr;q=0.8", Language::en},
                            {"de, en;q=0.5", Language::en},
                            {"en;q=0.3, fr;q=0.7", Language::fr},
                            {"fr;q=0, en;q=0.001", Language::en},
                            {"en;q=0", Language::fr},
                            {"de", Language::fr},
                            {"*", Language::fr},
                            {"en; q=1.000", Language::en},
                            {" en ;q=0.8 , fr;q=0.9", Language::fr}}) {
        EXPECT_EQ(language_from_accept(one.header), one.expected) << one.header;
    }
}

TEST(Language, AMalformedHeaderMeansFrench) {
    for (auto const* header :
         {"en;q=2", "en;q=", "en;q=0.12345", "en;quality=1", ";;;,,,", "en;q=-1", "en;q=1.5", "en;q=0x"}) {
        EXPECT_EQ(language_from_accept(header), Language::fr) << header;
    }
}

} // namespace
} // namespace parvis
