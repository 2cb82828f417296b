// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

bool is_in(std::vector<AccountId> const& people, AccountId const& person) {
    return std::ranges::find(people, person) != people.end();
}

bool is_absent(DutyBook const& book, AccountId const& person, LocalDate day) {
    return std::ranges::any_of(book.absences, [&](AbsentDays const& absence) {
        return absence.account_id == person && absence.first_day <= day && day <= absence.last_day;
    });
}

bool overlap(Shift const& a, Shift const& b) {
    return a.from < b.to && b.from < a.to;
}

Manned manned(Shift const& shift, DutyBook const& book) {
    Manned found{shift, false, {}, {}, 0, {}};
    std::vector<AccountId> named;
    if (auto const regulars = book.regulars.find(shift.supply_id); regulars != book.regulars.end()) {
        named = regulars->second;
    }
    for (auto const& stand_in : book.stand_ins) {
        if (stand_in.supply_id == shift.supply_id && stand_in.day == shift.day &&
            !is_in(named, stand_in.account_id)) {
            named.push_back(stand_in.account_id);
        }
    }
    for (auto const& person : named) {
        (is_absent(book, person, shift.day) ? found.absent : found.on_duty).push_back(person);
    }
    found.named = !named.empty();
    found.missing = found.named ? std::max(0, shift.advisers - static_cast<int>(found.on_duty.size())) : 0;
    return found;
}

bool is_regular(DutyBook const& book, Shift const& shift, AccountId const& person) {
    auto const regulars = book.regulars.find(shift.supply_id);
    return regulars != book.regulars.end() && is_in(regulars->second, person);
}

bool stands_in(DutyBook const& book, Shift const& shift, AccountId const& person) {
    return std::ranges::any_of(book.stand_ins, [&](StandIn const& each) {
        return each.supply_id == shift.supply_id && each.day == shift.day && each.account_id == person;
    });
}

bool is_busy(std::vector<Manned> const& rota, Shift const& shift, AccountId const& person) {
    return std::ranges::any_of(rota, [&](Manned const& other) {
        return overlap(shift, other.shift) && is_in(other.on_duty, person);
    });
}

} // namespace

std::vector<Shift> shifts_of(std::vector<Opening> const& openings,
                             std::map<SupplyId, network::AdviserGroupId> const& groups) {
    std::map<std::pair<SupplyId, LocalDate>, Shift> days;
    for (auto const& opening : openings) {
        auto const [found, is_new] = days.try_emplace(
            {opening.supply_id, opening.day}, Shift{opening.supply_id, groups.at(opening.supply_id),
                                                    opening.day, opening.from, opening.to, opening.advisers});
        if (!is_new) {
            found->second.from = std::min(found->second.from, opening.from);
            found->second.to = std::max(found->second.to, opening.to);
        }
    }
    std::vector<Shift> shifts;
    for (auto& [key, shift] : days) {
        shifts.push_back(std::move(shift));
    }
    std::ranges::stable_sort(shifts, {}, &Shift::from);
    return shifts;
}

std::vector<Manned> man(std::vector<Shift> const& shifts, DutyBook const& book,
                        std::map<network::AdviserGroupId, std::vector<AccountId>> const& members) {
    std::vector<Manned> rota;
    rota.reserve(shifts.size());
    for (auto const& shift : shifts) {
        rota.push_back(manned(shift, book));
    }
    for (auto& session : rota) {
        auto const of_group = members.find(session.shift.group_id);
        if (of_group == members.end()) {
            continue;
        }
        for (auto const& person : of_group->second) {
            if (!is_busy(rota, session.shift, person) && !is_absent(book, person, session.shift.day)) {
                session.free.push_back(person);
            }
        }
    }
    return rota;
}

Replacement replace(std::vector<Manned> const& rota, DutyBook const& book,
                    std::map<network::AdviserGroupId, std::vector<AccountId>> const& members,
                    AbsentDays const& away, AccountId const& instead) {
    Replacement found;
    for (auto const& session : rota) {
        auto const& shift = session.shift;
        auto const group = members.find(shift.group_id);
        if (shift.day < away.first_day || away.last_day < shift.day || group == members.end() ||
            !is_in(session.absent, away.account_id)) {
            continue;
        }
        auto const refuse = [&](NotInstead reason) { found.refused.push_back({shift, reason}); };
        bool const takes_another =
            std::ranges::any_of(found.taken, [&](Shift const& other) { return overlap(shift, other); });
        if (!is_in(group->second, instead)) {
            refuse(NotInstead::other_group);
        } else if (is_absent(book, instead, shift.day)) {
            refuse(NotInstead::absent);
        } else if (stands_in(book, shift, instead) && !is_regular(book, shift, instead)) {
            found.taken.push_back(shift); // the same again
        } else if (takes_another || is_busy(rota, shift, instead)) {
            refuse(NotInstead::on_duty);
        } else if (session.missing == 0) {
            refuse(NotInstead::nobody_missing);
        } else {
            found.taken.push_back(shift);
        }
    }
    return found;
}

} // namespace parvis::scheduling
