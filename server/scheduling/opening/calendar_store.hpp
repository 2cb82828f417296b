// SPDX-License-Identifier: EUPL-1.2
// SQL of a site's seasons, exceptions, position and holiday region. Inside a transaction of the caller;
// worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/network/offer.hpp"
#include "server/scheduling/opening/calendar_shared_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

using SeasonId = Id<struct SeasonTag>;

struct SeasonRecord {
    SeasonId season_id;
    SiteId site_id;
    Season season;
};

/// Those that touch the days from `from` to `to`, by first day.
std::vector<SeasonRecord> seasons_of(db::Session& session, SiteId const& site, LocalDate from, LocalDate to);
/// Whose season it is; nothing when it is not there.
std::optional<SiteId> site_of(db::Session& session, SeasonId const& season);
/// Made or changed; the site stays.
void save_season(db::Session& session, NetworkId const& network, SeasonRecord const& record);
void remove_season(db::Session& session, SeasonId const& season);

/// By day.
std::vector<DayException> exceptions_of(db::Session& session, SiteId const& site, LocalDate from,
                                        LocalDate to);
/// Replaces what was said of that day.
void save_exception(db::Session& session, NetworkId const& network, SiteId const& site,
                    DayException const& exception);
void remove_exception(db::Session& session, SiteId const& site, LocalDate day);

/// Replaces the weekly hours and the region.
void save_week(db::Session& session, SiteId const& site,
               std::vector<kiosk_protocol::OpeningPeriod> const& week, HolidayRegion region);
void save_preparation(db::Session& session, KioskId const& kiosk, int minutes);

void locate_site(db::Session& session, SitePosition const& position, HolidayRegion region);

} // namespace parvis::scheduling
