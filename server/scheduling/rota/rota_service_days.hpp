// SPDX-License-Identifier: EUPL-1.2
// The sessions of some days with the people in them, inside a transaction of the caller. Worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/rota/rota_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct RotaQuery {
    NetworkId network_id;
    LocalDate from_day;
    LocalDate to_day;
};

/// All sessions of a network between two days, manned.
struct NetworkRota {
    std::string time_zone;
    std::map<SupplyId, SupplyRecord> supplies;
    std::vector<GroupMember> members;
    DutyBook book;
    std::vector<Opening> openings; ///< by time
    std::vector<Manned> sessions;  ///< by time
};

std::map<network::AdviserGroupId, std::vector<AccountId>> by_group(std::vector<GroupMember> const& people);

/// Who could come is costly to know for many days.
enum class FreePeople { wanted, unasked };
NetworkRota rota_of(db::Session& session, RotaQuery const& query, FreePeople free);

/// A session in which one person is on duty.
struct DutySession {
    SupplyRecord record;
    Shift shift;
    std::vector<Opening> parts;          ///< of that day, by time
    int on_duty{};                       ///< people, with that one
    bool instead{};                      ///< for this day only
    std::vector<std::string> instead_of; ///< who is named for it and away
};
struct PersonalRota {
    std::string time_zone;
    std::vector<DutySession> sessions; ///< by time
};
PersonalRota duties_of(db::Session& session, AccountId const& person, RotaQuery const& query);

} // namespace parvis::scheduling
