// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/calendar_service.hpp"

#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_service_steps.hpp"

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_days = 62;
constexpr int known_ahead_days = 400;
constexpr int longest_preparation = 60;
constexpr std::chrono::hours booked_ahead{401 * 24};

/// The network of the site, when the caller may change it.
Result<NetworkId> changeable(db::Session& session, Caller const& caller, SiteId const& site) {
    auto network = network_of(session, site);
    if (network && !may_change_places(caller, *network)) {
        return refuse_change(caller, *network, "site_unknown");
    }
    return network;
}

void note(db::Session& session, Caller const& caller, std::string act, SiteId const& site, std::string detail,
          Instant now) {
    identity::append_audit(session,
                           {std::move(act), identity::trail_name(caller.account_id), "site:" + site.text(),
                            std::move(detail), now},
                           now);
}

Result<void> check_place(db::Session& session, PlaceClosureForm const& form) {
    if (form.room_id && form.kiosk_id) {
        return fail(ErrorCode::invalid_input, "closure_place_wrong", "/kiosk_id");
    }
    if (form.room_id && !is_at(session, *form.room_id, form.site_id)) {
        return fail(ErrorCode::invalid_input, "closure_place_wrong", "/room_id");
    }
    if (form.kiosk_id && !is_at(session, *form.kiosk_id, form.site_id)) {
        return fail(ErrorCode::invalid_input, "closure_place_wrong", "/kiosk_id");
    }
    return {};
}

std::vector<PublicHoliday> holidays_between(HolidayRegion region, LocalDate from, LocalDate to) {
    std::vector<PublicHoliday> found;
    for (int year = from.year; year <= to.year; ++year) {
        for (auto& holiday : public_holidays(region, year)) {
            if (from <= holiday.day && holiday.day <= to) {
                found.push_back(std::move(holiday));
            }
        }
    }
    return found;
}

/// Whoever is booked at the site on these days.
Displaced review_days(db::Session& session, NetworkId const& network, SiteId const& site, LocalDate first,
                      LocalDate last, Instant now) {
    auto const zone = time_zone_of(session, network).value();
    return {network, review_site(session, network, site, to_instant(first, 0, zone),
                                 to_instant(add_days(last, 1), 0, zone), now)};
}

Result<void> check_preparation(db::Session& session, SiteId const& site, SiteHours const& form) {
    for (std::size_t i = 0; i < form.kiosks.size(); ++i) {
        auto const pointer = "/kiosks/" + std::to_string(i);
        if (!is_at(session, form.kiosks[i].kiosk_id, site)) {
            return fail(ErrorCode::invalid_input, "kiosk_unknown", pointer + "/kiosk_id");
        }
        auto const minutes = form.kiosks[i].preparation_minutes;
        if (minutes < 0 || minutes > longest_preparation) {
            return fail(ErrorCode::invalid_input, "preparation_wrong", pointer + "/preparation_minutes",
                        {{"most", std::to_string(longest_preparation)}});
        }
    }
    return {};
}

Result<Stepped<SiteHours>> hours_in(db::Session& session, Caller const& caller, SiteId const& site,
                                    SiteHours const& form, Instant now) {
    auto const network = changeable(session, caller, site);
    if (!network) {
        return network.error();
    }
    if (auto const sound = check_week(form.hours); !sound) {
        return sound.error();
    }
    if (auto const sound = check_preparation(session, site, form); !sound) {
        return sound.error();
    }
    save_week(session, site, form.hours, form.region);
    for (auto const& kiosk : form.kiosks) {
        save_preparation(session, kiosk.kiosk_id, kiosk.preparation_minutes);
    }
    note(session, caller, "hours_saved", site, {}, now);
    return Stepped<SiteHours>{form,
                              {*network, review_site(session, *network, site, now, now + booked_ahead, now)}};
}

Result<Stepped<SeasonView>> season_in(db::Session& session, Caller const& caller, SiteId const& site,
                                      SeasonId const& id, Season const& season, Instant now) {
    auto const network = changeable(session, caller, site);
    if (!network) {
        return network.error();
    }
    if (auto const sound = check_season(season); !sound) {
        return sound.error();
    }
    if (auto const owner = site_of(session, id); owner && *owner != site) {
        return fail(ErrorCode::conflict, "season_of_other_site");
    }
    for (auto const& other : seasons_of(session, site, season.first_day, season.last_day)) {
        if (other.season_id != id && share_a_day(other.season, season)) {
            return fail(ErrorCode::conflict, "season_overlaps", "/first_day", {{"name", other.season.name}});
        }
    }
    save_season(session, *network, {id, site, season});
    note(session, caller, "season_saved", site, "season:" + id.text(), now);
    return Stepped<SeasonView>{
        {id, season}, {*network, review_site(session, *network, site, now, now + booked_ahead, now)}};
}

Result<Stepped<DayException>> exception_in(db::Session& session, Caller const& caller, SiteId const& site,
                                           DayException const& exception, Instant now) {
    auto const network = changeable(session, caller, site);
    if (!network) {
        return network.error();
    }
    if (auto const sound = check_exception(exception); !sound) {
        return sound.error();
    }
    save_exception(session, *network, site, exception);
    note(session, caller, "exception_saved", site, to_iso(exception.day), now);
    return Stepped<DayException>{exception,
                                 review_days(session, *network, site, exception.day, exception.day, now)};
}

Result<Stepped<PlaceClosure>> closure_in(db::Session& session, Caller const& caller, ClosureId const& id,
                                         PlaceClosureForm const& form, Instant now) {
    auto const network = changeable(session, caller, form.site_id);
    if (!network) {
        return network.error();
    }
    if (auto const sound = check_closure(form.from, form.to, form.reason); !sound) {
        return sound.error();
    }
    if (auto const sound = check_place(session, form); !sound) {
        return sound.error();
    }
    auto const standing = find_place_closure(session, id);
    if (standing && standing->site_id != form.site_id) {
        return fail(ErrorCode::conflict, "closure_id_taken");
    }
    PlaceClosure closure{id, form.site_id, form.room_id, form.kiosk_id, form.from, form.to, form.reason};
    save_place_closure(session, *network, closure);
    note(session, caller, "closure_saved", form.site_id, "closure:" + id.text(), now);
    auto displaced = review_site(session, *network, form.site_id, now, now + booked_ahead, now);
    return Stepped<PlaceClosure>{std::move(closure), {*network, std::move(displaced)}};
}

} // namespace

template <class Value, class Step>
Result<Value> CalendarService::take(Step step) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<Value> {
        auto taken = step(session, now);
        return taken ? Result<Value>(std::move(taken->value)) : taken.error();
    });
}

CalendarService::CalendarService(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock) {}

Result<CalendarView> CalendarService::read(Caller const& caller, SiteId const& site, LocalDate from_day,
                                           LocalDate to_day) {
    return database_.read([&](db::Session& session) -> Result<CalendarView> {
        auto const network = network_of(session, site);
        if (!network || !may_read_plan(caller, *network)) {
            return fail(ErrorCode::not_found, "site_unknown");
        }
        if (to_day < from_day || add_days(from_day, most_days) <= to_day) {
            return fail(ErrorCode::invalid_input, "plan_span_wrong", "/to",
                        {{"most", std::to_string(most_days)}});
        }
        auto const zone = time_zone_of(session, *network).value();
        auto const from = to_instant(from_day, 0, zone);
        auto const to = to_instant(add_days(to_day, 1), 0, zone);
        auto calendar = site_calendar(session, site, from, to).value();
        CalendarView view;
        view.site_id = site;
        view.time_zone = zone;
        view.region = calendar.region;
        view.open = open_spans(calendar, from, to);
        view.week = std::move(calendar.week);
        auto const known_until = add_days(from_day, known_ahead_days);
        for (auto& record : seasons_of(session, site, from_day, known_until)) {
            view.seasons.push_back({record.season_id, std::move(record.season)});
        }
        view.exceptions = exceptions_of(session, site, from_day, known_until);
        view.closures = place_closures_of(session, site, from, to_instant(known_until, 0, zone));
        view.kiosks = open_kiosks_of(session, site, from, to).value();
        view.holidays = holidays_between(view.region, from_day, to_day);
        view.label = label_hours(view.week);
        if (may_change_places(caller, *network)) {
            view.allowed_actions.emplace_back("change_calendar");
        }
        return view;
    });
}

Result<SiteHours> CalendarService::save_hours(Caller const& caller, SiteId const& site,
                                              SiteHours const& form) {
    return take<SiteHours>(
        [&](db::Session& session, Instant now) { return hours_in(session, caller, site, form, now); });
}

Result<SeasonView> CalendarService::save_season(Caller const& caller, SiteId const& site, SeasonId const& id,
                                                Season const& season) {
    return take<SeasonView>(
        [&](db::Session& session, Instant now) { return season_in(session, caller, site, id, season, now); });
}

Result<void> CalendarService::remove_season(Caller const& caller, SiteId const& site, SeasonId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const network = changeable(session, caller, site);
        if (!network) {
            return network.error();
        }
        if (site_of(session, id) == site) {
            parvis::scheduling::remove_season(session, id);
            note(session, caller, "season_removed", site, "season:" + id.text(), now);
            (void)review_site(session, *network, site, now, now + booked_ahead, now);
        }
        return {};
    });
}

Result<DayException> CalendarService::save_exception(Caller const& caller, SiteId const& site, LocalDate day,
                                                     ExceptionForm const& form) {
    return take<DayException>([&](db::Session& session, Instant now) {
        return exception_in(session, caller, site, {day, form.reason, form.hours}, now);
    });
}

Result<void> CalendarService::remove_exception(Caller const& caller, SiteId const& site, LocalDate day) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const network = changeable(session, caller, site);
        if (!network) {
            return network.error();
        }
        if (!exceptions_of(session, site, day, day).empty()) {
            parvis::scheduling::remove_exception(session, site, day);
            note(session, caller, "exception_removed", site, to_iso(day), now);
            (void)review_days(session, *network, site, day, day, now);
        }
        return {};
    });
}

Result<PlaceClosure> CalendarService::save_closure(Caller const& caller, ClosureId const& id,
                                                   PlaceClosureForm const& form) {
    return take<PlaceClosure>(
        [&](db::Session& session, Instant now) { return closure_in(session, caller, id, form, now); });
}

Result<void> CalendarService::remove_closure(Caller const& caller, ClosureId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const standing = find_place_closure(session, id);
        if (!standing) {
            return {};
        }
        auto const network = changeable(session, caller, standing->site_id);
        if (!network) {
            return network.error().reason == "site_unknown" ? fail(ErrorCode::not_found, "closure_unknown")
                                                            : network.error();
        }
        remove_place_closure(session, id);
        (void)review_site(session, *network, standing->site_id, now, now + booked_ahead, now);
        note(session, caller, "closure_removed", standing->site_id, "closure:" + id.text(), now);
        return {};
    });
}

Result<DisplacedList> CalendarService::preview(Caller const& caller, SiteId const& site,
                                               CalendarChange const& change) {
    if (change.hours) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return hours_in(session, caller, site, *change.hours, now);
        });
    }
    if (change.season) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return season_in(session, caller, site, change.season->season_id, change.season->season, now);
        });
    }
    if (change.day) {
        auto const& exception = change.day->exception;
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return exception_in(session, caller, site, {change.day->day, exception.reason, exception.hours},
                                now);
        });
    }
    if (change.closure) {
        return displaced_by(database_, clock_.now(), [&](db::Session& session, Instant now) {
            return closure_in(session, caller, ClosureId::make(now), *change.closure, now);
        });
    }
    return fail(ErrorCode::invalid_input, "change_missing");
}

} // namespace parvis::scheduling
