// SPDX-License-Identifier: EUPL-1.2
// SQL of what decides about the opening of all sites of a network, in a handful of questions however many
// they are. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/opening/coming_days.hpp"
#include "server/scheduling/opening/place_store.hpp"

#include <map>
#include <vector>

namespace parvis::scheduling {

struct NetworkCalendar {
    SiteCalendar calendar; ///< without the weekly hours and the time zone, which the caller knows
    std::vector<ToldClosure> closures;
};

/// Every site of the network, with what holds on the days from `first` to `last`, both included.
std::map<SiteId, NetworkCalendar> network_calendars(db::Session& session, NetworkId const& network,
                                                    std::string const& zone, LocalDate first, LocalDate last);

} // namespace parvis::scheduling
