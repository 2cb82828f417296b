// SPDX-License-Identifier: EUPL-1.2
#include "server/network/listing_shared_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::network {

namespace {

constexpr char select_networks[] = "SELECT network_id, name, is_demo, time_zone FROM network ORDER BY name";
constexpr char select_network[] = "SELECT name, is_demo, time_zone FROM network WHERE network_id = :id";
constexpr char select_subjects[] = "SELECT subject, label_fr, label_en, pictogram FROM subject"
                                   " WHERE network_id = :id ORDER BY importance, subject";
constexpr char select_partners[] =
    "SELECT partner_id, acronym, name_fr, name_en FROM partner WHERE network_id = :id ORDER BY acronym";
constexpr char select_partner[] =
    "SELECT partner_id, acronym, name_fr, name_en FROM partner WHERE partner_id = :id";
constexpr char select_sites[] =
    "SELECT site_id FROM site WHERE network_id = :id ORDER BY commune, name, site_id";

std::vector<PartnerRow> partners(db::Session& session, char const* query, std::string const& key) {
    std::vector<PartnerRow> found;
    std::string id;
    PartnerRow next;
    soci::statement rows = (session.sql().prepare << query, soci::use(key), soci::into(id),
                            soci::into(next.acronym), soci::into(next.name.fr), soci::into(next.name.en));
    rows.execute();
    while (rows.fetch()) {
        next.partner_id = db::id_of<PartnerId>(id);
        found.push_back(next);
    }
    return found;
}

} // namespace

std::vector<NetworkCard> networks(db::Session& session) {
    std::vector<NetworkCard> found;
    std::string id;
    int is_demo = 0;
    NetworkCard next;
    soci::statement rows = (session.sql().prepare << select_networks, soci::into(id), soci::into(next.name),
                            soci::into(is_demo), soci::into(next.time_zone));
    rows.execute();
    while (rows.fetch()) {
        next.network_id = db::id_of<NetworkId>(id);
        next.is_demo = is_demo != 0;
        found.push_back(next);
    }
    return found;
}

Result<NetworkCard> network_card(db::Session& session, NetworkId const& network) {
    NetworkCard card;
    int is_demo = 0;
    session.sql() << select_network, soci::use(network.text()), soci::into(card.name), soci::into(is_demo),
        soci::into(card.time_zone);
    if (!session.sql().got_data()) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    card.network_id = network;
    card.is_demo = is_demo != 0;
    return card;
}

std::vector<SubjectCard> subjects_of(db::Session& session, NetworkId const& network) {
    std::vector<SubjectCard> found;
    SubjectCard next;
    soci::statement rows =
        (session.sql().prepare << select_subjects, soci::use(network.text()), soci::into(next.subject),
         soci::into(next.label.fr), soci::into(next.label.en), soci::into(next.pictogram));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(next);
    }
    return found;
}

std::vector<PartnerRow> partners_of(db::Session& session, NetworkId const& network) {
    return partners(session, select_partners, network.text());
}

Result<PartnerRow> partner_row(db::Session& session, PartnerId const& partner) {
    auto found = partners(session, select_partner, partner.text());
    return found.empty() ? fail(ErrorCode::not_found, "partner_unknown")
                         : Result<PartnerRow>(std::move(found.front()));
}

std::vector<SiteId> sites_of(db::Session& session, NetworkId const& network) {
    std::vector<SiteId> found;
    std::string id;
    soci::statement rows = (session.sql().prepare << select_sites, soci::use(network.text()), soci::into(id));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(db::id_of<SiteId>(id));
    }
    return found;
}

} // namespace parvis::network
