// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/calendar_service.hpp"

#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/closure_store.hpp"
#include "server/scheduling/place_store.hpp"
#include "server/scheduling/supply_policy.hpp"

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_days = 62;

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

} // namespace

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
        for (auto& record : seasons_of(session, site, from_day, to_day)) {
            view.seasons.push_back({record.season_id, std::move(record.season)});
        }
        view.exceptions = exceptions_of(session, site, from_day, to_day);
        view.closures = place_closures_of(session, site, from, to);
        view.kiosks = open_kiosks_of(session, site, from, to).value();
        if (may_change_places(caller, *network)) {
            view.allowed_actions.emplace_back("change_calendar");
        }
        return view;
    });
}

Result<SeasonView> CalendarService::save_season(Caller const& caller, SiteId const& site, SeasonId const& id,
                                                Season const& season) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<SeasonView> {
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
                return fail(ErrorCode::conflict, "season_overlaps", "/first_day",
                            {{"name", other.season.name}});
            }
        }
        parvis::scheduling::save_season(session, *network, {id, site, season});
        note(session, caller, "season_saved", site, "season:" + id.text(), now);
        return SeasonView{id, season};
    });
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
        }
        return {};
    });
}

Result<DayException> CalendarService::save_exception(Caller const& caller, SiteId const& site, LocalDate day,
                                                     ExceptionForm const& form) {
    auto const now = clock_.now();
    DayException const exception{day, form.reason, form.hours};
    return database_.write([&](db::Session& session) -> Result<DayException> {
        auto const network = changeable(session, caller, site);
        if (!network) {
            return network.error();
        }
        if (auto const sound = check_exception(exception); !sound) {
            return sound.error();
        }
        parvis::scheduling::save_exception(session, *network, site, exception);
        note(session, caller, "exception_saved", site, to_iso(day), now);
        return exception;
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
        }
        return {};
    });
}

Result<PlaceClosure> CalendarService::save_closure(Caller const& caller, ClosureId const& id,
                                                   PlaceClosureForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<PlaceClosure> {
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
        return closure;
    });
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
        note(session, caller, "closure_removed", standing->site_id, "closure:" + id.text(), now);
        return {};
    });
}

} // namespace parvis::scheduling
