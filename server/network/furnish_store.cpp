// SPDX-License-Identifier: EUPL-1.2
#include "server/network/furnish_store.hpp"

#include "platform/db/sql.hpp"

namespace parvis::network {
namespace {

constexpr char insert_network[] =
    "INSERT INTO network (network_id, name, time_zone, is_demo) VALUES (:id, :name, :zone, :demo)";
constexpr char insert_subject[] =
    "INSERT INTO subject (network_id, subject, label_fr, label_en, pictogram, importance)"
    " VALUES (:network, :subject, :fr, :en, :pictogram, :importance)";
constexpr char insert_territory[] =
    "INSERT INTO territory (territory_id, network_id, name) VALUES (:id, :network, :name)";
constexpr char insert_site[] =
    "INSERT INTO site (site_id, network_id, territory_id, name, commune, address, telephone)"
    " VALUES (:id, :network, :territory, :name, :commune, :address, :telephone)";
constexpr char insert_site_hours[] = "INSERT INTO site_hours (site_id, weekday, from_minute, to_minute)"
                                     " VALUES (:id, :weekday, :from_minute, :to_minute)";
constexpr char insert_room[] =
    "INSERT INTO room (room_id, network_id, site_id, name) VALUES (:id, :network, :site, :name)";
constexpr char insert_kiosk[] = "INSERT INTO kiosk (kiosk_id, network_id, site_id, room_id, name)"
                                " VALUES (:id, :network, :site, :room, :name)";
constexpr char insert_partner[] = "INSERT INTO partner (partner_id, network_id, acronym, name_fr, name_en)"
                                  " VALUES (:id, :network, :acronym, :fr, :en)";
constexpr char insert_group[] = "INSERT INTO adviser_group (group_id, network_id, partner_id, name)"
                                " VALUES (:id, :network, :partner, :name)";
constexpr char insert_offer[] =
    "INSERT INTO service_offer (offer_id, network_id, site_id, partner_id, group_id, subject)"
    " VALUES (:id, :network, :site, :partner, :group_id, :subject)";
constexpr char insert_offer_window[] = "INSERT INTO offer_window (offer_id, weekday, from_minute, to_minute)"
                                       " VALUES (:id, :weekday, :from_minute, :to_minute)";

void add_periods(db::Session& session, char const* query, std::string const& id,
                 std::vector<kiosk_protocol::OpeningPeriod> const& periods) {
    for (auto const& period : periods) {
        int const weekday = period.weekday;
        int const from = period.from_minute;
        int const to = period.to_minute;
        session.sql() << query, soci::use(id), soci::use(weekday), soci::use(from), soci::use(to);
    }
}

} // namespace

void add_network(db::Session& session, NewNetwork const& network) {
    int const demo = network.is_demo ? 1 : 0;
    session.sql() << insert_network, soci::use(network.network_id.text()), soci::use(network.name),
        soci::use(network.time_zone), soci::use(demo);
}

void add_subject(db::Session& session, NetworkId const& network, NewSubject const& subject) {
    session.sql() << insert_subject, soci::use(network.text()), soci::use(subject.subject),
        soci::use(subject.label.fr), soci::use(subject.label.en), soci::use(subject.pictogram),
        soci::use(subject.importance);
}

void add_territory(db::Session& session, NetworkId const& network, TerritoryId const& territory,
                   std::string const& name) {
    session.sql() << insert_territory, soci::use(territory.text()), soci::use(network.text()),
        soci::use(name);
}

void add_site(db::Session& session, NetworkId const& network, TerritoryId const& territory,
              kiosk_protocol::SiteCard const& site) {
    session.sql() << insert_site, soci::use(site.site_id.text()), soci::use(network.text()),
        soci::use(territory.text()), soci::use(site.name), soci::use(site.commune), soci::use(site.address),
        soci::use(site.telephone);
    add_periods(session, insert_site_hours, site.site_id.text(), site.hours);
}

void add_kiosk(db::Session& session, NetworkId const& network, SiteId const& site, RoomId const& room,
               kiosk_protocol::KioskCard const& kiosk) {
    session.sql() << insert_room, soci::use(room.text()), soci::use(network.text()), soci::use(site.text()),
        soci::use(kiosk.room);
    session.sql() << insert_kiosk, soci::use(kiosk.kiosk_id.text()), soci::use(network.text()),
        soci::use(site.text()), soci::use(room.text()), soci::use(kiosk.name);
}

void add_partner(db::Session& session, NetworkId const& network, NewPartner const& partner) {
    session.sql() << insert_partner, soci::use(partner.partner_id.text()), soci::use(network.text()),
        soci::use(partner.acronym), soci::use(partner.name.fr), soci::use(partner.name.en);
}

void add_group(db::Session& session, NetworkId const& network, PartnerId const& partner,
               AdviserGroupId const& group, std::string const& name) {
    session.sql() << insert_group, soci::use(group.text()), soci::use(network.text()),
        soci::use(partner.text()), soci::use(name);
}

void add_offer(db::Session& session, Offer const& offer) {
    session.sql() << insert_offer, soci::use(offer.offer_id.text()), soci::use(offer.network_id.text()),
        soci::use(offer.site_id.text()), soci::use(offer.partner_id.text()), soci::use(offer.group_id.text()),
        soci::use(offer.subject);
    add_periods(session, insert_offer_window, offer.offer_id.text(), offer.windows);
}

} // namespace parvis::network
