// SPDX-License-Identifier: EUPL-1.2
// The opening hours of the days to come, as citizens read them: with public holidays, exceptions and
// closures, and why. Pure; any thread.
#pragma once

#include "server/scheduling/opening/opening_calendar.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// No hours: closed. `reason`: why that day is unlike others.
struct ComingDay {
    LocalDate day;
    std::vector<DayPeriod> hours;
    std::optional<kiosk_protocol::PlainWords> reason;
};
BOOST_DESCRIBE_STRUCT(ComingDay, (), (day, hours, reason))

/// Of a whole site, with the words that are told.
struct ToldClosure {
    OpenSpan span;
    std::string reason;
};

/// `calendar` knows exceptions and seasons of these days; its own closures are not looked at. Minutes are
/// those of the wall clock.
std::vector<ComingDay> coming_days(SiteCalendar calendar, std::vector<ToldClosure> const& closures,
                                   LocalDate first, int days);

} // namespace parvis::scheduling
