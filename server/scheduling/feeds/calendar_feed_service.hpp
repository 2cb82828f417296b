// SPDX-License-Identifier: EUPL-1.2
// Use cases of calendar feeds. Each is one transaction on a worker thread. Errors of those with a caller:
// not_found "network_unknown", "feed_unknown"; forbidden "role_missing".
#pragma once

#include "server/scheduling/feeds/calendar_feed_store.hpp"

#include <string>

namespace parvis::scheduling {

/// `tag` is the same as long as nothing changed.
struct CalendarText {
    std::string text; ///< iCalendar
    std::string tag;
};

class CalendarFeedService {
  public:
    /// Both must outlive this object.
    CalendarFeedService(db::Database& database, Clock const& clock);

    /// Errors: those of check_feed; not_found "site_unknown", "partner_unknown", "group_unknown"; conflict
    /// "feed_id_taken". The same again gives a new address, and the one before opens nothing any more.
    Result<MadeCalendarFeed> make(identity::Caller const& caller, NetworkId const& network,
                                  CalendarFeedId const& id, MakeCalendarFeed const& wish);
    /// Those that the caller may keep.
    Result<CalendarFeedList> list(identity::Caller const& caller, NetworkId const& network);
    Result<void> revoke(identity::Caller const& caller, CalendarFeedId const& id);

    /// The calendar behind an address. Error: not_found "feed_unknown", whatever the reason.
    Result<CalendarText> read(std::string const& secret);

  private:
    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
