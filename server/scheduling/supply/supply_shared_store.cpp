// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_shared_store.hpp"

#include "platform/db/day_column.hpp"
#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>

namespace parvis::scheduling {
namespace {

// One condition for a supply and for everything that hangs on it, so that five statements read any number of
// them.
constexpr char in_network[] = " WHERE s.network_id = :network";
/// Without the network beside it: SQLite would go through all supplies of it.
constexpr char at_sites[] =
    " WHERE s.supply_id IN (SELECT t.supply_id FROM supply_leg_site t WHERE t.site_id IN ";
constexpr char in_days[] = " AND s.withdrawn = 0 AND s.last_day >= :from_day AND s.first_day <= :to_day";
constexpr char of_partner[] = " AND s.partner_id = :partner";
constexpr char this_one[] = " WHERE s.supply_id = :id AND s.withdrawn = 0";

std::string const select_supplies = "SELECT s.supply_id, s.network_id, s.partner_id, s.group_id, s.modality, "
                                    "s.first_day, s.rule, s.slot_minutes,"
                                    " s.advisers, s.walk_in_percent, s.on_site, s.revision FROM supply s";
std::string const select_legs = "SELECT l.supply_id, l.from_minute, l.to_minute FROM supply_leg l"
                                " JOIN supply s ON s.supply_id = l.supply_id";
std::string const select_leg_sites = "SELECT l.supply_id, l.leg, l.site_id FROM supply_leg_site l"
                                     " JOIN supply s ON s.supply_id = l.supply_id";
std::string const select_except =
    "SELECT e.supply_id, e.day FROM supply_except e JOIN supply s ON s.supply_id = e.supply_id";
std::string const select_motives =
    "SELECT m.supply_id, m.motive_id FROM supply_motive m JOIN supply s ON s.supply_id = m.supply_id";
constexpr char select_group[] = "SELECT group_id FROM supply WHERE supply_id = :id AND partner_id = :partner";
constexpr char select_zone[] = "SELECT time_zone FROM network WHERE network_id = :id";
constexpr char select_regions[] = "SELECT site_id, holiday_region FROM site WHERE site_id IN ";
/// Sites asked for in one statement; PostgreSQL and SQLite take some thousands of values.
constexpr std::size_t sites_at_once = 500;

/// "(:s0, :s1)".
std::string places_for(std::size_t count) {
    std::string text = "(";
    for (std::size_t i = 0; i < count; ++i) {
        text += (i == 0 ? ":s" : ", :s") + std::to_string(i);
    }
    return text + ")";
}

/// What is asked, and its values in order; SOCI keeps references to them.
struct Condition {
    std::string text;
    std::vector<std::string> values;

    void bind(soci::statement& statement) const {
        for (auto const& value : values) {
            statement.exchange(soci::use(value));
        }
    }
};

Condition condition_of(SupplyQuery const& query, LocalDate from, LocalDate to) {
    Condition condition{in_network, {query.network_id.text()}};
    if (!query.sites.empty()) {
        condition = {at_sites + places_for(query.sites.size()) + ")", {}};
        std::ranges::transform(query.sites, std::back_inserter(condition.values), &SiteId::text);
    }
    condition.text += in_days;
    condition.values.insert(condition.values.end(), {to_iso(from), to_iso(to)});
    if (query.partner_id) {
        condition.text += of_partner;
        condition.values.push_back(query.partner_id->text());
    }
    return condition;
}

void run(soci::statement& rows, std::string const& query, Condition const& condition) {
    condition.bind(rows);
    rows.alloc();
    rows.prepare(query);
    rows.define_and_bind();
    rows.execute();
}

using Records = std::vector<SupplyRecord>;

/// The record that a row belongs to; rows come in the order of the records.
SupplyRecord& of(Records& records, std::string const& id) {
    auto const found =
        std::ranges::lower_bound(records, id, {}, [](SupplyRecord const& record) -> std::string const& {
            return record.supply.supply_id.text();
        });
    return *found;
}

Records read_supplies(db::Session& session, Condition const& condition) {
    Records records;
    std::string id;
    std::string network;
    std::string partner;
    std::string group;
    std::string modality;
    std::string first_day;
    SupplyRecord next;
    int on_site = 0;
    long long revision = 0;
    soci::statement rows(session.sql());
    rows.exchange(soci::into(id));
    rows.exchange(soci::into(network));
    rows.exchange(soci::into(partner));
    rows.exchange(soci::into(group));
    rows.exchange(soci::into(modality));
    rows.exchange(soci::into(first_day));
    rows.exchange(soci::into(next.supply.recurrence.rule));
    rows.exchange(soci::into(next.supply.slot_minutes));
    rows.exchange(soci::into(next.supply.advisers));
    rows.exchange(soci::into(next.supply.walk_in_percent));
    rows.exchange(soci::into(on_site));
    rows.exchange(soci::into(revision));
    run(rows, select_supplies + condition.text + " ORDER BY s.supply_id", condition);
    while (rows.fetch()) {
        next.supply.supply_id = db::id_of<SupplyId>(id);
        next.supply.network_id = db::id_of<NetworkId>(network);
        next.supply.partner_id = db::id_of<PartnerId>(partner);
        next.supply.group_id = db::id_of<network::AdviserGroupId>(group);
        next.supply.modality = db::word_of<Modality>(modality);
        next.supply.recurrence.first_day = db::day_of(first_day);
        next.supply.on_site = on_site != 0;
        next.revision = revision;
        records.push_back(next);
    }
    return records;
}

void read_legs(db::Session& session, Condition const& condition, Records& records) {
    std::string id;
    int from = 0;
    int to = 0;
    soci::statement legs(session.sql());
    legs.exchange(soci::into(id));
    legs.exchange(soci::into(from));
    legs.exchange(soci::into(to));
    run(legs, select_legs + condition.text + " ORDER BY l.supply_id, l.leg", condition);
    while (legs.fetch()) {
        of(records, id).supply.legs.push_back({{}, from, to});
    }
    int leg = 0;
    std::string site;
    soci::statement sites(session.sql());
    sites.exchange(soci::into(id));
    sites.exchange(soci::into(leg));
    sites.exchange(soci::into(site));
    run(sites, select_leg_sites + condition.text + " ORDER BY l.supply_id, l.leg, l.site_id", condition);
    while (sites.fetch()) {
        of(records, id)
            .supply.legs.at(static_cast<std::size_t>(leg))
            .sites.push_back(db::id_of<SiteId>(site));
    }
}

void read_pairs(db::Session& session, std::string const& query, Condition const& condition,
                std::function<void(std::string const&, std::string const&)> const& tell) {
    std::string id;
    std::string value;
    soci::statement rows(session.sql());
    rows.exchange(soci::into(id));
    rows.exchange(soci::into(value));
    run(rows, query + condition.text + " ORDER BY 1, 2", condition);
    while (rows.fetch()) {
        tell(id, value);
    }
}

Records read(db::Session& session, Condition const& condition) {
    auto records = read_supplies(session, condition);
    if (records.empty()) {
        return records;
    }
    read_legs(session, condition, records);
    read_pairs(session, select_except, condition, [&](std::string const& id, std::string const& day) {
        of(records, id).supply.recurrence.except.push_back(db::day_of(day));
    });
    read_pairs(session, select_motives, condition, [&](std::string const& id, std::string const& motive) {
        of(records, id).supply.motives.push_back(db::id_of<MotiveId>(motive));
    });
    return records;
}

void keep_those_that_serve(db::Session& session, SupplyQuery const& query, Records& records) {
    for (auto const& id : query.motives) {
        auto const asked = motive(session, id);
        std::erase_if(records,
                      [&](SupplyRecord const& record) { return !asked || !serves(record.supply, *asked); });
    }
    if (!query.subject.empty()) {
        auto const of_subject = motives_of_subject(session, query.network_id, query.subject);
        std::erase_if(records, [&](SupplyRecord const& record) {
            return std::ranges::none_of(of_subject,
                                        [&](Motive const& each) { return serves(record.supply, each); });
        });
    }
}

std::map<SiteId, HolidayRegion> regions_of(db::Session& session, std::vector<Supply> const& supplies) {
    std::set<SiteId> asked;
    for (auto const& supply : supplies) {
        for (auto const& leg : supply.legs) {
            asked.insert(leg.sites.begin(), leg.sites.end());
        }
    }
    std::vector<SiteId> const sites(asked.begin(), asked.end());
    std::map<SiteId, HolidayRegion> regions;
    for (std::size_t first = 0; first < sites.size(); first += sites_at_once) {
        auto const count = std::min(sites_at_once, sites.size() - first);
        std::string site;
        std::string region;
        soci::statement rows(session.sql());
        rows.exchange(soci::into(site));
        rows.exchange(soci::into(region));
        Condition condition{places_for(count), {}};
        std::transform(sites.begin() + static_cast<std::ptrdiff_t>(first),
                       sites.begin() + static_cast<std::ptrdiff_t>(first + count),
                       std::back_inserter(condition.values), [](SiteId const& id) { return id.text(); });
        run(rows, select_regions + condition.text, condition);
        while (rows.fetch()) {
            regions.emplace(db::id_of<SiteId>(site), db::word_of<HolidayRegion>(region));
        }
    }
    return regions;
}

} // namespace

std::vector<SupplyRecord> supply_records(db::Session& session, SupplyQuery const& query, LocalDate from,
                                         LocalDate to) {
    auto records = read(session, condition_of(query, from, to));
    std::erase_if(records,
                  [&](SupplyRecord const& record) { return record.supply.network_id != query.network_id; });
    keep_those_that_serve(session, query, records);
    return records;
}

std::vector<Supply> supplies_serving(db::Session& session, SupplyQuery const& query, Instant from,
                                     Instant to) {
    std::vector<Supply> supplies;
    auto const zone = time_zone_of(session, query.network_id);
    if (zone) {
        for (auto& record :
             supply_records(session, query, to_local(from, *zone).date(), to_local(to, *zone).date())) {
            supplies.push_back(std::move(record.supply));
        }
    }
    return supplies;
}

Result<SupplyRecord> supply_record(db::Session& session, SupplyId const& supply) {
    auto found = read(session, {this_one, {supply.text()}});
    if (found.empty()) {
        return fail(ErrorCode::not_found, "supply_unknown");
    }
    return std::move(found.front());
}

std::vector<Opening> openings_of(db::Session& session, NetworkId const& network,
                                 std::vector<Supply> const& supplies, Instant from, Instant to) {
    std::vector<Opening> found;
    if (supplies.empty()) {
        return found;
    }
    SupplySurroundings around{time_zone_of(session, network).value(), regions_of(session, supplies), {}};
    std::map<network::AdviserGroupId, std::vector<OpenSpan>> closures;
    for (auto const& supply : supplies) {
        auto const [of_group, is_new] = closures.try_emplace(supply.group_id);
        if (is_new) {
            // A day on both sides: an opening that touches the span may begin before it and end after it.
            of_group->second = body_closures(session, supply.partner_id, supply.group_id,
                                             from - std::chrono::hours(24), to + std::chrono::hours(24));
        }
        around.closures = of_group->second;
        auto expanded = openings(supply, from, to, around).value();
        std::ranges::move(expanded, std::back_inserter(found));
    }
    std::ranges::stable_sort(found, {}, &Opening::from);
    return found;
}

Result<std::string> time_zone_of(db::Session& session, NetworkId const& network) {
    std::string zone;
    session.sql() << select_zone, soci::use(network.text()), soci::into(zone);
    return session.sql().got_data() ? Result<std::string>(std::move(zone))
                                    : fail(ErrorCode::not_found, "network_unknown");
}

std::optional<network::AdviserGroupId> group_of_supply(db::Session& session, SupplyId const& supply,
                                                       PartnerId const& partner) {
    std::string group;
    session.sql() << select_group, soci::use(supply.text()), soci::use(partner.text()), soci::into(group);
    return session.sql().got_data() ? std::optional(db::id_of<network::AdviserGroupId>(group)) : std::nullopt;
}

} // namespace parvis::scheduling
