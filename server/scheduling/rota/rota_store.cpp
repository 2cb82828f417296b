// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "server/scheduling/rota/rota_shared_store.hpp"

#include <stdexcept>

namespace parvis::scheduling {

namespace {

constexpr char select_members[] =
    "SELECT m.account_id, a.name, m.group_id, g.partner_id FROM adviser_group g"
    " JOIN adviser_group_member m ON m.group_id = g.group_id JOIN account a ON a.account_id = m.account_id"
    " WHERE g.network_id = :network AND a.disabled_at IS NULL ORDER BY a.name, m.account_id, m.group_id";
std::string const select_absences =
    "SELECT absence_id, network_id, partner_id, account_id, first_day, last_day FROM absence WHERE ";
constexpr char upsert_absence[] =
    "INSERT INTO absence (absence_id, network_id, partner_id, account_id, first_day, last_day)"
    " VALUES (:id, :network, :partner, :account, :first_day, :last_day) ON CONFLICT (absence_id) DO UPDATE"
    " SET first_day = excluded.first_day, last_day = excluded.last_day";
constexpr char delete_absence[] = "DELETE FROM absence WHERE absence_id = :id";
constexpr char select_duties[] =
    "SELECT d.supply_id, d.account_id FROM duty d JOIN supply s ON s.supply_id = d.supply_id"
    " JOIN account a ON a.account_id = d.account_id"
    " WHERE s.network_id = :network AND s.first_day <= :to_day AND s.last_day >= :from_day"
    " AND a.disabled_at IS NULL ORDER BY a.name, d.account_id, d.supply_id";
constexpr char select_stand_ins[] =
    "SELECT i.supply_id, i.day, i.account_id FROM stand_in i JOIN supply s ON s.supply_id = i.supply_id"
    " JOIN account a ON a.account_id = i.account_id"
    " WHERE s.network_id = :network AND i.day >= :from_day AND i.day <= :to_day AND a.disabled_at IS NULL"
    " ORDER BY a.name, i.account_id, i.day, i.supply_id";
constexpr char delete_team[] = "DELETE FROM duty WHERE supply_id = :id";
constexpr char insert_duty[] =
    "INSERT INTO duty (supply_id, account_id) VALUES (:id, :account) ON CONFLICT DO NOTHING";
constexpr char delete_stand_ins[] = "DELETE FROM stand_in WHERE supply_id = :id AND day = :day";
constexpr char insert_stand_in[] =
    "INSERT INTO stand_in (supply_id, day, account_id) VALUES (:id, :day, :account) ON CONFLICT DO NOTHING";
constexpr char copy_team[] = "INSERT INTO duty (supply_id, account_id) SELECT :next, account_id FROM duty"
                             " WHERE supply_id = :before ON CONFLICT DO NOTHING";
constexpr char copy_stand_ins[] =
    "INSERT INTO stand_in (supply_id, day, account_id) SELECT :next, day, account_id FROM stand_in"
    " WHERE supply_id = :before ON CONFLICT DO NOTHING";
constexpr char const* forget[] = {
    "DELETE FROM stand_in WHERE day < :before", "DELETE FROM absence WHERE last_day < :before",
    "DELETE FROM duty WHERE supply_id IN (SELECT supply_id FROM supply WHERE last_day < :before)"};

LocalDate day_of(std::string const& column) {
    LocalDate day;
    if (!parse_iso(column, day)) {
        throw std::runtime_error("the database holds a malformed day");
    }
    return day;
}

struct AbsenceRow {
    std::string id;
    std::string network;
    std::string partner;
    std::string account;
    std::string first_day;
    std::string last_day;

    AbsenceRecord record() const {
        return {db::id_of<AbsenceId>(id),
                db::id_of<NetworkId>(network),
                db::id_of<PartnerId>(partner),
                {db::id_of<AccountId>(account), day_of(first_day), day_of(last_day)}};
    }
};

void read_duties(db::Session& session, NetworkId const& network, std::string const& from,
                 std::string const& to, DutyBook& book) {
    std::string supply;
    std::string account;
    soci::statement rows = (session.sql().prepare << select_duties, soci::use(network.text()), soci::use(to),
                            soci::use(from), soci::into(supply), soci::into(account));
    rows.execute();
    while (rows.fetch()) {
        book.regulars[db::id_of<SupplyId>(supply)].push_back(db::id_of<AccountId>(account));
    }
}

void read_stand_ins(db::Session& session, NetworkId const& network, std::string const& from,
                    std::string const& to, DutyBook& book) {
    std::string supply;
    std::string day;
    std::string account;
    soci::statement rows =
        (session.sql().prepare << select_stand_ins, soci::use(network.text()), soci::use(from), soci::use(to),
         soci::into(supply), soci::into(day), soci::into(account));
    rows.execute();
    while (rows.fetch()) {
        book.stand_ins.push_back({db::id_of<SupplyId>(supply), day_of(day), db::id_of<AccountId>(account)});
    }
}

} // namespace

std::vector<GroupMember> group_members(db::Session& session, NetworkId const& network) {
    std::vector<GroupMember> members;
    std::string account;
    std::string name;
    std::string group;
    std::string partner;
    soci::statement rows = (session.sql().prepare << select_members, soci::use(network.text()),
                            soci::into(account), soci::into(name), soci::into(group), soci::into(partner));
    rows.execute();
    while (rows.fetch()) {
        members.push_back({db::id_of<AccountId>(account), name, db::id_of<network::AdviserGroupId>(group),
                           db::id_of<PartnerId>(partner)});
    }
    return members;
}

std::vector<AbsenceRecord> absences_in(db::Session& session, NetworkId const& network, LocalDate from,
                                       LocalDate to) {
    std::vector<AbsenceRecord> found;
    auto const first = to_iso(from);
    auto const last = to_iso(to);
    AbsenceRow row;
    soci::statement rows =
        (session.sql().prepare << select_absences +
                                      "network_id = :network AND last_day >= :from_day"
                                      " AND first_day <= :to_day ORDER BY first_day, absence_id",
         soci::use(network.text()), soci::use(first), soci::use(last), soci::into(row.id),
         soci::into(row.network), soci::into(row.partner), soci::into(row.account), soci::into(row.first_day),
         soci::into(row.last_day));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(row.record());
    }
    return found;
}

std::optional<AbsenceRecord> find_absence(db::Session& session, AbsenceId const& absence) {
    AbsenceRow row;
    session.sql() << select_absences + "absence_id = :id", soci::use(absence.text()), soci::into(row.id),
        soci::into(row.network), soci::into(row.partner), soci::into(row.account), soci::into(row.first_day),
        soci::into(row.last_day);
    return session.sql().got_data() ? std::optional(row.record()) : std::nullopt;
}

void save_absence(db::Session& session, AbsenceRecord const& absence) {
    auto const first = to_iso(absence.days.first_day);
    auto const last = to_iso(absence.days.last_day);
    session.sql() << upsert_absence, soci::use(absence.absence_id.text()),
        soci::use(absence.network_id.text()), soci::use(absence.partner_id.text()),
        soci::use(absence.days.account_id.text()), soci::use(first), soci::use(last);
}

void remove_absence(db::Session& session, AbsenceId const& absence) {
    session.sql() << delete_absence, soci::use(absence.text());
}

DutyBook duty_book(db::Session& session, NetworkId const& network, LocalDate from, LocalDate to) {
    DutyBook book;
    auto const first = to_iso(from);
    auto const last = to_iso(to);
    read_duties(session, network, first, last, book);
    read_stand_ins(session, network, first, last, book);
    for (auto const& absence : absences_in(session, network, from, to)) {
        book.absences.push_back(absence.days);
    }
    return book;
}

void save_team(db::Session& session, SupplyId const& supply, std::vector<AccountId> const& people) {
    session.sql() << delete_team, soci::use(supply.text());
    for (auto const& person : people) {
        session.sql() << insert_duty, soci::use(supply.text()), soci::use(person.text());
    }
}

void save_stand_ins(db::Session& session, SupplyId const& supply, LocalDate day,
                    std::vector<AccountId> const& people) {
    auto const on = to_iso(day);
    session.sql() << delete_stand_ins, soci::use(supply.text()), soci::use(on);
    for (auto const& person : people) {
        add_stand_in(session, {supply, day, person});
    }
}

void add_stand_in(db::Session& session, StandIn const& stand_in) {
    auto const on = to_iso(stand_in.day);
    session.sql() << insert_stand_in, soci::use(stand_in.supply_id.text()), soci::use(on),
        soci::use(stand_in.account_id.text());
}

void copy_duties(db::Session& session, SupplyId const& from, SupplyId const& to) {
    session.sql() << copy_team, soci::use(to.text()), soci::use(from.text());
    session.sql() << copy_stand_ins, soci::use(to.text()), soci::use(from.text());
}

void forget_duties(db::Session& session, LocalDate before) {
    auto const day = to_iso(before);
    for (auto const* statement : forget) {
        session.sql() << statement, soci::use(day);
    }
}

} // namespace parvis::scheduling
