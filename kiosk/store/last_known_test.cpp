// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/last_known.hpp"
#include "kiosk/store/test_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace parvis::kiosk {
namespace {

using namespace kiosk_protocol;

LastKnown some_place() {
    Instant const now{1'700'000'000'000};
    LastKnown known;
    known.kiosk = {KioskId::make(now), "Borne 1", "Bureau 2"};
    known.site = {SiteId::make(now), "Mairie de Biars", "Biars-sur-Cère", "1 place de la Mairie",
                  "05 65 00 00 00",  "Europe/Paris",    {{1, 540, 720}}};
    known.tiles = {{"retirement", {"Ma retraite", "My pension"}, "retirement", {}}};
    return known;
}

TEST(LastKnown, tells_place_hours_and_telephone_after_a_restart) {
    TestFolder const folder;
    auto const file = folder.path() / "last-known.json";
    auto const saved = some_place();
    ASSERT_TRUE(save_last_known(file, saved));
    auto const found = load_last_known(file);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->kiosk.kiosk_id, saved.kiosk.kiosk_id);
    EXPECT_EQ(found->site.telephone, "05 65 00 00 00");
    ASSERT_EQ(found->site.hours.size(), 1U);
    EXPECT_EQ(found->site.hours.front().from_minute, 540);
    ASSERT_EQ(found->tiles.size(), 1U);
    EXPECT_EQ(found->tiles.front().label.fr, "Ma retraite");
}

TEST(LastKnown, that_is_damaged_does_not_keep_the_kiosk_from_opening) {
    TestFolder const folder;
    auto const file = folder.path() / "last-known.json";
    std::ofstream(file) << "{\"kiosk\":";
    EXPECT_FALSE(load_last_known(file));
    EXPECT_FALSE(load_last_known(folder.path() / "never-written.json"));
}

} // namespace
} // namespace parvis::kiosk
