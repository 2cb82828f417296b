// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_service.hpp"

#include "server/scheduling/opening/closure_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/booked_day_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_service_steps.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_plan_days = 62;

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
    std::map<std::tuple<SupplyId, LocalDate, std::optional<SiteId>>, BookedDay> days;
    for (auto const& seat : booked_seats(session, query.network_id, query.partner_id, from, to)) {
        if (!may_plan(caller, query.network_id, seat.partner_id)) {
            continue;
        }
        auto const day = to_local(seat.starts_at, zone).date();
        auto& booked = days.try_emplace({seat.supply_id, day, seat.site_id},
                                        BookedDay{seat.supply_id, day, seat.site_id, 0, 0, 0})
                           .first->second;
        ++booked.appointments;
        booked.missed += seat.missed ? 1 : 0;
        booked.minutes += seat.minutes;
    }
    std::vector<BookedDay> found;
    for (auto const& [key, booked] : days) {
        found.push_back(booked);
    }
    return found;
}

Result<void> nothing_else(Result<Done> const& done) {
    return done ? Result<void>() : done.error();
}

} // namespace

template <class Value, class Step>
Result<Value> SupplyService::take(Step step) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<Value> {
        auto taken = step(session, now);
        return taken ? Result<Value>(std::move(taken->value)) : taken.error();
    });
}

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
        SupplyQuery wanted{query.network_id, query.partner_id};
        if (query.site_id) {
            wanted.sites.push_back(*query.site_id);
        }
        for (auto& record : supply_records(session, wanted, query.from_day, query.to_day)) {
            supplies.push_back(record.supply);
            plan.supplies.push_back(supply_view(caller, std::move(record)));
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
    return take<SupplyView>(
        [&](db::Session& session, Instant now) { return save_in(session, caller, id, form, now); });
}

Result<void> SupplyService::end(Caller const& caller, SupplyId const& id, SupplyEnd const& wanted) {
    return nothing_else(take<Done>(
        [&](db::Session& session, Instant now) { return end_in(session, caller, id, wanted, now); }));
}

Result<SupplyView> SupplyService::except_day(Caller const& caller, SupplyId const& id,
                                             SupplyExcept const& wanted) {
    return take<SupplyView>(
        [&](db::Session& session, Instant now) { return except_in(session, caller, id, wanted, now); });
}

Result<SupplyView> SupplyService::instead_of_day(Caller const& caller, SupplyId const& id,
                                                 SupplyInstead const& wanted) {
    return take<SupplyView>(
        [&](db::Session& session, Instant now) { return instead_in(session, caller, id, wanted, now); });
}

Result<SupplyView> SupplyService::from_day(Caller const& caller, SupplyId const& id,
                                           SupplyFromDay const& wanted) {
    return take<SupplyView>(
        [&](db::Session& session, Instant now) { return from_day_in(session, caller, id, wanted, now); });
}

Result<BodyClosure> SupplyService::save_closure(Caller const& caller, ClosureId const& id,
                                                BodyClosureForm const& form) {
    return take<BodyClosure>(
        [&](db::Session& session, Instant now) { return save_closure_in(session, caller, id, form, now); });
}

Result<void> SupplyService::remove_closure(Caller const& caller, ClosureId const& id) {
    return nothing_else(take<Done>(
        [&](db::Session& session, Instant now) { return remove_closure_in(session, caller, id, now); }));
}

Result<DisplacedList> SupplyService::preview(Caller const& caller, SupplyChange const& change) {
    if (change.end) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return end_in(session, caller, change.supply_id, *change.end, now);
        });
    }
    if (change.except) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return except_in(session, caller, change.supply_id, *change.except, now);
        });
    }
    if (change.instead) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return instead_in(session, caller, change.supply_id, *change.instead, now);
        });
    }
    if (change.from_day) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return from_day_in(session, caller, change.supply_id, *change.from_day, now);
        });
    }
    if (change.save) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return save_in(session, caller, change.supply_id, *change.save, now);
        });
    }
    return fail(ErrorCode::invalid_input, "change_missing");
}

Result<DisplacedList> SupplyService::preview_closure(Caller const& caller, ClosureId const& id,
                                                     BodyClosureForm const& form) {
    return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
        return save_closure_in(session, caller, id, form, now);
    });
}

} // namespace parvis::scheduling
