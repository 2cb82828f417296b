// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/calendar_shared_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/scheduling/opening/calendar_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"

namespace parvis::scheduling {
namespace {

constexpr char select_region[] = "SELECT holiday_region FROM site WHERE site_id = :id";
constexpr char select_kiosks[] =
    "SELECT kiosk_id, room_id, preparation_minutes FROM kiosk"
    " WHERE site_id = :id AND at_home = 0 AND revoked_at IS NULL ORDER BY name, kiosk_id";
constexpr char select_positions[] =
    "SELECT site_id, latitude_microdegrees, longitude_microdegrees FROM site WHERE network_id = :id"
    " AND latitude_microdegrees IS NOT NULL AND longitude_microdegrees IS NOT NULL ORDER BY site_id";

std::vector<OpenKiosk> kiosks_of(db::Session& session, SiteId const& site) {
    std::vector<OpenKiosk> found;
    std::string id;
    std::string room;
    int preparation = 0;
    soci::statement rows = (session.sql().prepare << select_kiosks, soci::use(site.text()), soci::into(id),
                            soci::into(room), soci::into(preparation));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::id_of<KioskId>(id), db::id_of<network::RoomId>(room), preparation, {}});
    }
    return found;
}

} // namespace

Result<SiteCalendar> site_calendar(db::Session& session, SiteId const& site, Instant from, Instant to) {
    auto card = network::site_card(session, site);
    if (!card) {
        return card.error();
    }
    SiteCalendar calendar;
    std::string region;
    session.sql() << select_region, soci::use(site.text()), soci::into(region);
    calendar.time_zone = card->time_zone;
    calendar.region = db::word_of<HolidayRegion>(region);
    calendar.week = std::move(card->hours);
    auto const first = to_local(from, calendar.time_zone).date();
    auto const last = to_local(to, calendar.time_zone).date();
    for (auto& record : seasons_of(session, site, first, last)) {
        calendar.seasons.push_back(std::move(record.season));
    }
    calendar.exceptions = exceptions_of(session, site, first, last);
    for (auto const& closure : place_closures_of(session, site, from, to)) {
        if (!closure.room_id && !closure.kiosk_id) {
            calendar.closures.push_back({closure.from, closure.to});
        }
    }
    return calendar;
}

Result<std::vector<OpenSpan>> open_spans_of(db::Session& session, SiteId const& site, Instant from,
                                            Instant to) {
    auto const calendar = site_calendar(session, site, from, to);
    return calendar ? Result<std::vector<OpenSpan>>(open_spans(*calendar, from, to)) : calendar.error();
}

Result<std::vector<OpenKiosk>> open_kiosks_of(db::Session& session, SiteId const& site, Instant from,
                                              Instant to) {
    auto const of_site = open_spans_of(session, site, from, to);
    if (!of_site) {
        return of_site.error();
    }
    auto const closures = place_closures_of(session, site, from, to);
    std::vector<OpenKiosk> open;
    for (auto& kiosk : kiosks_of(session, site)) {
        std::vector<OpenSpan> closed;
        for (auto const& closure : closures) {
            if (closure.kiosk_id == kiosk.kiosk_id || closure.room_id == kiosk.room_id) {
                closed.push_back({closure.from, closure.to});
            }
        }
        kiosk.open = without(*of_site, std::move(closed));
        open.push_back(std::move(kiosk));
    }
    return open;
}

std::vector<SitePosition> site_positions(db::Session& session, NetworkId const& network) {
    std::vector<SitePosition> found;
    std::string id;
    SitePosition next;
    soci::statement rows =
        (session.sql().prepare << select_positions, soci::use(network.text()), soci::into(id),
         soci::into(next.latitude_microdegrees), soci::into(next.longitude_microdegrees));
    rows.execute();
    while (rows.fetch()) {
        next.site_id = db::id_of<SiteId>(id);
        found.push_back(next);
    }
    return found;
}

} // namespace parvis::scheduling
