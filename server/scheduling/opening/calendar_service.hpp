// SPDX-License-Identifier: EUPL-1.2
// Use cases on when sites are open. All staff of a network read; coordinators and administrators change.
// Blocks: worker thread. Ids are chosen by the caller: asking again changes nothing.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/displacement/displacement_service.hpp"
#include "server/scheduling/opening/calendar_store.hpp"
#include "server/scheduling/opening/closure.hpp"
#include "server/scheduling/opening/label_hours.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"
#include "server/scheduling/supply/supply_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct SeasonView {
    SeasonId season_id;
    Season season;
};
BOOST_DESCRIBE_STRUCT(SeasonView, (), (season_id, season))

BOOST_DESCRIBE_STRUCT(OpenKiosk, (), (kiosk_id, room_id, preparation_minutes, open))

/// What the labels of public-service houses ask of opening hours: label_hours.hpp.
BOOST_DESCRIBE_STRUCT(LabelHours, (), (minutes_a_week, days, enough))

/// How long it takes to make a kiosk ready for the next person: 0 to 60 minutes.
struct KioskPreparation {
    KioskId kiosk_id;
    int preparation_minutes{};
};
BOOST_DESCRIBE_STRUCT(KioskPreparation, (), (kiosk_id, preparation_minutes))

/// What holds when nothing else is said. Kiosks that are not named keep their preparation.
struct SiteHours {
    std::vector<kiosk_protocol::OpeningPeriod> hours;
    HolidayRegion region{};
    std::vector<KioskPreparation> kiosks;
};
BOOST_DESCRIBE_STRUCT(SiteHours, (), (hours, region, kiosks))

/// What is known of a site's opening between two days, both included, and what follows. Seasons, exceptions
/// and closures: also those of the year after.
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
    std::vector<PublicHoliday> holidays;      ///< of the region, within the two days
    LabelHours label;                         ///< of the weekly hours
    std::vector<std::string> allowed_actions; ///< "change_calendar"
};
BOOST_DESCRIBE_STRUCT(CalendarView, (),
                      (site_id, time_zone, region, week, seasons, exceptions, closures, open, kiosks,
                       holidays, label, allowed_actions))

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

/// One change of a site's opening that somebody thinks of: exactly one of these.
struct DayChange {
    LocalDate day;
    ExceptionForm exception;
};
BOOST_DESCRIBE_STRUCT(DayChange, (), (day, exception))
struct CalendarChange {
    std::optional<SiteHours> hours;
    std::optional<SeasonView> season;
    std::optional<DayChange> day;
    std::optional<PlaceClosureForm> closure;
};
BOOST_DESCRIBE_STRUCT(CalendarChange, (), (hours, season, day, closure))

class CalendarService {
  public:
    /// Both must outlive this object.
    CalendarService(db::Database& database, Clock const& clock);

    /// Errors: not_found/site_unknown; invalid_input/plan_span_wrong (most: days).
    Result<CalendarView> read(identity::Caller const& caller, SiteId const& site, LocalDate from_day,
                              LocalDate to_day);

    // What changes notes the appointments that lose their place by it (displacement_service.hpp).

    /// All that change: not_found/site_unknown, forbidden/role_missing.
    /// Errors: those of check_week; invalid_input preparation_wrong (/kiosks/<n>/preparation_minutes),
    /// kiosk_unknown (/kiosks/<n>/kiosk_id: not at the site).
    Result<SiteHours> save_hours(identity::Caller const& caller, SiteId const& site, SiteHours const& form);
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

    /// Which appointments would lose their place; nothing is changed. Errors: those of the change;
    /// invalid_input/change_missing.
    Result<DisplacedList> preview(identity::Caller const& caller, SiteId const& site,
                                  CalendarChange const& change);

  private:
    template <class Value, class Step>
    Result<Value> take(Step step);

    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
