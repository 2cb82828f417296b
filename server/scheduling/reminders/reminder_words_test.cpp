// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/encode.hpp"
#include "server/scheduling/reminders/reminder_words.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

ToldAppointment odette(MessageKind kind = MessageKind::two_days_before) {
    ToldAppointment told;
    told.kind = kind;
    told.starts_at = {1'772'699'400'000}; // Thursday 5 March 2026, 9:30 in Paris
    told.minutes = 30;
    told.time_zone = "Europe/Paris";
    told.door = Door::kiosk;
    told.first_name = "Odette";
    told.site_name = "Mairie de Bretenoux";
    told.site_address = "Place des Consuls";
    told.site_commune = "Bretenoux";
    told.site_telephone = "05 36 49 10 01";
    told.acronym = "CAF";
    told.partner_name = {"Allocations familiales", "Family benefits"};
    told.motives = {{"Déclarer un changement", "Report a change"}};
    told.papers = {{"votre dernier avis d’impôt", "your last tax notice"},
                   {"une pièce d’identité", "an identity card"}};
    told.code = "K7MF4-PXA9C";
    return told;
}

Letter letter(ToldAppointment const& told) {
    return letter_of(told, text::Catalogue::built_in());
}
std::string short_text(ToldAppointment const& told) {
    return text_message_of(told, text::Catalogue::built_in());
}

TEST(ALetter, says_plainly_when_with_whom_how_where_and_what_to_bring) {
    auto const written = letter(odette());
    EXPECT_EQ(written.subject,
              "Rappel : votre rendez-vous avec Allocations familiales (CAF), jeudi 5 mars 2026 à 9 h 30");
    EXPECT_EQ(written.text,
              "Bonjour Odette,\n\n"
              "Pensez à votre rendez-vous.\n\n"
              "Quand : jeudi 5 mars 2026 à 9 h 30 (environ 30 minutes)\n"
              "Avec : Allocations familiales (CAF)\n"
              "Pour : Déclarer un changement\n"
              "Comment : par écran. La personne apparaît sur un grand écran et vous parle. Il n’y "
              "a rien à taper.\n"
              "Où : Mairie de Bretenoux, Place des Consuls\n\n"
              "Apportez :\n- votre dernier avis d’impôt\n- une pièce d’identité\n\n"
              "Votre code : K7MF4-PXA9C\n"
              "Pour annuler ou changer : appelez le 05 36 49 10 01 et donnez votre code.\n");
}

TEST(ALetter, is_written_in_the_language_of_its_reader) {
    auto told = odette(MessageKind::same_morning);
    told.language = Language::en;
    told.portal_url = "https://rdv.exemple.fr";
    auto const written = letter(told);
    EXPECT_EQ(written.subject, "It is today: your appointment with Family benefits (CAF), at 9:30");
    EXPECT_NE(written.text.find("Bring:\n- your last tax notice\n"), std::string::npos);
    EXPECT_NE(written.text.find("To cancel or change: https://rdv.exemple.fr (give your code), or call "
                                "05 36 49 10 01."),
              std::string::npos);
}

TEST(ALetter, of_a_cancellation_says_not_to_come_and_nothing_of_bringing) {
    auto const written = letter(odette(MessageKind::cancelled));
    EXPECT_NE(written.text.find("est annulé. Ne venez pas."), std::string::npos);
    EXPECT_EQ(written.text.find("Apportez"), std::string::npos);
    EXPECT_EQ(written.text.find("K7MF4"), std::string::npos) << "the code leads nowhere any more";
}

TEST(ATextMessage, is_short_and_says_neither_the_name_nor_why) {
    EXPECT_EQ(
        short_text(odette()),
        "Rappel : rendez-vous avec Allocations familiales (CAF), jeudi 5 mars 2026 à 9 h 30, par écran, à : "
        "Mairie de Bretenoux, Place "
        "des Consuls. Apportez : votre dernier avis d'impôt, une pièce d'identité. Annuler ou changer : "
        "05 36 49 10 01, code K7MF4-PXA9C.");
    EXPECT_EQ(short_text(odette(MessageKind::cancelled)),
              "Annulé : rendez-vous du jeudi 5 mars 2026 à 9 h 30 avec Allocations familiales (CAF). Ne "
              "venez pas.");
}

ToldAppointment from_home(MessageKind kind) {
    auto told = odette(kind);
    told.door = Door::home;
    told.portal_url = portal_address("https://rdv.exemple.fr", kind, told.code);
    told.visit_url = visit_address("https://rdv.exemple.fr", told.door, told.code);
    return told;
}

TEST(AnAppointmentFromHome, is_opened_by_a_link_that_carries_its_code_where_no_server_is_told) {
    auto const kinds = {MessageKind::confirmed, MessageKind::moved, MessageKind::two_days_before,
                        MessageKind::same_morning};
    for (auto const kind : kinds) {
        EXPECT_NE(
            letter(from_home(kind))
                .text.find(
                    "Un peu avant l’heure, ouvrez cette page : https://rdv.exemple.fr/visit/#K7MF4-PXA9C\n"),
            std::string::npos);
        EXPECT_NE(short_text(from_home(kind)).find("Rejoindre : https://rdv.exemple.fr/visit/#K7MF4-PXA9C "),
                  std::string::npos);
    }
    auto told = from_home(MessageKind::two_days_before);
    told.language = Language::en;
    EXPECT_NE(letter(told).text.find(
                  "Shortly before the time, open this page: https://rdv.exemple.fr/visit/#K7MF4-PXA9C\n"),
              std::string::npos);
}

TEST(AnAppointmentFromHome, is_not_opened_while_it_is_only_offered_nor_once_it_is_cancelled) {
    for (auto const kind : {MessageKind::offered, MessageKind::cancelled}) {
        EXPECT_EQ(letter(from_home(kind)).text.find("/visit/"), std::string::npos);
        EXPECT_EQ(short_text(from_home(kind)).find("/visit/"), std::string::npos);
    }
}

TEST(TheAddressOfAVisit, is_beside_the_portal_and_only_for_the_door_home) {
    for (auto const* portal : {"https://rdv.exemple.fr", "https://rdv.exemple.fr/",
                               "https://rdv.exemple.fr/portal", "https://rdv.exemple.fr/portal/"}) {
        EXPECT_EQ(visit_address(portal, Door::home, "K7MF4-PXA9C"),
                  "https://rdv.exemple.fr/visit/#K7MF4-PXA9C");
    }
    EXPECT_EQ(visit_address("https://rdv.exemple.fr", Door::kiosk, "K7MF4-PXA9C"), "");
    EXPECT_EQ(visit_address("https://www.exemple.fr/rendez-vous/", Door::home, "K7MF4-PXA9C"), "")
        << "where the server of a portal under another name is, nobody knows";
    EXPECT_EQ(visit_address("", Door::home, "K7MF4-PXA9C"), "");
}

TEST(Words, are_there_for_every_message_by_every_door_in_both_languages) {
    for (auto const kind : {MessageKind::confirmed, MessageKind::moved, MessageKind::cancelled,
                            MessageKind::two_days_before, MessageKind::same_morning}) {
        for (auto const door : {Door::kiosk, Door::home, Door::telephone, Door::on_site}) {
            for (auto const language : {Language::fr, Language::en}) {
                for (bool const bare : {false, true}) {
                    auto told = odette(kind);
                    told.door = door;
                    told.language = language;
                    if (bare) {
                        told.site_name = told.site_address = told.site_commune = told.site_telephone = "";
                        told.first_name = "";
                        told.motives.clear();
                        told.papers.clear();
                    }
                    auto const written = letter(told);
                    for (auto const& words : {written.subject, written.text, short_text(told)}) {
                        EXPECT_FALSE(words.empty());
                        EXPECT_EQ(words.find('{'), std::string::npos) << words;
                        EXPECT_EQ(words.find("message."), std::string::npos) << words;
                    }
                }
            }
        }
    }
}

} // namespace
} // namespace parvis::scheduling
