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
            bool const is_busy = std::ranges::any_of(rota, [&](Manned const& other) {
                return overlap(session.shift, other.shift) && is_in(other.on_duty, person);
            });
            if (!is_busy && !is_absent(book, person, session.shift.day)) {
                session.free.push_back(person);
            }
        }
    }
    return rota;
}

} // namespace parvis::scheduling
