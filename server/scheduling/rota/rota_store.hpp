// SPDX-License-Identifier: EUPL-1.2
// SQL of duties, stand-ins and absences. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/rota/rota.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

using AbsenceId = Id<struct AbsenceTag>;

/// Somebody who answers in a group, by name.
struct GroupMember {
    AccountId account_id;
    std::string name;
    network::AdviserGroupId group_id;
    PartnerId partner_id;
};
/// Of all groups of a network; disabled accounts are not among them.
std::vector<GroupMember> group_members(db::Session& session, NetworkId const& network);

struct AbsenceRecord {
    AbsenceId absence_id;
    NetworkId network_id;
    PartnerId partner_id;
    AbsentDays days;
};
/// Those that touch the days from `from` to `to`, by first day.
std::vector<AbsenceRecord> absences_in(db::Session& session, NetworkId const& network, LocalDate from,
                                       LocalDate to);
std::optional<AbsenceRecord> find_absence(db::Session& session, AbsenceId const& absence);
/// Made or changed; network, body and person stay.
void save_absence(db::Session& session, AbsenceRecord const& absence);
void remove_absence(db::Session& session, AbsenceId const& absence);

/// Of a network's supplies; stand-ins of the days from `from` to `to`.
DutyBook duty_book(db::Session& session, NetworkId const& network, LocalDate from, LocalDate to);
/// Replaces who is named.
void save_team(db::Session& session, SupplyId const& supply, std::vector<AccountId> const& people);
void save_stand_ins(db::Session& session, SupplyId const& supply, LocalDate day,
                    std::vector<AccountId> const& people);
/// One more of them; the same again changes nothing.
void add_stand_in(db::Session& session, StandIn const& stand_in);

/// What is about days before `before`.
void forget_duties(db::Session& session, LocalDate before);

} // namespace parvis::scheduling
