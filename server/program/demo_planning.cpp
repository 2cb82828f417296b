// SPDX-License-Identifier: EUPL-1.2
#include "server/program/demo_planning.hpp"

#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/opening/calendar_store.hpp"
#include "server/scheduling/supply/supply_store.hpp"

#include <array>
#include <vector>

namespace parvis {
namespace {

using scheduling::Modality;

struct DemoPosition {
    char const* commune;
    long long latitude_microdegrees;
    long long longitude_microdegrees;
};
constexpr std::array demo_positions = {
    DemoPosition{"Bretenoux", 44'914'700, 1'838'100},
    DemoPosition{"Gourdon", 44'737'500, 1'383'600},
    DemoPosition{"Salviac", 44'681'900, 1'265'000},
    DemoPosition{"Catus", 44'559'200, 1'336'400},
    DemoPosition{"Latronquière", 44'799'700, 2'080'300},
    DemoPosition{"Assier", 44'675'600, 1'879'700},
    DemoPosition{"L’Isle-Jourdain", 46'233'600, 686'400},
    DemoPosition{"Saint-Savin", 46'566'100, 866'400},
    DemoPosition{"Usson-du-Poitou", 46'278'900, 525'300},
    DemoPosition{"La Trimouille", 46'464'700, 1'041'400},
    DemoPosition{"Availles-Limouzine", 46'121'900, 653'100},
    DemoPosition{"Châlus", 45'656'100, 981'700},
    DemoPosition{"Oradour-sur-Vayres", 45'733'100, 866'100},
};

using Words = kiosk_protocol::PlainWords;
struct DemoMotive {
    char const* body;
    char const* subject;
    Words label;
    char const* acronym;
    int minutes;
    std::vector<Words> papers;
    std::vector<Modality> modalities;
};

Words const proof_of_identity{"Une pièce d’identité", "Proof of identity"};
Words const bank{"Un relevé d’identité bancaire (RIB)", "Your bank details (RIB)"};
Words const tax{"Votre dernier avis d’impôt", "Your last tax notice"};
Words const career{"Votre relevé de carrière", "Your career statement"};
Words const beneficiary_number{"Votre numéro d’allocataire", "Your beneficiary number"};
Words const curriculum{"Votre CV, si vous en avez un", "Your CV, if you have one"};

std::vector const booked{Modality::appointment};
std::vector const windows{Modality::time_window, Modality::appointment};
std::vector const sessions{Modality::half_day_session, Modality::appointment};

std::vector<DemoMotive> of_family_and_health() {
    return {
        {"CAF",
         "family",
         {"Demander une aide pour mon loyer", "Ask for help with my rent"},
         "APL",
         20,
         {proof_of_identity, {"Votre bail ou une quittance de loyer", "Your lease or a rent receipt"}, bank},
         windows},
        {"CAF",
         "family",
         {"Dire que ma situation a changé", "Say that my situation has changed"},
         "",
         20,
         {beneficiary_number, {"Le papier qui montre le changement", "The paper that shows the change"}},
         windows},
        {"CAF",
         "family",
         {"Comprendre mon revenu de solidarité", "Understand my minimum income"},
         "RSA",
         20,
         {beneficiary_number,
          {"Vos bulletins de salaire des trois derniers mois", "Your pay slips of the last three months"}},
         windows},
        {"CPAM",
         "health",
         {"Payer moins cher mes soins", "Pay less for my care"},
         "C2S",
         20,
         {proof_of_identity, tax},
         booked},
        {"CPAM",
         "health",
         {"Refaire ma carte Vitale", "Renew my health card"},
         "",
         15,
         {proof_of_identity, {"Une photo d’identité", "A photograph of yourself"}},
         booked},
    };
}

std::vector<DemoMotive> of_pensions() {
    return {
        {"Carsat",
         "retirement",
         {"Choisir ma date de départ", "Choose when to retire"},
         "",
         30,
         {proof_of_identity, career},
         booked},
        {"Carsat",
         "retirement",
         {"Vérifier mes années de travail", "Check my years of work"},
         "RIS",
         30,
         {career,
          {"Vos bulletins de salaire des années qui manquent", "Your pay slips of the missing years"}},
         booked},
        {"Carsat",
         "retirement",
         {"Toucher la retraite de mon conjoint décédé", "Receive my late spouse’s pension"},
         "Réversion",
         45,
         {proof_of_identity,
          {"Votre livret de famille", "Your family record book"},
          {"L’acte de décès", "The death certificate"},
          tax,
          bank},
         booked},
        {"MSA",
         "farming",
         {"Préparer ma retraite agricole", "Prepare my farming pension"},
         "",
         30,
         {proof_of_identity, career},
         booked},
        {"MSA",
         "farming",
         {"Être aidé dans un moment difficile", "Get help in hard times"},
         "",
         30,
         {tax},
         booked},
    };
}

std::vector<DemoMotive> of_work() {
    return {
        {"France Travail",
         "work",
         {"M’inscrire parce que j’ai perdu mon travail", "Register after losing my job"},
         "",
         30,
         {proof_of_identity, {"L’attestation de votre employeur", "Your employer’s certificate"}, bank},
         sessions},
        {"France Travail",
         "work",
         {"Faire le point sur ma recherche", "Review my search for work"},
         "",
         20,
         {curriculum},
         sessions},
        {"Mission Locale",
         "youth",
         {"Trouver une formation ou un emploi", "Find training or a job"},
         "",
         30,
         {proof_of_identity, curriculum},
         windows},
        {"Mission Locale",
         "youth",
         {"Être accompagné et payé pendant ma recherche", "Get support and pay while I search"},
         "CEJ",
         30,
         {proof_of_identity, tax, bank},
         windows},
    };
}

struct DemoLeg {
    std::vector<char const*> communes; // none: all
    int from_minute;
    int to_minute;
};
struct DemoSupply {
    char const* body;
    Modality modality;
    char const* rule;
    std::vector<DemoLeg> legs;
    int slot_minutes;
    int advisers;
    int walk_in_percent;
};

std::vector<DemoSupply> demo_supply() {
    return {
        {"Carsat", Modality::appointment, "FREQ=WEEKLY;BYDAY=TU,TH", {{{}, 540, 720}}, 30, 2, 0},
        {"MSA", Modality::appointment, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", {{{}, 510, 630}}, 30, 1, 0},
        {"CPAM", Modality::appointment, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", {{{}, 540, 720}}, 20, 2, 25},
        {"CAF", Modality::time_window, "FREQ=WEEKLY;BYDAY=MO,FR", {{{}, 540, 720}}, 20, 2, 60},
        // The adviser who is in one town until 10:30 and in the next one from then on.
        {"CAF",
         Modality::time_window,
         "FREQ=WEEKLY;BYDAY=WE",
         {{{"Bretenoux"}, 510, 630}, {{"Gourdon"}, 630, 750}},
         20,
         1,
         50},
        {"Mission Locale", Modality::time_window, "FREQ=WEEKLY;BYDAY=WE", {{{}, 840, 1080}}, 30, 1, 100},
        {"France Travail",
         Modality::half_day_session,
         "FREQ=WEEKLY;BYDAY=MO",
         {{{"Bretenoux", "Gourdon", "Assier"}, 840, 1020}},
         20,
         1,
         20},
        {"France Travail",
         Modality::half_day_session,
         "FREQ=MONTHLY;BYDAY=1TH",
         {{{"L’Isle-Jourdain", "Saint-Savin", "Usson-du-Poitou", "La Trimouille"}, 600, 720}},
         20,
         1,
         20},
    };
}

void add_positions(db::Session& session, DemoPlaces const& places) {
    for (auto const& position : demo_positions) {
        scheduling::locate_site(session,
                                {places.sites.at(position.commune), position.latitude_microdegrees,
                                 position.longitude_microdegrees},
                                scheduling::HolidayRegion::metropole);
    }
}

void add_motives(db::Session& session, DemoPlaces const& places, std::vector<DemoMotive> const& motives,
                 Instant now) {
    for (auto const& each : motives) {
        scheduling::Motive motive;
        motive.motive_id = scheduling::MotiveId::make(now);
        motive.network_id = places.network;
        motive.partner_id = places.partners.at(each.body);
        motive.subject = each.subject;
        motive.label = each.label;
        motive.acronym = each.acronym;
        motive.duration_minutes = each.minutes;
        motive.papers = each.papers;
        motive.notice_least_minutes = 60;
        motive.notice_most_days = 60;
        motive.cancellation_limit_minutes = 60;
        motive.modalities = each.modalities;
        scheduling::save_motive(session, motive);
    }
}

std::vector<scheduling::Leg> legs_of(DemoSupply const& each, DemoPlaces const& places) {
    std::vector<scheduling::Leg> legs;
    for (auto const& demo_leg : each.legs) {
        auto& leg = legs.emplace_back(scheduling::Leg{{}, demo_leg.from_minute, demo_leg.to_minute});
        for (auto const* commune : demo_leg.communes) {
            leg.sites.push_back(places.sites.at(commune));
        }
        if (demo_leg.communes.empty()) {
            for (auto const& [commune, site] : places.sites) {
                leg.sites.push_back(site);
            }
        }
    }
    return legs;
}

void add_supply(db::Session& session, DemoPlaces const& places, Instant now) {
    auto const today = to_local(now, "Europe/Paris").date();
    auto const monday = add_days(today, 1 - weekday(today));
    for (auto const& each : demo_supply()) {
        scheduling::Supply supply;
        supply.supply_id = scheduling::SupplyId::make(now);
        supply.network_id = places.network;
        supply.partner_id = places.partners.at(each.body);
        supply.group_id = places.groups.at(each.body);
        supply.modality = each.modality;
        supply.recurrence = {monday, each.rule, {}};
        supply.legs = legs_of(each, places);
        supply.slot_minutes = each.slot_minutes;
        supply.advisers = each.advisers;
        supply.walk_in_percent = each.walk_in_percent;
        scheduling::insert_supply(session, supply, {});
    }
}

} // namespace

void add_demo_planning(db::Session& session, DemoPlaces const& places, Instant now) {
    add_positions(session, places);
    for (auto const& motives : {of_family_and_health(), of_pensions(), of_work()}) {
        add_motives(session, places, motives, now);
    }
    add_supply(session, places, now);
}

} // namespace parvis
