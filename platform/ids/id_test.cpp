// SPDX-License-Identifier: EUPL-1.2
#include "platform/ids/id.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <type_traits>
#include <unordered_set>

namespace parvis {
namespace {

using KioskId = Id<struct KioskTag>;
using SiteId = Id<struct SiteTag>;
static_assert(!std::is_convertible_v<KioskId, SiteId> && !std::is_constructible_v<SiteId, KioskId>);
static_assert(!std::is_convertible_v<std::string, KioskId>);

constexpr Instant noon{1'772'366'400'000};

TEST(Id, HasTwentySixCharactersOfCrockfordsAlphabetAndItsMoment) {
    auto const id = KioskId::make(noon);
    EXPECT_EQ(id.text().size(), 26U);
    EXPECT_TRUE(is_ulid(id.text()));
    EXPECT_EQ(ulid_instant(id.text()), noon);
}

TEST(Id, KnownMomentsHaveKnownFirstCharacters) {
    EXPECT_EQ(make_ulid({0}).substr(0, 10), "0000000000");
    EXPECT_EQ(make_ulid({1'469'918'176'385}).substr(0, 10), "01ARYZ6S41"); // from the ULID specification
    EXPECT_EQ(make_ulid({281'474'976'710'655}).substr(0, 10), "7ZZZZZZZZZ");
}

TEST(Id, LaterIdsSortAfterEarlierOnes) {
    EXPECT_LT(KioskId::make(noon), KioskId::make({noon.ms + 1}));
    EXPECT_LT(KioskId::make({0}), KioskId::make({281'474'976'710'655}));
}

TEST(Id, TenThousandIdsOfOneMillisecondAllDiffer) {
    std::unordered_set<KioskId> ids;
    for (int i = 0; i < 10'000; ++i) {
        ids.insert(KioskId::make(noon));
    }
    EXPECT_EQ(ids.size(), 10'000U);
}

TEST(Id, EveryRandomCharacterVaries) {
    std::vector<std::set<char>> seen(26);
    for (int i = 0; i < 500; ++i) {
        auto const text = make_ulid(noon);
        for (std::size_t c = 10; c < 26; ++c) {
            seen[c].insert(text[c]);
        }
    }
    for (std::size_t c = 10; c < 26; ++c) {
        EXPECT_EQ(seen[c].size(), 32U) << "character " << c;
    }
}

TEST(Id, ReadsBackWhatItWrote) {
    auto const id = KioskId::make(noon);
    EXPECT_EQ(KioskId::parse(id.text()), id);
    std::ostringstream out;
    out << id;
    EXPECT_EQ(out.str(), id.text());
}

TEST(Id, RefusesEverythingThatIsNotOneSpellingOfAUlid) {
    auto const good = KioskId::make(noon).text();
    std::vector<std::string> const bad{"",
                                       good.substr(1),
                                       good + "0",
                                       "8" + good.substr(1),
                                       good.substr(0, 25) + "I",
                                       good.substr(0, 25) + "L",
                                       good.substr(0, 25) + "O",
                                       good.substr(0, 25) + "U",
                                       good.substr(0, 25) + "a",
                                       good.substr(0, 25) + " ",
                                       good.substr(0, 25) + '\0',
                                       good.substr(0, 24) + "\u00E9"};
    for (auto const& text : bad) {
        EXPECT_FALSE(KioskId::parse(text)) << text;
    }
}

TEST(Id, AnIdThatNamesNothingIsEmpty) {
    EXPECT_TRUE(KioskId{}.empty());
    EXPECT_FALSE(KioskId::make(noon).empty());
}

} // namespace
} // namespace parvis
