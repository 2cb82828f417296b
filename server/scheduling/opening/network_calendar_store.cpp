// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/network_calendar_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

#include <stdexcept>

namespace parvis::scheduling {
namespace {

constexpr char select_regions[] = "SELECT site_id, holiday_region FROM site WHERE network_id = :network";
constexpr char select_seasons[] =
    "SELECT s.site_id, s.season_id, s.name, s.first_day, s.last_day, COALESCE(h.weekday, 0),"
    " COALESCE(h.from_minute, 0), COALESCE(h.to_minute, 0) FROM site_season s"
    " LEFT JOIN site_season_hours h ON h.season_id = s.season_id"
    " WHERE s.network_id = :network AND s.last_day >= :first AND s.first_day <= :last"
    " ORDER BY s.site_id, s.first_day, s.season_id, h.weekday, h.from_minute";
constexpr char select_exceptions[] =
    "SELECT e.site_id, e.day, e.reason, COALESCE(h.from_minute, -1), COALESCE(h.to_minute, 0)"
    " FROM site_exception e LEFT JOIN site_exception_hours h ON h.site_id = e.site_id AND h.day = e.day"
    " WHERE e.network_id = :network AND e.day >= :first AND e.day <= :last"
    " ORDER BY e.site_id, e.day, h.from_minute";
constexpr char select_closures[] =
    "SELECT site_id, from_at, to_at, reason FROM place_closure WHERE network_id = :network"
    " AND room_id IS NULL AND kiosk_id IS NULL AND to_at > :first AND from_at < :last"
    " ORDER BY site_id, from_at, closure_id";

using Calendars = std::map<SiteId, NetworkCalendar>;

LocalDate day_of(std::string const& column) {
    LocalDate day;
    if (!parse_iso(column, day)) {
        throw std::runtime_error("the database holds a malformed day");
    }
    return day;
}

void read_regions(db::Session& session, NetworkId const& network, Calendars& calendars) {
    std::string site;
    std::string region;
    soci::statement rows = (session.sql().prepare << select_regions, soci::use(network.text()),
                            soci::into(site), soci::into(region));
    rows.execute();
    while (rows.fetch()) {
        calendars[db::id_of<SiteId>(site)].calendar.region = db::word_of<HolidayRegion>(region);
    }
}

void read_seasons(db::Session& session, NetworkId const& network, std::string const& first,
                  std::string const& last, Calendars& calendars) {
    std::string site;
    std::string id;
    std::string name;
    std::string from;
    std::string to;
    std::string before;
    kiosk_protocol::OpeningPeriod period;
    soci::statement rows = (session.sql().prepare << select_seasons, soci::use(network.text()),
                            soci::use(first), soci::use(last), soci::into(site), soci::into(id),
                            soci::into(name), soci::into(from), soci::into(to), soci::into(period.weekday),
                            soci::into(period.from_minute), soci::into(period.to_minute));
    rows.execute();
    while (rows.fetch()) {
        auto& seasons = calendars[db::id_of<SiteId>(site)].calendar.seasons;
        if (id != before) {
            seasons.push_back({name, day_of(from), day_of(to), {}});
            before = id;
        }
        if (period.weekday != 0) {
            seasons.back().hours.push_back(period);
        }
    }
}

void read_exceptions(db::Session& session, NetworkId const& network, std::string const& first,
                     std::string const& last, Calendars& calendars) {
    std::string site;
    std::string day;
    std::string reason;
    DayPeriod period;
    soci::statement rows = (session.sql().prepare << select_exceptions, soci::use(network.text()),
                            soci::use(first), soci::use(last), soci::into(site), soci::into(day),
                            soci::into(reason), soci::into(period.from_minute), soci::into(period.to_minute));
    rows.execute();
    while (rows.fetch()) {
        auto& exceptions = calendars[db::id_of<SiteId>(site)].calendar.exceptions;
        auto const of_row = day_of(day);
        if (exceptions.empty() || exceptions.back().day != of_row) {
            exceptions.push_back({of_row, reason, {}});
        }
        if (period.from_minute >= 0) {
            exceptions.back().hours.push_back(period);
        }
    }
}

void read_closures(db::Session& session, NetworkId const& network, Instant first, Instant last,
                   Calendars& calendars) {
    std::string site;
    std::string reason;
    long long from = 0;
    long long to = 0;
    long long const first_at = first.ms;
    long long const last_at = last.ms;
    soci::statement rows =
        (session.sql().prepare << select_closures, soci::use(network.text()), soci::use(first_at),
         soci::use(last_at), soci::into(site), soci::into(from), soci::into(to), soci::into(reason));
    rows.execute();
    while (rows.fetch()) {
        calendars[db::id_of<SiteId>(site)].closures.push_back({{Instant{from}, Instant{to}}, reason});
    }
}

} // namespace

Calendars network_calendars(db::Session& session, NetworkId const& network, std::string const& zone,
                            LocalDate first, LocalDate last) {
    Calendars calendars;
    read_regions(session, network, calendars);
    read_seasons(session, network, to_iso(first), to_iso(last), calendars);
    read_exceptions(session, network, to_iso(first), to_iso(last), calendars);
    read_closures(session, network, to_instant(first, 0, zone), to_instant(add_days(last, 1), 0, zone),
                  calendars);
    return calendars;
}

} // namespace parvis::scheduling
