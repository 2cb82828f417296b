// SPDX-License-Identifier: EUPL-1.2
#include "server/poster/poster.hpp"

#include <gtest/gtest.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>

namespace parvis::poster {
namespace {

scheduling::PublicNetwork lot() {
    scheduling::PublicNetwork network;
    network.name = "Réseau du Lot";
    network.subjects = {{"health", {"Ma santé", "My health"}, "health"},
                        {"taxes", {"Mes impôts", "My taxes"}, "taxes"},
                        {"work", {"Mon travail", "My work"}, "no_such_drawing"}};
    for (auto const* subject : {"health", "work"}) {
        scheduling::MotiveCard motive;
        motive.subject = subject;
        network.motives.push_back(motive);
    }
    network.bodies = {{PartnerId::make(Instant{1}), "CPAM", {"Assurance maladie", "Health insurance"}},
                      {PartnerId::make(Instant{2}), "FT", {"France Travail", "France Travail"}}};
    return network;
}

scheduling::PublicSite bretenoux() {
    scheduling::PublicSite site;
    site.site_id = SiteId::make(Instant{1});
    site.name = "Mairie de Bretenoux";
    site.commune = "Bretenoux";
    site.address = "Place des Consuls";
    site.telephone = "05 36 49 10 01";
    for (int weekday = 1; weekday <= 5; ++weekday) {
        site.hours.push_back({weekday, 840, 1050});
        site.hours.push_back({weekday, 540, 720});
    }
    site.hours.erase(site.hours.begin() + 2); // Tuesday afternoon
    return site;
}

PosterSheet sheet(Language language = Language::fr) {
    return words_of(lot(), bretenoux(), language, "https://parvis.example/portal/?site=1",
                    text::Catalogue::built_in());
}

TEST(Poster, names_what_one_may_come_for_and_nothing_that_is_not_offered) {
    auto const words = sheet();
    ASSERT_EQ(words.subjects.size(), 2u);
    EXPECT_EQ(words.subjects[0].label, "Ma santé");
    EXPECT_EQ(words.subjects[1].label, "Mon travail");
    EXPECT_EQ(words.bodies, "CPAM · FT");
    EXPECT_EQ(sheet(Language::en).subjects[0].label, "My health");
}

TEST(Poster, tells_the_usual_week_with_equal_days_together) {
    auto const rows = sheet().hours;
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].days, "Lundi");
    EXPECT_NE(rows[0].hours.find(" · "), std::string::npos) << "morning first, then the afternoon";
    EXPECT_EQ(rows[1].days, "Mardi");
    EXPECT_EQ(rows[2].days, "Mercredi à vendredi");
    EXPECT_EQ(rows[2].hours, rows[0].hours);
    EXPECT_EQ(rows[3].days, "Samedi à dimanche");
    EXPECT_EQ(rows[3].hours, "fermé");
}

TEST(Poster, is_one_sheet_of_the_size_asked_for_with_its_fonts_inside_and_its_language_told) {
    struct Size {
        Paper paper;
        double width, height;
    };
    for (auto const& [paper, width, height] : {Size{Paper::a4, 595.3, 841.9}, Size{Paper::a3, 841.9, 1190.6},
                                               Size{Paper::leaflet, 841.9, 595.3}}) {
        auto const bytes = poster_pdf(sheet(), paper);
        QPDF pdf;
        pdf.processMemoryFile("poster", bytes.data(), bytes.size());
        auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
        ASSERT_EQ(pages.size(), 1u);
        auto const box = pages[0].getMediaBox().getArrayAsRectangle();
        EXPECT_NEAR(box.urx - box.llx, width, 0.5);
        EXPECT_NEAR(box.ury - box.lly, height, 0.5);
        EXPECT_EQ(pdf.getRoot().getKey("/Lang").getStringValue(), "fr");
        int embedded = 0;
        for (auto& object : pdf.getAllObjects()) {
            if (object.isDictionary() && object.hasKey("/FontName")) {
                EXPECT_TRUE(object.hasKey("/FontFile") || object.hasKey("/FontFile2") ||
                            object.hasKey("/FontFile3"));
                ++embedded;
            }
        }
        EXPECT_GT(embedded, 0);
        EXPECT_LT(bytes.size(), 300'000u);
    }
}

} // namespace
} // namespace parvis::poster
