// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply_service.hpp"

#include "platform/time/recurrence.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/booked_day_store.hpp"
#include "server/scheduling/closure_store.hpp"
#include "server/scheduling/motive_shared_store.hpp"
#include "server/scheduling/place_store.hpp"
#include "server/scheduling/supply_policy.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_plan_days = 62;

void note(db::Session& session, Caller const& caller, std::string act, std::string subject,
          std::string detail, Instant now) {
    identity::append_audit(
        session,
        {std::move(act), identity::trail_name(caller.account_id), std::move(subject), std::move(detail), now},
        now);
}

SupplyView view_of(Caller const& caller, SupplyRecord record) {
    SupplyView view{std::move(record.supply), record.revision, {}};
    if (may_plan(caller, view.supply.network_id, view.supply.partner_id)) {
        view.allowed_actions.emplace_back("change_supply");
    }
    return view;
}

Supply supply_of(SupplyId const& id, GroupOwner const& owner, SupplyForm const& form) {
    return in_order({id, owner.network_id, owner.partner_id, form.group_id, form.modality, form.recurrence,
                     form.legs, form.slot_minutes, form.advisers, form.walk_in_percent, form.motives});
}

Result<void> check_motives(db::Session& session, Supply const& supply) {
    for (std::size_t i = 0; i < supply.motives.size(); ++i) {
        auto const pointer = "/motives/" + std::to_string(i);
        auto const named = motive(session, supply.motives[i]);
        if (!named || named->partner_id != supply.partner_id || has_ended(session, supply.motives[i])) {
            return fail(ErrorCode::invalid_input, "motive_unknown", pointer);
        }
        if (!serves(supply, *named)) {
            return fail(ErrorCode::invalid_input, "motive_not_for_modality", pointer);
        }
    }
    return {};
}

Result<void> check_clashes(db::Session& session, Supply const& supply, LocalDate today) {
    auto const horizon = add_days(std::max(today, supply.recurrence.first_day), 2 * 366);
    for (auto const& other :
         supply_records(session, {supply.network_id, supply.partner_id}, today, horizon)) {
        if (other.supply.supply_id == supply.supply_id) {
            continue;
        }
        auto const clash = first_clash(supply, other.supply, today);
        if (!clash) {
            return clash.error();
        }
        if (*clash) {
            return fail(ErrorCode::conflict, "supply_overlaps", "/legs", {{"day", to_iso(**clash)}});
        }
    }
    return {};
}

/// Everything that makes a supply fit to be kept.
Result<void> check(db::Session& session, Supply const& supply, LocalDate today) {
    if (auto sound = check_supply(supply, sites_served_by(session, supply.group_id)); !sound) {
        return sound;
    }
    auto const last = last_recurring_day(supply.recurrence.first_day, supply.recurrence.rule);
    if (last && *last && **last < today) {
        return fail(ErrorCode::invalid_input, "date_past", "/recurrence/first_day");
    }
    if (auto sound = check_motives(session, supply); !sound) {
        return sound;
    }
    return check_clashes(session, supply, today);
}

Error changed_meanwhile() {
    return fail(ErrorCode::conflict, "supply_changed", "/revision");
}

/// What may be changed by this caller.
Result<SupplyRecord> changeable(db::Session& session, Caller const& caller, SupplyId const& id) {
    auto record = supply_record(session, id);
    if (record && !may_plan(caller, record->supply.network_id, record->supply.partner_id)) {
        return refuse_change(caller, record->supply.network_id, "supply_unknown");
    }
    return record;
}

std::vector<RegionHolidays> holidays_between(db::Session& session, PlanQuery const& query) {
    std::vector<RegionHolidays> found;
    for (auto const region : holiday_regions_of(session, query.network_id)) {
        auto& of_region = found.emplace_back(RegionHolidays{region, {}});
        for (int year = query.from_day.year; year <= query.to_day.year; ++year) {
            for (auto& holiday : public_holidays(region, year)) {
                if (query.from_day <= holiday.day && holiday.day <= query.to_day) {
                    of_region.holidays.push_back(std::move(holiday));
                }
            }
        }
    }
    return found;
}

/// Of bodies for which the caller plans.
std::vector<BookedDay> booked_days(db::Session& session, Caller const& caller, PlanQuery const& query,
                                   std::string const& zone, Instant from, Instant to) {
    std::map<std::pair<SupplyId, LocalDate>, BookedDay> days;
    for (auto const& seat : booked_seats(session, query.network_id, query.partner_id, from, to)) {
        if (!may_plan(caller, query.network_id, seat.partner_id)) {
            continue;
        }
        auto const day = to_local(seat.starts_at, zone).date();
        auto& booked =
            days.try_emplace({seat.supply_id, day}, BookedDay{seat.supply_id, day, 0, 0}).first->second;
        ++booked.appointments;
        booked.minutes += seat.minutes;
    }
    std::vector<BookedDay> found;
    for (auto const& [key, booked] : days) {
        found.push_back(booked);
    }
    return found;
}

/// SupplyService::save() inside a transaction.
Result<SupplyView> save_in(db::Session& session, Caller const& caller, SupplyId const& id,
                           SupplyForm const& form, Instant now) {
    auto const owner = owner_of(session, form.group_id);
    if (!owner) {
        return owner.error();
    }
    if (!may_plan(caller, owner->network_id, owner->partner_id)) {
        return refuse_change(caller, owner->network_id, "group_unknown");
    }
    auto const supply = supply_of(id, *owner, form);
    auto standing = supply_record(session, id);
    if (!standing && supply_exists(session, id)) {
        return fail(ErrorCode::conflict, "supply_ended");
    }
    if (!standing && form.revision != 0) {
        return fail(ErrorCode::not_found, "supply_unknown");
    }
    if (standing && standing->supply.group_id != supply.group_id) {
        return fail(ErrorCode::invalid_input, "supply_group_fixed", "/group_id");
    }
    if (standing && says_the_same(standing->supply, supply)) {
        return view_of(caller, std::move(*standing));
    }
    if (standing && standing->revision != form.revision) {
        return changed_meanwhile();
    }
    auto const zone = time_zone_of(session, supply.network_id).value();
    if (auto sound = check(session, supply, to_local(now, zone).date()); !sound) {
        return sound.error();
    }
    if (!standing) {
        insert_supply(session, supply, CopyId());
    } else if (!update_supply(session, supply, form.revision)) {
        return changed_meanwhile();
    }
    auto saved = supply_record(session, id).value();
    note(session, caller, "supply_saved", "supply:" + id.text(), "revision " + std::to_string(saved.revision),
         now);
    return view_of(caller, std::move(saved));
}

/// SupplyService::except_day() inside a transaction.
Result<SupplyView> except_in(db::Session& session, Caller const& caller, SupplyId const& id,
                             SupplyExcept const& wanted, Instant now) {
    auto record = changeable(session, caller, id);
    if (!record) {
        return record.error();
    }
    auto& recurrence = record->supply.recurrence;
    if (std::ranges::count(recurrence.except, wanted.day) > 0) {
        return view_of(caller, std::move(*record));
    }
    auto const zone = time_zone_of(session, record->supply.network_id).value();
    if (wanted.day < to_local(now, zone).date()) {
        return fail(ErrorCode::invalid_input, "date_past", "/day");
    }
    auto const days = recurring_days(recurrence.first_day, recurrence.rule, wanted.day, wanted.day);
    if (!days || days->empty()) {
        return fail(ErrorCode::invalid_input, "day_not_in_recurrence", "/day");
    }
    recurrence.except.push_back(wanted.day);
    if (!update_supply(session, record->supply, wanted.revision)) {
        return changed_meanwhile();
    }
    note(session, caller, "supply_excepted", "supply:" + id.text(), to_iso(wanted.day), now);
    return view_of(caller, supply_record(session, id).value());
}

} // namespace

SupplyService::SupplyService(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock) {}

Result<Plan> SupplyService::plan(Caller const& caller, PlanQuery const& query) {
    if (!may_read_plan(caller, query.network_id)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    if (query.to_day < query.from_day || add_days(query.from_day, most_plan_days) <= query.to_day) {
        return fail(ErrorCode::invalid_input, "plan_span_wrong", "/to",
                    {{"most", std::to_string(most_plan_days)}});
    }
    return database_.read([&](db::Session& session) -> Result<Plan> {
        Plan plan{query.from_day,
                  query.to_day,
                  time_zone_of(session, query.network_id).value(),
                  {},
                  {},
                  {},
                  {},
                  {}};
        auto const from = to_instant(query.from_day, 0, plan.time_zone);
        auto const to = to_instant(add_days(query.to_day, 1), 0, plan.time_zone);
        std::vector<Supply> supplies;
        for (auto& record : supply_records(session, {query.network_id, query.partner_id, query.site_id},
                                           query.from_day, query.to_day)) {
            supplies.push_back(record.supply);
            plan.supplies.push_back(view_of(caller, std::move(record)));
        }
        plan.openings = openings_of(session, query.network_id, supplies, from, to);
        plan.closures = body_closures_of(session, query.network_id, from, to);
        std::erase_if(plan.closures, [&](BodyClosure const& closure) {
            return query.partner_id && closure.partner_id != *query.partner_id;
        });
        plan.holidays = holidays_between(session, query);
        plan.booked = booked_days(session, caller, query, plan.time_zone, from, to);
        return plan;
    });
}

Result<SupplyView> SupplyService::save(Caller const& caller, SupplyId const& id, SupplyForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) { return save_in(session, caller, id, form, now); });
}

Result<void> SupplyService::end(Caller const& caller, SupplyId const& id, SupplyEnd const& wanted) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        if (!supply_record(session, id) && supply_exists(session, id)) {
            return {}; // withdrawn: a repeated request has nothing left to do
        }
        auto record = changeable(session, caller, id);
        if (!record) {
            return record.error();
        }
        auto const zone = time_zone_of(session, record->supply.network_id).value();
        if (wanted.last_day < add_days(to_local(now, zone).date(), -1)) {
            return fail(ErrorCode::invalid_input, "date_past", "/last_day");
        }
        auto& recurrence = record->supply.recurrence;
        if (wanted.last_day < recurrence.first_day) {
            if (!withdraw_supply(session, id, wanted.revision)) {
                return changed_meanwhile();
            }
        } else {
            auto rule = ended_by(recurrence.first_day, recurrence.rule, wanted.last_day).value();
            if (rule == recurrence.rule) {
                return {};
            }
            recurrence.rule = std::move(rule);
            if (!check_recurrence(recurrence.first_day, recurrence.rule)) { // no day of it is left
                if (!withdraw_supply(session, id, wanted.revision)) {
                    return changed_meanwhile();
                }
            } else if (!update_supply(session, record->supply, wanted.revision)) {
                return changed_meanwhile();
            }
        }
        note(session, caller, "supply_ended", "supply:" + id.text(), to_iso(wanted.last_day), now);
        return {};
    });
}

Result<SupplyView> SupplyService::except_day(Caller const& caller, SupplyId const& id,
                                             SupplyExcept const& wanted) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) { return except_in(session, caller, id, wanted, now); });
}

Result<SupplyView> SupplyService::instead_of_day(Caller const& caller, SupplyId const& id,
                                                 SupplyInstead const& wanted) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<SupplyView> {
        auto const excepted = except_in(session, caller, id, {wanted.day, wanted.revision}, now);
        if (!excepted) {
            return excepted.error();
        }
        auto made = save_in(session, caller, wanted.instead_id, wanted.instead, now);
        if (!made && !made.error().pointer.empty()) {
            auto error = std::move(made).error();
            error.pointer.insert(0, "/instead");
            return error;
        }
        return made;
    });
}

} // namespace parvis::scheduling
