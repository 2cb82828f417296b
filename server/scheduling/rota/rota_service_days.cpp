// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota_service_days.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace parvis::scheduling {

namespace {

bool is_in(std::vector<AccountId> const& people, AccountId const& person) {
    return std::ranges::find(people, person) != people.end();
}

DutySession duty_session(NetworkRota const& rota, Manned const& manned, AccountId const& person) {
    auto const& shift = manned.shift;
    DutySession duty{rota.supplies.at(shift.supply_id),       shift, {},
                     static_cast<int>(manned.on_duty.size()), false, {}};
    for (auto const& opening : rota.openings) {
        if (opening.supply_id == shift.supply_id && opening.day == shift.day) {
            duty.parts.push_back(opening);
        }
    }
    auto const regulars = rota.book.regulars.find(shift.supply_id);
    duty.instead = regulars == rota.book.regulars.end() || !is_in(regulars->second, person);
    for (auto const& absent : manned.absent) {
        auto const named = std::ranges::find(rota.members, absent, &GroupMember::account_id);
        if (duty.instead && named != rota.members.end()) {
            duty.instead_of.push_back(named->name);
        }
    }
    return duty;
}

} // namespace

std::map<network::AdviserGroupId, std::vector<AccountId>> by_group(std::vector<GroupMember> const& people) {
    std::map<network::AdviserGroupId, std::vector<AccountId>> members;
    for (auto const& member : people) {
        members[member.group_id].push_back(member.account_id);
    }
    return members;
}

namespace {

/// The supplies in which somebody is on duty, or comes instead of somebody.
std::set<SupplyId> supplies_of(DutyBook const& book, AccountId const& person) {
    std::set<SupplyId> found;
    for (auto const& [supply, people] : book.regulars) {
        if (is_in(people, person)) {
            found.insert(supply);
        }
    }
    for (auto const& one : book.stand_ins) {
        if (one.account_id == person) {
            found.insert(one.supply_id);
        }
    }
    return found;
}

/// `person`: only supplies in which they have something to do.
NetworkRota read_rota(db::Session& session, RotaQuery const& query, FreePeople free,
                      std::optional<AccountId> const& person) {
    NetworkRota rota;
    rota.time_zone = time_zone_of(session, query.network_id).value();
    rota.book = duty_book(session, query.network_id, query.from_day, query.to_day);
    auto const own = person ? supplies_of(rota.book, *person) : std::set<SupplyId>();
    std::vector<Supply> supplies;
    std::map<SupplyId, network::AdviserGroupId> groups;
    for (auto& record : supply_records(session, {query.network_id}, query.from_day, query.to_day)) {
        if (person && !own.contains(record.supply.supply_id)) {
            continue;
        }
        supplies.push_back(record.supply);
        groups.emplace(record.supply.supply_id, record.supply.group_id);
        auto const id = record.supply.supply_id;
        rota.supplies.emplace(id, std::move(record));
    }
    rota.openings =
        openings_of(session, query.network_id, supplies, to_instant(query.from_day, 0, rota.time_zone),
                    to_instant(add_days(query.to_day, 1), 0, rota.time_zone));
    rota.members = group_members(session, query.network_id);
    auto const members = free == FreePeople::wanted
                             ? by_group(rota.members)
                             : std::map<network::AdviserGroupId, std::vector<AccountId>>{};
    rota.sessions = man(shifts_of(rota.openings, groups), rota.book, members);
    return rota;
}

} // namespace

NetworkRota rota_of(db::Session& session, RotaQuery const& query, FreePeople free) {
    return read_rota(session, query, free, std::nullopt);
}

PersonalRota duties_of(db::Session& session, AccountId const& person, RotaQuery const& query) {
    // Calendars ask often: a person's own sessions are few among those of a network.
    auto const rota = read_rota(session, query, FreePeople::unasked, person);
    PersonalRota own{rota.time_zone, {}};
    for (auto const& manned : rota.sessions) {
        if (is_in(manned.on_duty, person)) {
            own.sessions.push_back(duty_session(rota, manned, person));
        }
    }
    return own;
}

} // namespace parvis::scheduling
