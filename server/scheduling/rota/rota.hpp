// SPDX-License-Identifier: EUPL-1.2
// Who is on duty in which session, who is missing, and who could come instead. Pure; any thread.
//
// The adviser is bound late: a rota names people on duty, an appointment still belongs to the session. A
// session for which nobody is named has only a number of advisers, and nothing is missing from it.
#pragma once

#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <map>
#include <vector>

namespace parvis::scheduling {

/// One supply on one day, from its first opening to the end of its last.
struct Shift {
    SupplyId supply_id;
    network::AdviserGroupId group_id;
    LocalDate day;
    Instant from;
    Instant to;
    int advisers{};
};

struct StandIn {
    SupplyId supply_id;
    LocalDate day;
    AccountId account_id;
};

/// From the first to the last day, both included.
struct AbsentDays {
    AccountId account_id;
    LocalDate first_day;
    LocalDate last_day;
};

struct DutyBook {
    std::map<SupplyId, std::vector<AccountId>> regulars;
    std::vector<StandIn> stand_ins;
    std::vector<AbsentDays> absences;
};

struct Manned {
    Shift shift;
    bool named{};                   ///< somebody is named for it
    std::vector<AccountId> on_duty; ///< regulars first
    std::vector<AccountId> absent;  ///< named, and not there that day
    int missing{};                  ///< of the number of advisers that was promised
    std::vector<AccountId> free;    ///< of the group: there that day, and in no other session then
};

/// Openings to shifts, by time. `groups`: of each supply.
std::vector<Shift> shifts_of(std::vector<Opening> const& openings,
                             std::map<SupplyId, network::AdviserGroupId> const& groups);

/// In the order of `shifts`, which hold all sessions that people of the groups may be in. `members`: of each
/// group.
std::vector<Manned> man(std::vector<Shift> const& shifts, DutyBook const& book,
                        std::map<network::AdviserGroupId, std::vector<AccountId>> const& members);

/// Why somebody cannot come instead: in a session then, away that day, not of that group, or nobody is
/// missing.
BOOST_DEFINE_ENUM_CLASS(NotInstead, on_duty, absent, other_group, nobody_missing)

struct RefusedShift {
    Shift shift;
    NotInstead reason{};
};
struct Replacement {
    std::vector<Shift> taken; ///< with those that were taken before
    std::vector<RefusedShift> refused;
};

/// One person for another, wherever that one is named and away from `first_day` to `last_day`. `rota` holds
/// all sessions of these days, of whatever body; `members` those of each group of the body that plans: what
/// others planned is not replaced, and only tells who is busy.
Replacement replace(std::vector<Manned> const& rota, DutyBook const& book,
                    std::map<network::AdviserGroupId, std::vector<AccountId>> const& members,
                    AbsentDays const& away, AccountId const& instead);

} // namespace parvis::scheduling
