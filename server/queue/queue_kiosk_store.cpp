// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_kiosk_store.hpp"

#include "platform/db/kept.hpp"
#include "platform/db/once.hpp"
#include "platform/db/row.hpp"
#include "server/queue/queue_store_rows.hpp"

#include <algorithm>
#include <map>

namespace parvis::queue {

namespace {

constexpr char is_taken[] = " (EXISTS (SELECT 1 FROM queue_ticket h WHERE h.kiosk_id = k.kiosk_id"
                            " AND h.state IN ('called', 'in_interview'))"
                            " OR EXISTS (SELECT 1 FROM interview i WHERE i.kiosk_id = k.kiosk_id"
                            " AND i.state IN ('ringing', 'calling', 'running'))) ";
/// reception.hpp: is_kept, for somebody else than `t`. A query that asks twice numbers its parameters.
std::string is_kept_for_another(std::string const& number) {
    return " (t.urgent IS NULL AND EXISTS (SELECT 1 FROM appointment a WHERE a.site_id = k.site_id"
           " AND a.starts_at > :since_" +
           number + " AND a.starts_at <= :soon_" + number +
           " AND a.kiosk_id = k.kiosk_id AND a.state IN ('confirmed', 'arrived')"
           " AND a.appointment_id <> COALESCE(t.appointment_id, '')"
           " AND a.starts_at + CASE WHEN a.state = 'arrived' THEN a.minutes * 60000 ELSE " +
           std::to_string(std::chrono::milliseconds(kept_for_late).count()) + " END > :at_" + number + ")) ";
}

std::string receives(std::string const& number) {
    return std::string(" k.revoked_at IS NULL AND k.away_since IS NULL AND NOT") + is_taken + "AND NOT" +
           is_kept_for_another(number);
}

/// The kiosks that would receive `t` now.
std::string receivers(std::string const& number) {
    return "SELECT k.kiosk_id FROM kiosk k WHERE k.site_id = t.site_id"
           " AND COALESCE(t.wanted_kiosk_id, k.kiosk_id) = k.kiosk_id"
           " AND (k.at_home = 0 OR k.kiosk_id = t.wanted_kiosk_id) AND" +
           receives(number);
}

std::string const select_free_kiosk = "SELECT COALESCE((" + receivers("1") +
                                      "ORDER BY k.name, k.kiosk_id LIMIT 1), '') FROM queue_ticket t"
                                      " WHERE t.ticket_id = :ticket";

constexpr char sites_of_line[] = " (SELECT DISTINCT t.site_id FROM queue_ticket t WHERE t.group_id = :group"
                                 " AND t.state IN ('waiting', 'away')) ";
constexpr char this_site[] = " (:site) ";

std::string kiosks_at_sites(char const* sites) {
    return std::string("SELECT k.kiosk_id, k.site_id, CASE WHEN k.away_since IS NULL THEN 0 ELSE 1 END,"
                       " CASE WHEN") +
           is_taken +
           "THEN 1 ELSE 0 END, k.at_home FROM kiosk k WHERE k.revoked_at IS NULL AND k.site_id IN" + sites +
           "ORDER BY k.name, k.kiosk_id";
}
std::string bookings_at_sites(char const* sites) {
    return std::string("SELECT a.kiosk_id, a.appointment_id, a.starts_at, a.minutes,"
                       " CASE WHEN a.state = 'arrived' THEN 1 ELSE 0 END FROM appointment a"
                       " WHERE a.starts_at <= :soon AND a.starts_at > :since AND a.kiosk_id IS NOT NULL"
                       " AND a.state IN ('confirmed', 'arrived') AND a.site_id IN") +
           sites;
}
constexpr char select_away[] =
    "SELECT CASE WHEN away_since IS NULL THEN 0 ELSE 1 END FROM kiosk WHERE kiosk_id = :kiosk";
constexpr char select_groups[] = "SELECT DISTINCT group_id FROM queue_ticket WHERE site_id = :site"
                                 " AND state NOT IN ('finished', 'left', 'closed')";

struct KioskRow {
    std::string kiosk;

    void bind(soci::statement& st) { st.exchange(soci::into(kiosk)); }
    std::optional<KioskId> value() const { return db::optional_id_of<KioskId>(kiosk); }
};

/// No appointment takes longer.
constexpr std::chrono::hours longest_booking{12};

/// `id` of what tells the sites.
void add_bookings(db::Session& session, char const* sites, std::string const& id, Instant now,
                  std::vector<LineKiosk>& kiosks) {
    std::map<std::string, LineKiosk*> by_id;
    for (auto& kiosk : kiosks) {
        by_id.emplace(kiosk.kiosk_id.text(), &kiosk);
    }
    std::string kiosk;
    std::string appointment;
    long long starts = 0;
    int minutes = 0;
    int here = 0;
    auto const sight = booking_sight(now);
    long long const soon = sight.soon.ms;
    long long const since = sight.since.ms;
    auto rows = db::once(session, bookings_at_sites(sites), soci::use(soon), soci::use(since), soci::use(id),
                         soci::into(kiosk), soci::into(appointment), soci::into(starts), soci::into(minutes),
                         soci::into(here));
    rows.execute();
    while (rows.fetch()) {
        if (auto const found = by_id.find(kiosk); found != by_id.end()) {
            Instant const starts_at{starts};
            found->second->bookings.push_back({db::id_of<scheduling::AppointmentId>(appointment), starts_at,
                                               starts_at + std::chrono::minutes(minutes), here != 0});
        }
    }
}

std::vector<LineKiosk> read_kiosks(db::Session& session, char const* sites, std::string const& id,
                                   Instant now) {
    std::vector<LineKiosk> found;
    std::string kiosk;
    std::string site;
    int away = 0;
    int taken = 0;
    int at_home = 0;
    auto rows = db::once(session, kiosks_at_sites(sites), soci::use(id), soci::into(kiosk), soci::into(site),
                         soci::into(away), soci::into(taken), soci::into(at_home));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(
            {db::id_of<KioskId>(kiosk), db::id_of<SiteId>(site), away != 0, taken != 0, at_home != 0, {}});
    }
    if (!found.empty()) {
        add_bookings(session, sites, id, now, found);
    }
    return found;
}

} // namespace

std::string a_kiosk_is_free(std::string const& number) {
    // Not EXISTS: PostgreSQL makes a join of that, and takes longer to plan it than for all the rest of a
    // call; and then it sorts a whole line instead of following its index to the first who may come.
    return " (" + receivers(number) + "LIMIT 1) IS NOT NULL ";
}

BookingSight booking_sight(Instant now) {
    return {now - longest_booking, now + kept_before, now};
}

std::optional<KioskId> free_kiosk_for(db::Session& session, QueueTicket const& ticket, Instant now) {
    auto const sight = booking_sight(now);
    auto const found = db::select_kept<KioskRow>(session, select_free_kiosk, sight.since.ms, sight.soon.ms,
                                                 now.ms, ticket.ticket_id.text());
    return found.empty() ? std::nullopt : found.front();
}

std::vector<LineKiosk> kiosks_of_line(db::Session& session, AdviserGroupId const& group, Instant now) {
    return read_kiosks(session, sites_of_line, group.text(), now);
}

std::vector<LineKiosk> kiosks_at(db::Session& session, SiteId const& site, Instant now) {
    return read_kiosks(session, this_site, site.text(), now);
}

bool is_away(db::Session& session, KioskId const& kiosk) {
    int away = 0;
    session.sql() << select_away, soci::use(kiosk.text()), soci::into(away);
    return away != 0;
}

std::vector<AdviserGroupId> groups_in_line_at(db::Session& session, SiteId const& site) {
    std::vector<AdviserGroupId> found;
    std::string group;
    auto rows = db::once(session, select_groups, soci::use(site.text()), soci::into(group));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(db::id_of<AdviserGroupId>(group));
    }
    return found;
}

} // namespace parvis::queue
