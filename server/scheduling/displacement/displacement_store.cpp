// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/displacement/displacement_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "server/scheduling/slots/taken_tick_store.hpp"

#include <stdexcept>

namespace parvis::scheduling {

namespace {

std::string const select_placed =
    "SELECT appointment_id, supply_id, seat, COALESCE(site_id, ''), COALESCE(kiosk_id, ''), door, starts_at,"
    " minutes FROM appointment WHERE seat IS NOT NULL AND state IN ('held', 'confirmed', 'arrived', 'called')"
    " AND starts_at >= :from_at AND starts_at < :to_at AND ";
constexpr char by_time[] = " ORDER BY starts_at, appointment_id";
constexpr char select_groups[] =
    "SELECT group_id FROM adviser_group WHERE partner_id = :partner ORDER BY group_id";
constexpr char update_seat[] = "UPDATE appointment SET supply_id = :supply, seat = :seat, revision = revision"
                               " + 1 WHERE appointment_id = :id";
constexpr char hand_over_rest[] =
    "UPDATE appointment SET supply_id = :next WHERE group_id = :group_id AND supply_id = :before"
    " AND starts_at >= :from_at AND starts_at < :to_at AND seat IS NULL";
constexpr char select_reason[] = "SELECT reason FROM displaced_appointment WHERE appointment_id = :id";
constexpr char upsert_displaced[] =
    "INSERT INTO displaced_appointment (appointment_id, network_id, reason, noted_at)"
    " VALUES (:id, :network, :reason, :noted) ON CONFLICT (appointment_id) DO UPDATE SET"
    " settled_at = NULL, reason = excluded.reason, noted_at = excluded.noted_at";
constexpr char delete_displaced[] = "DELETE FROM displaced_appointment WHERE appointment_id = :id";
constexpr char update_settled[] = "UPDATE displaced_appointment SET settled_at = :now"
                                  " WHERE appointment_id = :id AND settled_at IS NULL";
constexpr char delete_old[] =
    "DELETE FROM displaced_appointment WHERE NOT EXISTS (SELECT 1 FROM appointment a"
    " WHERE a.appointment_id = displaced_appointment.appointment_id AND a.starts_at >= :before)";
std::string const select_displaced =
    "SELECT a.appointment_id, a.network_id, a.partner_id, a.group_id, a.supply_id, d.reason,"
    " COALESCE(a.code, ''), a.starts_at, a.minutes, a.door, COALESCE(a.site_id, ''), COALESCE(s.name, ''),"
    " CASE WHEN COALESCE(a.telephone, '') <> '' OR COALESCE(a.email, '') <> '' THEN 1 ELSE 0 END"
    " FROM displaced_appointment d JOIN appointment a ON a.appointment_id = d.appointment_id"
    " LEFT JOIN site s ON s.site_id = a.site_id WHERE d.settled_at IS NULL"
    " AND a.state IN ('confirmed', 'arrived', 'called') AND a.starts_at >= :since AND ";
constexpr char displaced_by_time[] = " ORDER BY a.starts_at, a.appointment_id";
constexpr char select_motives[] =
    "SELECT motive_id FROM appointment_motive WHERE appointment_id = :id ORDER BY position";
constexpr long long always = 0;

std::vector<PlacedAppointment> select(db::Session& session, std::string const& condition,
                                      std::string const& parameter, Instant from, Instant to) {
    std::vector<PlacedAppointment> found;
    long long const first = from.ms;
    long long const last = to.ms;
    std::string id;
    std::string supply;
    int seat = 0;
    std::string site;
    std::string kiosk;
    std::string door;
    long long starts = 0;
    int minutes = 0;
    soci::statement rows =
        (session.sql().prepare << select_placed + condition + by_time, soci::use(first), soci::use(last),
         soci::use(parameter), soci::into(id), soci::into(supply), soci::into(seat), soci::into(site),
         soci::into(kiosk), soci::into(door), soci::into(starts), soci::into(minutes));
    rows.execute();
    while (rows.fetch()) {
        auto const by = db::word_of<Door>(door);
        Instant const starts_at{starts};
        found.push_back({db::id_of<AppointmentId>(id), db::id_of<SupplyId>(supply), seat,
                         db::optional_id_of<SiteId>(site), db::optional_id_of<KioskId>(kiosk), is_at_site(by),
                         starts_at, starts_at + std::chrono::minutes(minutes)});
    }
    return found;
}

std::vector<MotiveId> motives_of(db::Session& session, AppointmentId const& appointment) {
    std::vector<MotiveId> motives;
    std::string id;
    soci::statement rows =
        (session.sql().prepare << select_motives, soci::use(appointment.text()), soci::into(id));
    rows.execute();
    while (rows.fetch()) {
        motives.push_back(db::id_of<MotiveId>(id));
    }
    return motives;
}

std::vector<DisplacedRow> select_rows(db::Session& session, std::string const& condition,
                                      std::string const& parameter, long long since) {
    std::vector<DisplacedRow> found;
    DisplacedRow row;
    std::string id;
    std::string network;
    std::string partner;
    std::string group;
    std::string supply;
    std::string reason;
    std::string door;
    std::string site;
    long long starts = 0;
    int told = 0;
    soci::statement rows =
        (session.sql().prepare << select_displaced + condition + displaced_by_time, soci::use(since),
         soci::use(parameter), soci::into(id), soci::into(network), soci::into(partner), soci::into(group),
         soci::into(supply), soci::into(reason), soci::into(row.code), soci::into(starts),
         soci::into(row.minutes), soci::into(door), soci::into(site), soci::into(row.site), soci::into(told));
    rows.execute();
    while (rows.fetch()) {
        row.appointment_id = db::id_of<AppointmentId>(id);
        row.network_id = db::id_of<NetworkId>(network);
        row.partner_id = db::id_of<PartnerId>(partner);
        row.group_id = db::id_of<network::AdviserGroupId>(group);
        row.supply_id = db::id_of<SupplyId>(supply);
        row.reason = db::word_of<Misfit>(reason);
        row.starts_at = Instant{starts};
        row.door = db::word_of<Door>(door);
        row.site_id = db::optional_id_of<SiteId>(site);
        row.can_be_told = told != 0;
        found.push_back(row);
    }
    for (auto& each : found) {
        each.motives = motives_of(session, each.appointment_id);
    }
    return found;
}

} // namespace

std::vector<PlacedAppointment> placed_of(db::Session& session, network::AdviserGroupId const& group,
                                         Instant from, Instant to) {
    return select(session, "group_id = :id", group.text(), from, to);
}

std::vector<PlacedAppointment> placed_at(db::Session& session, SiteId const& site, Instant from, Instant to) {
    return select(session, "site_id = :id", site.text(), from, to);
}

std::vector<network::AdviserGroupId> groups_of_body(db::Session& session, PartnerId const& partner) {
    std::vector<network::AdviserGroupId> groups;
    std::string id;
    soci::statement rows =
        (session.sql().prepare << select_groups, soci::use(partner.text()), soci::into(id));
    rows.execute();
    while (rows.fetch()) {
        groups.push_back(db::id_of<network::AdviserGroupId>(id));
    }
    return groups;
}

bool change_seat(db::Session& session, PlacedAppointment const& placed, SupplyId const& supply, int seat) {
    auto const ticks = ticks_of(placed.from, placed.to);
    if (!take(session, resource_of(session, Seat{supply, seat}), ticks)) {
        return false;
    }
    give_back(session, resource_of(session, Seat{placed.supply_id, placed.seat}), ticks);
    session.sql() << update_seat, soci::use(supply.text()), soci::use(seat),
        soci::use(placed.appointment_id.text());
    return true;
}

void hand_over(db::Session& session, SupplyId const& from_supply, SupplyId const& to_supply,
               network::AdviserGroupId const& group, Instant from, Instant to) {
    for (auto const& placed : placed_of(session, group, from, to)) {
        if (placed.supply_id == from_supply && !change_seat(session, placed, to_supply, placed.seat)) {
            throw std::logic_error("a new supply had a seat that was taken");
        }
    }
    long long const first = from.ms;
    long long const last = to.ms;
    session.sql() << hand_over_rest, soci::use(to_supply.text()), soci::use(group.text()),
        soci::use(from_supply.text()), soci::use(first), soci::use(last);
}

bool note_misfit(db::Session& session, NetworkId const& network, AppointmentId const& appointment,
                 std::optional<Misfit> misfit, Instant now) {
    std::string before;
    session.sql() << select_reason, soci::use(appointment.text()), soci::into(before);
    if (!session.sql().got_data()) {
        before.clear();
    }
    if (!misfit) {
        if (!before.empty()) {
            session.sql() << delete_displaced, soci::use(appointment.text());
        }
        return false;
    }
    std::string const reason(json::enum_name(*misfit));
    if (reason == before) {
        return false;
    }
    long long const noted = now.ms;
    session.sql() << upsert_displaced, soci::use(appointment.text()), soci::use(network.text()),
        soci::use(reason), soci::use(noted);
    return true;
}

bool settle_displaced(db::Session& session, AppointmentId const& appointment, Instant now) {
    long long const at = now.ms;
    soci::statement statement =
        (session.sql().prepare << update_settled, soci::use(at), soci::use(appointment.text()));
    statement.execute(true);
    return db::changed(statement) > 0;
}

std::vector<DisplacedRow> displaced_in(db::Session& session, NetworkId const& network, Instant since) {
    return select_rows(session, "d.network_id = :id", network.text(), since.ms);
}

std::vector<AppointmentId> displaced_at(db::Session& session, SiteId const& site, Instant since) {
    std::vector<AppointmentId> found;
    for (auto const& row : select_rows(session, "a.site_id = :id", site.text(), since.ms)) {
        found.push_back(row.appointment_id);
    }
    return found;
}

std::optional<DisplacedRow> displaced_row(db::Session& session, AppointmentId const& appointment) {
    auto found = select_rows(session, "d.appointment_id = :id", appointment.text(), always);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void forget_displaced(db::Session& session, Instant before) {
    long long const limit = before.ms;
    session.sql() << delete_old, soci::use(limit);
}

} // namespace parvis::scheduling
