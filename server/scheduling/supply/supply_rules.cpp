// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_rules.hpp"

#include "platform/time/recurrence.hpp"

#include <algorithm>
#include <iterator>

namespace parvis::scheduling {
namespace {

constexpr int minutes_of_a_day = 24 * 60;
constexpr std::size_t most_legs = 12;
constexpr std::size_t most_except = 400;
constexpr int clash_horizon_days = 396;
constexpr std::int64_t tick_ms = std::int64_t{tick_minutes} * 60'000;

Error wrong(std::string reason, std::string pointer, ErrorArguments arguments = {}) {
    return fail(ErrorCode::invalid_input, std::move(reason), std::move(pointer), std::move(arguments));
}

Result<void> check_sites(Leg const& leg, std::string const& pointer, std::set<SiteId> const& served) {
    if (leg.sites.empty()) {
        return wrong("leg_sites_missing", pointer + "/sites");
    }
    std::set<SiteId> seen;
    for (std::size_t i = 0; i < leg.sites.size(); ++i) {
        auto const at = pointer + "/sites/" + std::to_string(i);
        if (!served.contains(leg.sites[i])) {
            return wrong("site_not_served", at);
        }
        if (!seen.insert(leg.sites[i]).second) {
            return wrong("leg_site_twice", at);
        }
    }
    return {};
}

Result<void> check_legs(std::vector<Leg> const& legs, std::set<SiteId> const& served) {
    if (legs.empty()) {
        return wrong("legs_missing", "/legs");
    }
    if (legs.size() > most_legs) {
        return wrong("legs_too_many", "/legs", {{"most", std::to_string(most_legs)}});
    }
    int free_from = 0;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        auto const& leg = legs[i];
        auto const pointer = "/legs/" + std::to_string(i);
        if (leg.from_minute < 0 || leg.to_minute > minutes_of_a_day || leg.from_minute >= leg.to_minute) {
            return wrong("leg_hours_wrong", pointer);
        }
        if (leg.from_minute % tick_minutes != 0 || leg.to_minute % tick_minutes != 0) {
            return wrong("leg_not_on_tick", pointer, {{"minutes", std::to_string(tick_minutes)}});
        }
        if (leg.from_minute < free_from) {
            return wrong("leg_out_of_order", pointer + "/from_minute");
        }
        free_from = leg.to_minute;
        if (auto sound = check_sites(leg, pointer, served); !sound) {
            return sound;
        }
    }
    return {};
}

/// Nobody sits at two places at once, and the queue calls people to kiosks only.
Result<void> check_presence(Supply const& supply) {
    if (!supply.on_site) {
        return {};
    }
    if (supply.modality == Modality::time_window) {
        return wrong("on_site_by_appointment", "/on_site");
    }
    if (supply.walk_in_percent != 0) {
        return wrong("on_site_no_walk_ins", "/walk_in_percent");
    }
    for (std::size_t i = 0; i < supply.legs.size(); ++i) {
        if (supply.legs[i].sites.size() > 1) {
            return wrong("on_site_one_place", "/legs/" + std::to_string(i) + "/sites");
        }
    }
    return {};
}

Result<void> check_figures(Supply const& supply) {
    auto const length = [](Leg const& leg) { return leg.to_minute - leg.from_minute; };
    auto const shortest = length(*std::ranges::min_element(supply.legs, {}, length));
    if (supply.slot_minutes < tick_minutes || supply.slot_minutes % tick_minutes != 0 ||
        supply.slot_minutes > shortest) {
        return wrong("slot_length_wrong", "/slot_minutes",
                     {{"minutes", std::to_string(tick_minutes)}, {"most", std::to_string(shortest)}});
    }
    if (supply.advisers < 1 || supply.advisers > 99) {
        return wrong("advisers_wrong", "/advisers");
    }
    if (supply.walk_in_percent < 0 || supply.walk_in_percent > 100) {
        return wrong("walk_in_share_wrong", "/walk_in_percent");
    }
    return {};
}

Error at_rule(Error error) {
    error.pointer = "/recurrence/rule";
    return error;
}

Result<std::vector<LocalDate>> days_of(Recurrence const& recurrence, LocalDate from, LocalDate to) {
    auto days = recurring_days(recurrence.first_day, recurrence.rule, from, to);
    if (!days) {
        return at_rule(std::move(days).error());
    }
    std::erase_if(*days, [&](LocalDate day) { return std::ranges::count(recurrence.except, day) > 0; });
    return days;
}

std::vector<SiteId> sites_at_work(Leg const& leg, LocalDate day, SupplySurroundings const& around) {
    std::vector<SiteId> sites;
    std::ranges::copy_if(leg.sites, std::back_inserter(sites), [&](SiteId const& site) {
        auto const region = around.regions.find(site);
        return region == around.regions.end() || !is_public_holiday(region->second, day);
    });
    return sites;
}

/// A closure may begin at any minute; what is left of the opening begins and ends on a tick of its own.
OpenSpan on_ticks(OpenSpan span) {
    span.from.ms = (span.from.ms + tick_ms - 1) / tick_ms * tick_ms;
    span.to.ms = span.to.ms / tick_ms * tick_ms;
    return span;
}

void add_openings(std::vector<Opening>& found, Supply const& supply, int number, LocalDate day,
                  OpenSpan window, SupplySurroundings const& around) {
    auto const& leg = supply.legs[static_cast<std::size_t>(number)];
    OpenSpan const whole{to_instant(day, leg.from_minute, around.time_zone),
                         to_instant(day, leg.to_minute, around.time_zone)};
    if (whole.to <= window.from || whole.from >= window.to) {
        return;
    }
    auto const sites = sites_at_work(leg, day, around);
    if (sites.empty()) {
        return;
    }
    for (auto const& rest : without({whole}, around.closures)) {
        auto const span = on_ticks(rest);
        if (span.from < span.to && span.from < window.to && span.to > window.from) {
            found.push_back({supply.supply_id, number, day, span.from, span.to, sites, supply.slot_minutes,
                             supply.advisers, supply.walk_in_percent});
        }
    }
}

bool legs_clash(Supply const& a, Supply const& b) {
    for (auto const& mine : a.legs) {
        for (auto const& other : b.legs) {
            bool const overlap = mine.from_minute < other.to_minute && other.from_minute < mine.to_minute;
            if (overlap && std::ranges::find_first_of(mine.sites, other.sites) != mine.sites.end()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

Recurrence continued(Recurrence const& standing, Recurrence later) {
    auto const last = later.rule == standing.rule ? last_recurring_day(standing.first_day, standing.rule)
                                                  : Result<std::optional<LocalDate>>(std::nullopt);
    if (last && *last && !later.rule.empty() && later.first_day <= **last) {
        if (auto rule = ended_by(later.first_day, later.rule, **last)) {
            later.rule = std::move(*rule);
        }
    }
    return later;
}

Supply in_order(Supply supply) {
    auto const sort_each_once = [](auto& list) {
        std::ranges::sort(list);
        auto const rest = std::ranges::unique(list);
        list.erase(rest.begin(), rest.end());
    };
    for (auto& leg : supply.legs) {
        std::ranges::sort(leg.sites);
    }
    sort_each_once(supply.recurrence.except);
    sort_each_once(supply.motives);
    return supply;
}

bool says_the_same(Supply const& a, Supply const& b) {
    auto const same_leg = [](Leg const& mine, Leg const& other) {
        return mine.sites == other.sites && mine.from_minute == other.from_minute &&
               mine.to_minute == other.to_minute;
    };
    return a.group_id == b.group_id && a.modality == b.modality &&
           a.recurrence.first_day == b.recurrence.first_day && a.recurrence.rule == b.recurrence.rule &&
           a.recurrence.except == b.recurrence.except && std::ranges::equal(a.legs, b.legs, same_leg) &&
           a.slot_minutes == b.slot_minutes && a.advisers == b.advisers &&
           a.walk_in_percent == b.walk_in_percent && a.motives == b.motives && a.on_site == b.on_site;
}

Result<void> check_supply(Supply const& supply, std::set<SiteId> const& served) {
    if (auto sound = check_recurrence(supply.recurrence.first_day, supply.recurrence.rule); !sound) {
        return at_rule(sound.error());
    }
    if (supply.recurrence.except.size() > most_except) {
        return wrong("except_too_many", "/recurrence/except", {{"most", std::to_string(most_except)}});
    }
    if (auto sound = check_legs(supply.legs, served); !sound) {
        return sound;
    }
    if (auto sound = check_presence(supply); !sound) {
        return sound;
    }
    return check_figures(supply);
}

Result<std::vector<Opening>> openings(Supply const& supply, Instant from, Instant to,
                                      SupplySurroundings const& around) {
    std::vector<Opening> found;
    if (to <= from) {
        return found;
    }
    auto const days = days_of(supply.recurrence, to_local(from, around.time_zone).date(),
                              to_local(to, around.time_zone).date());
    if (!days) {
        return days.error();
    }
    for (auto const day : *days) {
        for (std::size_t leg = 0; leg < supply.legs.size(); ++leg) {
            add_openings(found, supply, static_cast<int>(leg), day, {from, to}, around);
        }
    }
    return found;
}

Result<std::optional<LocalDate>> first_clash(Supply const& a, Supply const& b, LocalDate from) {
    std::optional<LocalDate> const none;
    // Those who travel to a place are not those who stay at their desks.
    if (a.group_id != b.group_id || a.modality != b.modality || a.on_site != b.on_site || !legs_clash(a, b)) {
        return none;
    }
    from = std::max({from, a.recurrence.first_day, b.recurrence.first_day});
    auto const to = add_days(from, clash_horizon_days);
    auto const mine = days_of(a.recurrence, from, to);
    if (!mine) {
        return mine.error();
    }
    auto const others = days_of(b.recurrence, from, to);
    if (!others) {
        return others.error();
    }
    auto const common = std::ranges::find_first_of(*mine, *others);
    return common == mine->end() ? none : std::optional(*common);
}

} // namespace parvis::scheduling
