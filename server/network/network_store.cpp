// SPDX-License-Identifier: EUPL-1.2
#include "server/network/network_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "server/network/listing_shared_store.hpp"

namespace parvis::network {
namespace {

constexpr char select_networks[] = "SELECT network_id FROM network ORDER BY network_id";
constexpr char select_sites[] = "SELECT s.site_id, s.name, s.commune, t.name FROM site s JOIN territory t ON "
                                "t.territory_id = s.territory_id"
                                " WHERE s.network_id = :id ORDER BY t.name, s.name";
constexpr char select_kiosks[] =
    "SELECT k.kiosk_id, k.name, r.name, k.site_id, COALESCE(k.paired_at, 0), COALESCE(k.revoked_at, 0)"
    " FROM kiosk k JOIN room r ON r.room_id = k.room_id JOIN site s ON s.site_id = k.site_id"
    " WHERE k.network_id = :id AND k.at_home = 0 ORDER BY s.name, k.name";
constexpr char select_groups[] =
    "SELECT group_id, partner_id, name FROM adviser_group WHERE network_id = :id ORDER BY name";

std::optional<Instant> instant_of(long long ms) {
    return ms == 0 ? std::nullopt : std::optional<Instant>(Instant{ms});
}

std::vector<SiteRow> sites(db::Session& session, std::string const& network) {
    std::vector<SiteRow> found;
    std::string id;
    SiteRow next;
    soci::statement rows = (session.sql().prepare << select_sites, soci::use(network), soci::into(id),
                            soci::into(next.name), soci::into(next.commune), soci::into(next.territory));
    rows.execute();
    while (rows.fetch()) {
        next.site_id = db::id_of<SiteId>(id);
        found.push_back(next);
    }
    return found;
}

std::vector<KioskRow> kiosks(db::Session& session, std::string const& network) {
    std::vector<KioskRow> found;
    std::string id;
    std::string site;
    KioskRow next;
    long long paired_ms = 0;
    long long revoked_ms = 0;
    soci::statement rows =
        (session.sql().prepare << select_kiosks, soci::use(network), soci::into(id), soci::into(next.name),
         soci::into(next.room), soci::into(site), soci::into(paired_ms), soci::into(revoked_ms));
    rows.execute();
    while (rows.fetch()) {
        next.kiosk_id = db::id_of<KioskId>(id);
        next.site_id = db::id_of<SiteId>(site);
        next.paired_at = instant_of(paired_ms);
        next.revoked_at = instant_of(revoked_ms);
        next.paired = next.paired_at && !next.revoked_at;
        found.push_back(next);
    }
    return found;
}

std::vector<GroupRow> groups(db::Session& session, std::string const& network) {
    std::vector<GroupRow> found;
    std::string id;
    std::string partner;
    GroupRow next;
    soci::statement rows = (session.sql().prepare << select_groups, soci::use(network), soci::into(id),
                            soci::into(partner), soci::into(next.name));
    rows.execute();
    while (rows.fetch()) {
        next.group_id = db::id_of<AdviserGroupId>(id);
        next.partner_id = db::id_of<PartnerId>(partner);
        found.push_back(next);
    }
    return found;
}

} // namespace

std::vector<NetworkId> all_networks(db::Session& session) {
    std::vector<NetworkId> found;
    std::string id;
    soci::statement rows = (session.sql().prepare << select_networks, soci::into(id));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(db::id_of<NetworkId>(id));
    }
    return found;
}

Result<NetworkView> network_view(db::Session& session, NetworkId const& network) {
    auto const card = network_card(session, network);
    if (!card) {
        return card.error();
    }
    NetworkView view;
    view.network_id = network;
    view.name = card->name;
    view.is_demo = card->is_demo;
    view.sites = sites(session, network.text());
    view.kiosks = kiosks(session, network.text());
    view.partners = partners_of(session, network);
    view.groups = groups(session, network.text());
    for (auto& subject : subjects_of(session, network)) {
        view.subjects.push_back({std::move(subject.subject), std::move(subject.label)});
    }
    return view;
}

} // namespace parvis::network
