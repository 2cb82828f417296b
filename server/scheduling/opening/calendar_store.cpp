// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/calendar_store.hpp"

#include "platform/db/day_column.hpp"
#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"

namespace parvis::scheduling {
namespace {

constexpr char update_region[] = "UPDATE site SET holiday_region = :region WHERE site_id = :id";
constexpr char delete_week[] = "DELETE FROM site_hours WHERE site_id = :id";
constexpr char insert_week[] = "INSERT INTO site_hours (site_id, weekday, from_minute, to_minute)"
                               " VALUES (:id, :weekday, :from_minute, :to_minute)";
constexpr char update_preparation[] = "UPDATE kiosk SET preparation_minutes = :minutes WHERE kiosk_id = :id";

constexpr char select_seasons[] = "SELECT season_id, name, first_day, last_day FROM site_season"
                                  " WHERE site_id = :site AND last_day >= :from_day AND first_day <= :to_day"
                                  " ORDER BY first_day, season_id";
constexpr char select_season_hours[] = "SELECT weekday, from_minute, to_minute FROM site_season_hours"
                                       " WHERE season_id = :id ORDER BY weekday, from_minute";
constexpr char select_season_site[] = "SELECT site_id FROM site_season WHERE season_id = :id";
constexpr char upsert_season[] =
    "INSERT INTO site_season (season_id, network_id, site_id, name, first_day, last_day)"
    " VALUES (:id, :network, :site, :name, :first_day, :last_day)"
    " ON CONFLICT (season_id) DO UPDATE SET name = excluded.name, first_day = excluded.first_day,"
    " last_day = excluded.last_day";
constexpr char insert_season_hours[] =
    "INSERT INTO site_season_hours (season_id, weekday, from_minute, to_minute)"
    " VALUES (:id, :weekday, :from_minute, :to_minute)";
constexpr char delete_season_hours[] = "DELETE FROM site_season_hours WHERE season_id = :id";
constexpr char delete_season[] = "DELETE FROM site_season WHERE season_id = :id";

constexpr char select_exceptions[] =
    "SELECT day, reason FROM site_exception"
    " WHERE site_id = :site AND day >= :from_day AND day <= :to_day ORDER BY day";
constexpr char select_exception_hours[] = "SELECT from_minute, to_minute FROM site_exception_hours"
                                          " WHERE site_id = :site AND day = :day ORDER BY from_minute";
constexpr char upsert_exception[] = "INSERT INTO site_exception (site_id, day, network_id, reason)"
                                    " VALUES (:site, :day, :network, :reason)"
                                    " ON CONFLICT (site_id, day) DO UPDATE SET reason = excluded.reason";
constexpr char insert_exception_hours[] =
    "INSERT INTO site_exception_hours (site_id, day, from_minute, to_minute)"
    " VALUES (:site, :day, :from_minute, :to_minute)";
constexpr char delete_exception_hours[] =
    "DELETE FROM site_exception_hours WHERE site_id = :site AND day = :day";
constexpr char delete_exception[] = "DELETE FROM site_exception WHERE site_id = :site AND day = :day";

constexpr char update_place[] =
    "UPDATE site SET latitude_microdegrees = :latitude, longitude_microdegrees = :longitude,"
    " holiday_region = :region WHERE site_id = :site";

} // namespace

std::vector<SeasonRecord> seasons_of(db::Session& session, SiteId const& site, LocalDate from, LocalDate to) {
    std::vector<SeasonRecord> found;
    auto const from_day = to_iso(from);
    auto const to_day = to_iso(to);
    std::string id;
    std::string name;
    std::string first;
    std::string last;
    soci::statement rows =
        (session.sql().prepare << select_seasons, soci::use(site.text()), soci::use(from_day),
         soci::use(to_day), soci::into(id), soci::into(name), soci::into(first), soci::into(last));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::id_of<SeasonId>(id), site, {name, db::day_of(first), db::day_of(last), {}}});
    }
    for (auto& record : found) {
        kiosk_protocol::OpeningPeriod period;
        soci::statement hours =
            (session.sql().prepare << select_season_hours, soci::use(record.season_id.text()),
             soci::into(period.weekday), soci::into(period.from_minute), soci::into(period.to_minute));
        hours.execute();
        while (hours.fetch()) {
            record.season.hours.push_back(period);
        }
    }
    return found;
}

std::optional<SiteId> site_of(db::Session& session, SeasonId const& season) {
    std::string site;
    session.sql() << select_season_site, soci::use(season.text()), soci::into(site);
    return session.sql().got_data() ? std::optional(db::id_of<SiteId>(site)) : std::nullopt;
}

void save_season(db::Session& session, NetworkId const& network, SeasonRecord const& record) {
    auto const& id = record.season_id.text();
    auto const first = to_iso(record.season.first_day);
    auto const last = to_iso(record.season.last_day);
    session.sql() << upsert_season, soci::use(id), soci::use(network.text()),
        soci::use(record.site_id.text()), soci::use(record.season.name), soci::use(first), soci::use(last);
    session.sql() << delete_season_hours, soci::use(id);
    for (auto const& period : record.season.hours) {
        session.sql() << insert_season_hours, soci::use(id), soci::use(period.weekday),
            soci::use(period.from_minute), soci::use(period.to_minute);
    }
}

void remove_season(db::Session& session, SeasonId const& season) {
    session.sql() << delete_season_hours, soci::use(season.text());
    session.sql() << delete_season, soci::use(season.text());
}

std::vector<DayException> exceptions_of(db::Session& session, SiteId const& site, LocalDate from,
                                        LocalDate to) {
    std::vector<DayException> found;
    auto const from_day = to_iso(from);
    auto const to_day = to_iso(to);
    std::string day;
    std::string reason;
    soci::statement rows = (session.sql().prepare << select_exceptions, soci::use(site.text()),
                            soci::use(from_day), soci::use(to_day), soci::into(day), soci::into(reason));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::day_of(day), reason, {}});
    }
    for (auto& exception : found) {
        auto const of_day = to_iso(exception.day);
        DayPeriod period;
        soci::statement hours =
            (session.sql().prepare << select_exception_hours, soci::use(site.text()), soci::use(of_day),
             soci::into(period.from_minute), soci::into(period.to_minute));
        hours.execute();
        while (hours.fetch()) {
            exception.hours.push_back(period);
        }
    }
    return found;
}

void save_exception(db::Session& session, NetworkId const& network, SiteId const& site,
                    DayException const& exception) {
    auto const day = to_iso(exception.day);
    session.sql() << upsert_exception, soci::use(site.text()), soci::use(day), soci::use(network.text()),
        soci::use(exception.reason);
    session.sql() << delete_exception_hours, soci::use(site.text()), soci::use(day);
    for (auto const& period : exception.hours) {
        session.sql() << insert_exception_hours, soci::use(site.text()), soci::use(day),
            soci::use(period.from_minute), soci::use(period.to_minute);
    }
}

void remove_exception(db::Session& session, SiteId const& site, LocalDate day) {
    auto const of_day = to_iso(day);
    session.sql() << delete_exception_hours, soci::use(site.text()), soci::use(of_day);
    session.sql() << delete_exception, soci::use(site.text()), soci::use(of_day);
}

void save_week(db::Session& session, SiteId const& site,
               std::vector<kiosk_protocol::OpeningPeriod> const& week, HolidayRegion region) {
    std::string const word(json::enum_name(region));
    session.sql() << update_region, soci::use(word), soci::use(site.text());
    session.sql() << delete_week, soci::use(site.text());
    for (auto const& period : week) {
        session.sql() << insert_week, soci::use(site.text()), soci::use(period.weekday),
            soci::use(period.from_minute), soci::use(period.to_minute);
    }
}

void save_preparation(db::Session& session, KioskId const& kiosk, int minutes) {
    session.sql() << update_preparation, soci::use(minutes), soci::use(kiosk.text());
}

void locate_site(db::Session& session, SitePosition const& position, HolidayRegion region) {
    std::string const word(json::enum_name(region));
    session.sql() << update_place, soci::use(position.latitude_microdegrees),
        soci::use(position.longitude_microdegrees), soci::use(word), soci::use(position.site_id.text());
}

} // namespace parvis::scheduling
