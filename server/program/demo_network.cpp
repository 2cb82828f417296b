// SPDX-License-Identifier: EUPL-1.2
#include "server/program/demo_network.hpp"

#include "platform/db/sql.hpp"
#include "server/network/furnish_store.hpp"
#include "server/program/demo_planning.hpp"

#include <array>
#include <map>

namespace parvis {
namespace {

using identity::Role;
using kiosk_protocol::OpeningPeriod;

// 24 hours over 5 days: the example that satisfies the label.
std::vector<OpeningPeriod> const town_hall_hours = {{1, 540, 720}, {1, 840, 1020}, {2, 540, 720},
                                                    {3, 540, 720}, {3, 840, 1080}, {4, 600, 720},
                                                    {5, 540, 720}, {5, 840, 1020}};

struct DemoSite {
    char const* territory;
    char const* commune;
    char const* name;
    char const* address;
    char const* telephone;
};
constexpr std::array demo_sites = {
    DemoSite{"Cère et Dordogne", "Bretenoux", "Mairie de Bretenoux", "Place des Consuls", "05 36 49 10 01"},
    DemoSite{"Quercy Bouriane", "Gourdon", "Espace public de Gourdon", "Place Saint-Pierre",
             "05 36 49 10 02"},
    DemoSite{"Pays de Salviac", "Salviac", "Maison communautaire de Salviac", "Place de la Mairie",
             "05 36 49 10 03"},
    DemoSite{"Catus", "Catus", "CIAS de Catus", "Place de l’Église", "05 36 49 10 04"},
    DemoSite{"Haut Ségala", "Latronquière", "Cyber-base de Latronquière", "Avenue de la Gare",
             "05 36 49 10 05"},
    DemoSite{"Haut Quercy", "Assier", "Mairie d’Assier", "Place de l’Église", "05 36 49 10 06"},
    DemoSite{"Montmorillonnais", "L’Isle-Jourdain", "Mairie de L’Isle-Jourdain", "Place d’Armes",
             "05 36 49 10 07"},
    DemoSite{"Montmorillonnais", "Saint-Savin", "Mairie de Saint-Savin", "Place de la Libération",
             "05 36 49 10 08"},
    DemoSite{"Montmorillonnais", "Usson-du-Poitou", "Mairie d’Usson-du-Poitou", "Place de l’Hôtel-de-Ville",
             "05 36 49 10 09"},
    DemoSite{"Montmorillonnais", "La Trimouille", "Mairie de La Trimouille", "Place de l’Hôtel-de-Ville",
             "05 36 49 10 10"},
    DemoSite{"Montmorillonnais", "Availles-Limouzine", "Mairie d’Availles-Limouzine", "Place Gambetta",
             "05 36 49 10 11"},
    DemoSite{"Ouest Limousin", "Oradour-sur-Vayres", "Mairie d’Oradour-sur-Vayres", "Place du 8-Mai",
             "05 36 49 10 12"},
    DemoSite{"Ouest Limousin", "Châlus", "Mairie de Châlus", "Avenue François-Mitterrand", "05 36 49 10 13"},
};

// A demonstration must work at any hour: most bodies answer around the clock, two keep believable windows so
// that the closed state and "opens at" are seen too.
enum class Answers { always, tuesday_and_thursday_morning, wednesday_morning };

struct DemoBody {
    char const* acronym;
    char const* name_fr;
    char const* name_en;
    char const* subject;
    char const* pictogram;
    char const* label_fr;
    char const* label_en;
    Answers answers;
};
constexpr std::array demo_bodies = {
    DemoBody{"Carsat", "Assurance retraite", "State pension office", "retirement", "retirement",
             "Ma retraite", "My pension", Answers::tuesday_and_thursday_morning},
    DemoBody{"CAF", "Caisse d’allocations familiales", "Family benefits office", "family", "family",
             "Ma famille, mes aides", "My family, my benefits", Answers::always},
    DemoBody{"CPAM", "Assurance maladie", "Health insurance", "health", "health", "Ma santé", "My health",
             Answers::always},
    DemoBody{"France Travail", "France Travail, le service de l’emploi", "Employment service", "work", "work",
             "Mon travail", "My work", Answers::always},
    DemoBody{"MSA", "Mutualité sociale agricole", "Farmers’ social fund", "farming", "farming",
             "Je suis agriculteur", "I am a farmer", Answers::wednesday_morning},
    DemoBody{"Mission Locale", "Mission Locale, pour les 16-25 ans", "Youth office, for ages 16 to 25",
             "youth", "young_people", "J’ai entre 16 et 25 ans", "I am 16 to 25", Answers::always},
};

struct DemoPerson {
    char const* email;
    char const* name;
    char const* what;
    Role role;
    char const* body;    // acronym, for advisers and managers of a body
    char const* commune; // for mediators
};
constexpr std::array demo_people = {
    DemoPerson{"camille@caf.demo.fr", "Camille Vidal", "conseillère, CAF", Role::adviser, "CAF", ""},
    DemoPerson{"hugo@caf.demo.fr", "Hugo Marty", "conseiller, CAF", Role::adviser, "CAF", ""},
    DemoPerson{"nadia@cpam.demo.fr", "Nadia Ferrand", "conseillère, CPAM", Role::adviser, "CPAM", ""},
    DemoPerson{"pierre@carsat.demo.fr", "Pierre Delmas", "conseiller, Carsat", Role::adviser, "Carsat", ""},
    DemoPerson{"lucie@msa.demo.fr", "Lucie Bouyssou", "conseillère, MSA", Role::adviser, "MSA", ""},
    DemoPerson{"karim@travail.demo.fr", "Karim Saïd", "conseiller, France Travail", Role::adviser,
               "France Travail", ""},
    DemoPerson{"ines@mission.demo.fr", "Inès Roques", "conseillère, Mission Locale", Role::adviser,
               "Mission Locale", ""},
    DemoPerson{"responsable@caf.demo.fr", "Mathilde Aubrac", "responsable du planning, CAF",
               Role::partner_manager, "CAF", ""},
    DemoPerson{"coordination@reseau.demo.fr", "Jeanne Rigal", "coordinatrice du réseau", Role::coordinator,
               "", ""},
    DemoPerson{"sylvie@bretenoux.demo.fr", "Sylvie Lacam", "médiatrice, Bretenoux", Role::mediator, "",
               "Bretenoux"},
    DemoPerson{"paul@gourdon.demo.fr", "Paul Cassan", "médiateur, Gourdon", Role::mediator, "", "Gourdon"},
    DemoPerson{"tech@reseau.demo.fr", "Alex Roux", "technicien du réseau", Role::technician, "", ""},
    DemoPerson{"admin@reseau.demo.fr", "Dominique Faure", "administratrice du réseau", Role::administrator,
               "", ""},
};

std::vector<OpeningPeriod> windows(Answers answers) {
    switch (answers) {
    case Answers::tuesday_and_thursday_morning:
        return {{2, 540, 720}, {4, 540, 720}};
    case Answers::wednesday_morning:
        return {{3, 510, 630}};
    case Answers::always:
        break;
    }
    std::vector<OpeningPeriod> week;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        week.push_back({weekday, 0, 1440});
    }
    return week;
}

bool has_network(db::Session& session) {
    long long count = 0;
    session.sql() << "SELECT COUNT(*) FROM network", soci::into(count);
    return count > 0;
}

void add_bodies(db::Session& session, DemoPlaces& furnished, Instant now) {
    int importance = 0;
    for (auto const& body : demo_bodies) {
        auto const partner = PartnerId::make(now);
        auto const group = network::AdviserGroupId::make(now);
        network::add_subject(session, furnished.network,
                             {body.subject, {body.label_fr, body.label_en}, body.pictogram, ++importance});
        network::add_partner(session, furnished.network,
                             {partner, body.acronym, {body.name_fr, body.name_en}});
        network::add_group(session, furnished.network, partner, group, body.acronym);
        furnished.partners.emplace(body.acronym, partner);
        furnished.groups.emplace(body.acronym, group);
    }
}

void add_sites(db::Session& session, DemoPlaces& furnished, Instant now) {
    std::map<std::string, network::TerritoryId> territories;
    for (auto const& site : demo_sites) {
        auto const [territory, is_new] =
            territories.try_emplace(site.territory, network::TerritoryId::make(now));
        if (is_new) {
            network::add_territory(session, furnished.network, territory->second, site.territory);
        }
        auto const site_id = SiteId::make(now);
        network::add_site(session, furnished.network, territory->second,
                          {site_id, site.name, site.commune, site.address, site.telephone, "Europe/Paris",
                           town_hall_hours});
        network::add_kiosk(
            session, furnished.network, site_id, network::RoomId::make(now),
            {KioskId::make(now), "Borne de " + std::string(site.commune), "Espace confidentiel"});
        furnished.sites.emplace(site.commune, site_id);
        for (auto const& body : demo_bodies) {
            network::Offer offer;
            offer.offer_id = OfferId::make(now);
            offer.network_id = furnished.network;
            offer.site_id = site_id;
            offer.partner_id = furnished.partners.at(body.acronym);
            offer.group_id = furnished.groups.at(body.acronym);
            offer.subject = body.subject;
            offer.windows = windows(body.answers);
            network::add_offer(session, offer);
        }
    }
}

Result<void> add_people(identity::AccountService& accounts, DemoPlaces const& furnished) {
    for (auto const& person : demo_people) {
        identity::NewAccount account{person.email,  person.name,       "fr",
                                     demo_password, furnished.network, person.role,
                                     std::nullopt,  std::nullopt,      {}};
        if (*person.body != '\0') {
            account.partner_id = furnished.partners.at(person.body);
        }
        if (person.role == Role::adviser) {
            account.group_ids = {furnished.groups.at(person.body)};
        }
        if (person.role == Role::mediator) {
            account.site_id = furnished.sites.at(person.commune);
        }
        if (auto const made = accounts.create_from_console(account);
            !made && made.error().reason != "email_taken") {
            return made.error();
        }
    }
    return {};
}

} // namespace

Result<std::vector<DemoAccount>> furnish_demo(db::Database& database, identity::AccountService& accounts,
                                              Clock const& clock) {
    auto const furnished = database.write([&](db::Session& session) -> Result<std::optional<DemoPlaces>> {
        if (has_network(session)) {
            return std::optional<DemoPlaces>();
        }
        DemoPlaces made;
        auto const now = clock.now();
        made.network = NetworkId::make(now);
        network::add_network(session, {made.network, "Réseau de démonstration Lot, Vienne, Haute-Vienne",
                                       "Europe/Paris", true});
        add_bodies(session, made, now);
        add_sites(session, made, now);
        add_demo_planning(session, made, now);
        return std::optional<DemoPlaces>(std::move(made));
    });
    if (!furnished) {
        return furnished.error();
    }
    if (*furnished) {
        if (auto const added = add_people(accounts, **furnished); !added) {
            return added.error();
        }
    }
    std::vector<DemoAccount> people;
    people.reserve(demo_people.size());
    for (auto const& person : demo_people) {
        people.push_back({person.email, person.what});
    }
    return people;
}

} // namespace parvis
