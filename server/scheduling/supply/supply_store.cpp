// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"
#include "platform/time/recurrence.hpp"

namespace parvis::scheduling {
namespace {

constexpr char no_last_day[] = "9999-12-31";

constexpr char insert[] =
    "INSERT INTO supply (supply_id, network_id, partner_id, group_id, modality, first_day, last_day, rule,"
    " slot_minutes, advisers, walk_in_percent, on_site, revision, copy_id)"
    " VALUES (:id, :network, :partner, :group_id, :modality, :first_day, :last_day, :rule, :slot, :advisers, "
    ":walk_in, :on_site,"
    " 1, NULLIF(:copy, ''))";
constexpr char update[] =
    "UPDATE supply SET modality = :modality, first_day = :first_day, last_day = :last_day, rule = :rule,"
    " slot_minutes = :slot, advisers = :advisers, walk_in_percent = :walk_in, revision = revision + 1"
    " WHERE supply_id = :id AND revision = :revision AND withdrawn = 0";
constexpr char update_withdrawn[] = "UPDATE supply SET withdrawn = 1, revision = revision + 1"
                                    " WHERE supply_id = :id AND revision = :revision AND withdrawn = 0";
constexpr char const* forget_parts[] = {
    "DELETE FROM supply_leg_site WHERE supply_id = :id", "DELETE FROM supply_leg WHERE supply_id = :id",
    "DELETE FROM supply_except WHERE supply_id = :id", "DELETE FROM supply_motive WHERE supply_id = :id"};
constexpr char insert_leg[] = "INSERT INTO supply_leg (supply_id, leg, from_minute, to_minute)"
                              " VALUES (:id, :leg, :from_minute, :to_minute)";
constexpr char insert_leg_site[] =
    "INSERT INTO supply_leg_site (supply_id, leg, site_id) VALUES (:id, :leg, :site)";
constexpr char insert_except[] =
    "INSERT INTO supply_except (supply_id, day) VALUES (:id, :day) ON CONFLICT DO NOTHING";
constexpr char insert_motive[] =
    "INSERT INTO supply_motive (supply_id, motive_id) VALUES (:id, :motive) ON CONFLICT DO NOTHING";
constexpr char select_exists[] = "SELECT COUNT(*) FROM supply WHERE supply_id = :id";
constexpr char select_copied[] =
    "SELECT supply_id FROM supply WHERE copy_id = :copy AND withdrawn = 0 ORDER BY supply_id";
constexpr char select_owner[] = "SELECT network_id, partner_id FROM adviser_group WHERE group_id = :id";
constexpr char select_sites[] = "SELECT DISTINCT site_id FROM service_offer WHERE group_id = :id";

std::string last_day_of(Recurrence const& recurrence) {
    auto const last = last_recurring_day(recurrence.first_day, recurrence.rule).value();
    return last ? to_iso(*last) : no_last_day;
}

void insert_parts(db::Session& session, Supply const& supply) {
    auto& sql = session.sql();
    auto const& id = supply.supply_id.text();
    int number = 0;
    for (auto const& leg : supply.legs) {
        sql << insert_leg, soci::use(id), soci::use(number), soci::use(leg.from_minute),
            soci::use(leg.to_minute);
        for (auto const& site : leg.sites) {
            sql << insert_leg_site, soci::use(id), soci::use(number), soci::use(site.text());
        }
        ++number;
    }
    for (auto const& excepted : supply.recurrence.except) {
        auto const day = to_iso(excepted);
        sql << insert_except, soci::use(id), soci::use(day);
    }
    for (auto const& motive : supply.motives) {
        sql << insert_motive, soci::use(id), soci::use(motive.text());
    }
}

} // namespace

void insert_supply(db::Session& session, Supply const& supply, CopyId const& copy) {
    std::string const modality(json::enum_name(supply.modality));
    auto const first_day = to_iso(supply.recurrence.first_day);
    auto const last_day = last_day_of(supply.recurrence);
    int const on_site = supply.on_site ? 1 : 0;
    session.sql() << insert, soci::use(supply.supply_id.text()), soci::use(supply.network_id.text()),
        soci::use(supply.partner_id.text()), soci::use(supply.group_id.text()), soci::use(modality),
        soci::use(first_day), soci::use(last_day), soci::use(supply.recurrence.rule),
        soci::use(supply.slot_minutes), soci::use(supply.advisers), soci::use(supply.walk_in_percent),
        soci::use(on_site), soci::use(copy.text());
    insert_parts(session, supply);
}

bool update_supply(db::Session& session, Supply const& supply, std::int64_t revision) {
    std::string const modality(json::enum_name(supply.modality));
    auto const first_day = to_iso(supply.recurrence.first_day);
    auto const last_day = last_day_of(supply.recurrence);
    long long const expected = revision;
    soci::statement statement =
        (session.sql().prepare << update, soci::use(modality), soci::use(first_day), soci::use(last_day),
         soci::use(supply.recurrence.rule), soci::use(supply.slot_minutes), soci::use(supply.advisers),
         soci::use(supply.walk_in_percent), soci::use(supply.supply_id.text()), soci::use(expected));
    statement.execute(true);
    if (db::changed(statement) == 0) {
        return false;
    }
    for (auto const* forget : forget_parts) {
        session.sql() << forget, soci::use(supply.supply_id.text());
    }
    insert_parts(session, supply);
    return true;
}

bool withdraw_supply(db::Session& session, SupplyId const& supply, std::int64_t revision) {
    long long const expected = revision;
    soci::statement statement =
        (session.sql().prepare << update_withdrawn, soci::use(supply.text()), soci::use(expected));
    statement.execute(true);
    return db::changed(statement) > 0;
}

bool supply_exists(db::Session& session, SupplyId const& supply) {
    long long count = 0;
    session.sql() << select_exists, soci::use(supply.text()), soci::into(count);
    return count > 0;
}

std::vector<SupplyRecord> made_by(db::Session& session, CopyId const& copy) {
    std::vector<SupplyId> ids;
    std::string id;
    soci::statement rows = (session.sql().prepare << select_copied, soci::use(copy.text()), soci::into(id));
    rows.execute();
    while (rows.fetch()) {
        ids.push_back(db::id_of<SupplyId>(id));
    }
    std::vector<SupplyRecord> made;
    made.reserve(ids.size());
    for (auto const& each : ids) {
        made.push_back(supply_record(session, each).value());
    }
    return made;
}

Result<GroupOwner> owner_of(db::Session& session, network::AdviserGroupId const& group) {
    std::string network;
    std::string partner;
    session.sql() << select_owner, soci::use(group.text()), soci::into(network), soci::into(partner);
    if (!session.sql().got_data()) {
        return fail(ErrorCode::not_found, "group_unknown");
    }
    return GroupOwner{db::id_of<NetworkId>(network), db::id_of<PartnerId>(partner)};
}

std::set<SiteId> sites_served_by(db::Session& session, network::AdviserGroupId const& group) {
    std::set<SiteId> sites;
    std::string site;
    soci::statement rows = (session.sql().prepare << select_sites, soci::use(group.text()), soci::into(site));
    rows.execute();
    while (rows.fetch()) {
        sites.insert(db::id_of<SiteId>(site));
    }
    return sites;
}

} // namespace parvis::scheduling
