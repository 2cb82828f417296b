// SPDX-License-Identifier: EUPL-1.2
#include "server/publication/embed_page.hpp"

#include <gtest/gtest.h>

namespace parvis::publication {
namespace {

constexpr char paris[] = "Europe/Paris";
LocalDate const tuesday{2026, 11, 10};

scheduling::PublicSite town_hall() {
    scheduling::PublicSite site;
    site.site_id = SiteId::make(Instant{1});
    site.name = "Mairie <d’Assier>";
    site.commune = "Assier";
    site.address = "1 place \"de l’Église\"";
    site.telephone = "05 36 49 10 06";
    site.days = {{tuesday, {{540, 720}, {840, 1020}}, std::nullopt},
                 {add_days(tuesday, 1), {}, kiosk_protocol::PlainWords{"11 novembre", "Armistice Day"}},
                 {add_days(tuesday, 2), {{540, 720}}, std::nullopt}};
    return site;
}

std::string words(int day, int hour, Language language = Language::fr) {
    auto said = opening_words(town_hall(), paris, to_instant(add_days(tuesday, day), hour * 60, paris),
                              language, text::Catalogue::built_in());
    // Hours do not break at the end of a line.
    for (auto at = said.find("\u00a0"); at != std::string::npos; at = said.find("\u00a0")) {
        said.replace(at, 2, " ");
    }
    return said;
}

TEST(EmbedPage, says_whether_the_counter_is_open_now_and_what_comes_next) {
    EXPECT_EQ(words(0, 8), "Fermé, ouvre à 9 h");
    EXPECT_EQ(words(0, 10), "Ouvert jusqu’à 12 h");
    EXPECT_EQ(words(0, 13), "Fermé, ouvre à 14 h");
    EXPECT_EQ(words(0, 18), "Fermé. Ouvre jeudi à 9 h");
    EXPECT_EQ(words(1, 10), "Fermé aujourd’hui : 11 novembre. Ouvre jeudi à 9 h");
    EXPECT_EQ(words(2, 13), "Fermé.");
    EXPECT_EQ(words(0, 10, Language::en), "Open until 12:00");
}

TEST(EmbedPage, leads_to_the_portal_and_takes_no_markup_from_a_name) {
    scheduling::PublicNetwork network;
    network.name = "Lot & Vienne";
    network.time_zone = paris;
    auto const site = town_hall();
    auto const page = embed_page(network, {site}, "https://rdv.example.fr", to_instant(tuesday, 600, paris),
                                 Language::fr, text::Catalogue::built_in());
    EXPECT_NE(page.find("https://rdv.example.fr/portal/?site=" + site.site_id.text()), std::string::npos);
    EXPECT_NE(page.find("Mairie &lt;d’Assier&gt;"), std::string::npos);
    EXPECT_NE(page.find("Lot &amp; Vienne"), std::string::npos);
    EXPECT_NE(page.find("&quot;de l’Église&quot;"), std::string::npos);
    EXPECT_NE(page.find("tel:0536491006"), std::string::npos);
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<d’"), std::string::npos);
}

} // namespace
} // namespace parvis::publication
