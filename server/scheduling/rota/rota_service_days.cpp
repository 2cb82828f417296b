// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota_service_days.hpp"

#include <algorithm>
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

NetworkRota rota_of(db::Session& session, RotaQuery const& query, FreePeople free) {
    NetworkRota rota;
    rota.time_zone = time_zone_of(session, query.network_id).value();
    std::vector<Supply> supplies;
    std::map<SupplyId, network::AdviserGroupId> groups;
    for (auto& record : supply_records(session, {query.network_id}, query.from_day, query.to_day)) {
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
    rota.book = duty_book(session, query.network_id, query.from_day, query.to_day);
    rota.sessions = man(shifts_of(rota.openings, groups), rota.book, members);
    return rota;
}

PersonalRota duties_of(db::Session& session, AccountId const& person, RotaQuery const& query) {
    auto rota = rota_of(session, query, FreePeople::unasked);
    PersonalRota own{rota.time_zone, {}};
    for (auto const& manned : rota.sessions) {
        if (is_in(manned.on_duty, person)) {
            own.sessions.push_back(duty_session(rota, manned, person));
        }
    }
    return own;
}

} // namespace parvis::scheduling
