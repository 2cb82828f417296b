// SPDX-License-Identifier: EUPL-1.2
// Use cases on when sites are open. All staff of a network read; coordinators and administrators change.
// Blocks: worker thread. Ids are chosen by the caller: asking again changes nothing.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/calendar_store.hpp"
#include "server/scheduling/closure.hpp"
#include "server/scheduling/supply_shared_store.hpp"
#include "server/scheduling/supply_view.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

struct SeasonView {
    SeasonId season_id;
    Season season;
};
BOOST_DESCRIBE_STRUCT(SeasonView, (), (season_id, season))

BOOST_DESCRIBE_STRUCT(OpenKiosk, (), (kiosk_id, room_id, preparation_minutes, open))

/// What is known of a site's opening between two days, both included, and what follows.
struct CalendarView {
    SiteId site_id;
    std::string time_zone;
    HolidayRegion region{};
    std::vector<kiosk_protocol::OpeningPeriod> week;
    std::vector<SeasonView> seasons;
    std::vector<DayException> exceptions;
    std::vector<PlaceClosure> closures;
    std::vector<OpenSpan> open;
    std::vector<OpenKiosk> kiosks;
    std::vector<std::string> allowed_actions; ///< "change_calendar"
};
BOOST_DESCRIBE_STRUCT(CalendarView, (),
                      (site_id, time_zone, region, week, seasons, exceptions, closures, open, kiosks,
                       allowed_actions))

/// `reason` is told to citizens; no hours: closed.
struct ExceptionForm {
    std::string reason;
    std::vector<DayPeriod> hours;
};
BOOST_DESCRIBE_STRUCT(ExceptionForm, (), (reason, hours))

/// Of the whole site unless a room or a kiosk is named, never both.
struct PlaceClosureForm {
    SiteId site_id;
    std::optional<network::RoomId> room_id;
    std::optional<KioskId> kiosk_id;
    Instant from;
    Instant to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlaceClosureForm, (), (site_id, room_id, kiosk_id, from, to, reason))

class CalendarService {
  public:
    /// Both must outlive this object.
    CalendarService(db::Database& database, Clock const& clock);

    /// Errors: not_found/site_unknown; invalid_input/plan_span_wrong (most: days).
    Result<CalendarView> read(identity::Caller const& caller, SiteId const& site, LocalDate from_day,
                              LocalDate to_day);

    /// All that change: not_found/site_unknown, forbidden/role_missing.
    /// Errors: those of check_season; conflict season_overlaps (/first_day), season_of_other_site.
    Result<SeasonView> save_season(identity::Caller const& caller, SiteId const& site, SeasonId const& id,
                                   Season const& season);
    Result<void> remove_season(identity::Caller const& caller, SiteId const& site, SeasonId const& id);
    /// Errors: those of check_exception.
    Result<DayException> save_exception(identity::Caller const& caller, SiteId const& site, LocalDate day,
                                        ExceptionForm const& form);
    Result<void> remove_exception(identity::Caller const& caller, SiteId const& site, LocalDate day);
    /// Errors: those of check_closure; invalid_input closure_place_wrong (/room_id or /kiosk_id: not at the
    /// site, or both); conflict/closure_id_taken.
    Result<PlaceClosure> save_closure(identity::Caller const& caller, ClosureId const& id,
                                      PlaceClosureForm const& form);
    Result<void> remove_closure(identity::Caller const& caller, ClosureId const& id);

  private:
    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
