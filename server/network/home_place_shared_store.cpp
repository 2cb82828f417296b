// SPDX-License-Identifier: EUPL-1.2
#include "server/network/home_place_shared_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::network {

namespace {

constexpr char select_site[] =
    "SELECT site_id FROM service_offer WHERE group_id = :id ORDER BY site_id LIMIT 1";
constexpr char insert_place[] =
    "INSERT INTO kiosk (kiosk_id, network_id, site_id, room_id, name, at_home)"
    " SELECT :id, r.network_id, r.site_id, r.room_id, 'home', 1 FROM room r WHERE r.site_id = :site"
    " ORDER BY r.room_id LIMIT 1";
constexpr char count_place[] = "SELECT COUNT(*) FROM kiosk WHERE kiosk_id = :id AND at_home = 1";
constexpr char update_ended[] =
    "UPDATE kiosk SET revoked_at = :now WHERE kiosk_id = :id AND at_home = 1 AND revoked_at IS NULL";

} // namespace

std::optional<SiteId> any_site_of(db::Session& session, AdviserGroupId const& group) {
    std::string site;
    session.sql() << select_site, soci::use(group.text()), soci::into(site);
    return session.sql().got_data() ? std::optional(db::id_of<SiteId>(site)) : std::nullopt;
}

bool open_home_place(db::Session& session, KioskId const& place, SiteId const& site) {
    soci::statement st =
        (session.sql().prepare << insert_place, soci::use(place.text()), soci::use(site.text()));
    st.execute(true);
    return db::changed(st) == 1;
}

bool is_home_place(db::Session& session, KioskId const& place) {
    int count = 0;
    session.sql() << count_place, soci::use(place.text()), soci::into(count);
    return count == 1;
}

void end_home_place(db::Session& session, KioskId const& place, Instant now) {
    long long const at = now.ms;
    session.sql() << update_ended, soci::use(at), soci::use(place.text());
}

} // namespace parvis::network
