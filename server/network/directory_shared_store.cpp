// SPDX-License-Identifier: EUPL-1.2
#include "server/network/directory_shared_store.hpp"

#include "platform/db/once.hpp"
#include "platform/db/row.hpp"

#include <set>

namespace parvis::network {

using kiosk_protocol::OpeningPeriod;
using kiosk_protocol::SiteCard;

namespace {

constexpr char select_site[] =
    "SELECT s.site_id, s.name, s.commune, s.address, s.telephone, n.time_zone"
    " FROM site s JOIN network n ON n.network_id = s.network_id WHERE s.site_id = :site";
constexpr char select_site_hours[] =
    "SELECT weekday, from_minute, to_minute FROM site_hours WHERE site_id = :id"
    " ORDER BY weekday, from_minute";
constexpr char select_offer_windows[] =
    "SELECT weekday, from_minute, to_minute FROM offer_window WHERE offer_id = :id"
    " ORDER BY weekday, from_minute";

// The place of somebody at home has no name: by that people who read of it know it.
std::string const kiosk_columns =
    "SELECT k.kiosk_id, k.network_id, k.site_id, CASE WHEN k.at_home = 1 THEN '' ELSE k.name END, r.name,"
    " CASE WHEN k.public_key IS NOT NULL AND k.revoked_at IS NULL THEN 1 ELSE 0 END"
    " FROM kiosk k JOIN room r ON r.room_id = k.room_id JOIN site s ON s.site_id = k.site_id ";
std::string const select_kiosk = kiosk_columns + "WHERE k.kiosk_id = :id";
std::string const select_kiosks_of_site =
    kiosk_columns + "WHERE k.site_id = :id AND k.at_home = 0 ORDER BY k.name";
std::string const select_kiosks_of_group =
    kiosk_columns + "WHERE k.site_id IN (SELECT o.site_id FROM service_offer o WHERE o.group_id = :id)"
                    " AND k.at_home = 0 ORDER BY s.name, k.name";

std::string const offer_columns =
    "SELECT o.offer_id, o.network_id, o.site_id, o.partner_id, o.group_id, p.acronym, p.name_fr, p.name_en,"
    " o.subject, j.label_fr, j.label_en, j.pictogram"
    " FROM service_offer o JOIN partner p ON p.partner_id = o.partner_id"
    " JOIN subject j ON j.network_id = o.network_id AND j.subject = o.subject ";
std::string const select_offer = offer_columns + "WHERE o.offer_id = :id";
std::string const select_offers_at_site =
    offer_columns + "WHERE o.site_id = :id ORDER BY j.importance, o.subject, p.acronym, o.offer_id";

constexpr char select_groups_of[] =
    "SELECT group_id FROM adviser_group_member WHERE account_id = :id ORDER BY group_id";

std::vector<OpeningPeriod> periods(db::Session& session, char const* query, std::string const& id) {
    std::vector<OpeningPeriod> found;
    int weekday = 0;
    int from = 0;
    int to = 0;
    soci::statement rows = (session.sql().prepare << query, soci::use(id), soci::into(weekday),
                            soci::into(from), soci::into(to));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({weekday, from, to});
    }
    return found;
}

std::vector<KioskPlace> kiosks(db::Session& session, std::string const& query, std::string const& id) {
    std::vector<KioskPlace> found;
    std::string kiosk;
    std::string network;
    std::string site;
    std::string name;
    std::string room;
    int paired = 0;
    soci::statement rows =
        (session.sql().prepare << query, soci::use(id), soci::into(kiosk), soci::into(network),
         soci::into(site), soci::into(name), soci::into(room), soci::into(paired));
    rows.execute();
    while (rows.fetch()) {
        KioskPlace place;
        place.network_id = db::id_of<NetworkId>(network);
        place.kiosk = {db::id_of<KioskId>(kiosk), name, room};
        place.site.site_id = db::id_of<SiteId>(site);
        place.paired = paired != 0;
        found.push_back(std::move(place));
    }
    for (auto& place : found) {
        place.site = site_card(session, place.site.site_id).value();
    }
    return found;
}

std::vector<Offer> offers(db::Session& session, std::string const& query, std::string const& id) {
    std::vector<Offer> found;
    std::string offer_id;
    std::string network;
    std::string site;
    std::string partner;
    std::string group;
    Offer next;
    soci::statement rows =
        (session.sql().prepare << query, soci::use(id), soci::into(offer_id), soci::into(network),
         soci::into(site), soci::into(partner), soci::into(group), soci::into(next.partner.acronym),
         soci::into(next.partner.name.fr), soci::into(next.partner.name.en), soci::into(next.subject),
         soci::into(next.subject_label.fr), soci::into(next.subject_label.en), soci::into(next.pictogram));
    rows.execute();
    while (rows.fetch()) {
        next.offer_id = db::id_of<OfferId>(offer_id);
        next.network_id = db::id_of<NetworkId>(network);
        next.site_id = db::id_of<SiteId>(site);
        next.partner_id = db::id_of<PartnerId>(partner);
        next.group_id = db::id_of<AdviserGroupId>(group);
        found.push_back(next);
    }
    for (auto& offer : found) {
        offer.windows = periods(session, select_offer_windows, offer.offer_id.text());
    }
    return found;
}

} // namespace

Result<SiteCard> site_card(db::Session& session, SiteId const& site) {
    SiteCard card;
    std::string id;
    session.sql() << select_site, soci::use(site.text()), soci::into(id), soci::into(card.name),
        soci::into(card.commune), soci::into(card.address), soci::into(card.telephone),
        soci::into(card.time_zone);
    if (!session.sql().got_data()) {
        return fail(ErrorCode::not_found, "site_unknown");
    }
    card.site_id = site;
    card.hours = periods(session, select_site_hours, site.text());
    return card;
}

Result<KioskPlace> place_of_kiosk(db::Session& session, KioskId const& kiosk) {
    auto found = kiosks(session, select_kiosk, kiosk.text());
    if (found.empty()) {
        return fail(ErrorCode::not_found, "kiosk_unknown");
    }
    return std::move(found.front());
}

std::vector<KioskPlace> kiosks_of_site(db::Session& session, SiteId const& site) {
    return kiosks(session, select_kiosks_of_site, site.text());
}

std::vector<KioskPlace> kiosks_served_by(db::Session& session, std::vector<AdviserGroupId> const& groups) {
    std::vector<KioskPlace> served;
    std::set<KioskId> seen;
    for (auto const& group : groups) {
        for (auto& place : kiosks(session, select_kiosks_of_group, group.text())) {
            if (seen.insert(place.kiosk.kiosk_id).second) {
                served.push_back(std::move(place));
            }
        }
    }
    return served;
}

std::vector<Offer> offers_at_site(db::Session& session, SiteId const& site) {
    return offers(session, select_offers_at_site, site.text());
}

Result<Offer> offer(db::Session& session, OfferId const& offer) {
    auto found = offers(session, select_offer, offer.text());
    if (found.empty()) {
        return fail(ErrorCode::not_found, "offer_unknown");
    }
    return std::move(found.front());
}

std::vector<AdviserGroupId> groups_of(db::Session& session, AccountId const& adviser) {
    std::vector<AdviserGroupId> groups;
    std::string group;
    auto rows = db::once(session, select_groups_of, soci::use(adviser.text()), soci::into(group));
    rows.execute();
    while (rows.fetch()) {
        groups.push_back(db::id_of<AdviserGroupId>(group));
    }
    return groups;
}

} // namespace parvis::network
