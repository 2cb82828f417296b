// SPDX-License-Identifier: EUPL-1.2
#include "platform/text/folding.hpp"

#include <gtest/gtest.h>

namespace parvis::text {
namespace {

TEST(Folding, forgets_accents_capitals_and_what_stands_between_words) {
    EXPECT_EQ(fold("Élodie-Anne"), "elodie anne");
    EXPECT_EQ(fold("  JOSÉ\t"), "jose");
    EXPECT_EQ(fold("Œdipe ½"), fold("œdipe ½"));
    EXPECT_EQ(fold("--"), "");
    EXPECT_EQ(fold("K7MF4-PXA9C"), "k7mf4 pxa9c");
}

TEST(Folding, does_not_stumble_over_bytes_that_are_no_text) {
    EXPECT_EQ(fold("a\xff\xfe"
                   "b"),
              "a b");
}

TEST(Folding, finds_the_beginning_of_any_word) {
    EXPECT_TRUE(has_word_beginning_with(fold("Marie-Élise"), fold("éli")));
    EXPECT_TRUE(has_word_beginning_with(fold("Marie-Élise"), fold("marie e")));
    EXPECT_FALSE(has_word_beginning_with(fold("Marie"), fold("arie")));
}

} // namespace
} // namespace parvis::text
