// SPDX-License-Identifier: EUPL-1.2
// Which appointments still have a place after supply, or the hours of a place, have changed. Pure; any
// thread.
//
// An appointment belongs to a supply and has the seat of one of its advisers; those who changed the supply
// are told of each that no longer fits, and none is moved or cancelled without a person.
#pragma once

#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/opening/opening_calendar.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <vector>

namespace parvis::scheduling {

/// nobody_on_duty: the supply does not take place then; not_at_site: it does, elsewhere; too_few_advisers:
/// all who remain have somebody else then; site_closed, kiosk_closed: the place is closed.
BOOST_DEFINE_ENUM_CLASS(Misfit, nobody_on_duty, not_at_site, too_few_advisers, site_closed, kiosk_closed)

/// An appointment that has a seat. `at_site`: somebody comes to the site for it.
struct PlacedAppointment {
    AppointmentId appointment_id;
    SupplyId supply_id;
    int seat{};
    std::optional<SiteId> site_id{};
    std::optional<KioskId> kiosk_id{};
    bool at_site{};
    Instant from;
    Instant to;
};

struct Fit {
    int seat{}; ///< another than before: somebody who remains takes it over
    std::optional<Misfit> misfit;
};

/// In the order of `placed`, which are all that one supply has among `openings` (its own). Whoever sits on a
/// seat that remains keeps it; the others take a free one, the earliest first.
std::vector<Fit> fit_into(std::vector<Opening> const& openings, std::vector<PlacedAppointment> const& placed);

/// When a site is open, and its kiosks.
struct PlaceHours {
    std::vector<OpenSpan> site;
    std::map<KioskId, std::vector<OpenSpan>> kiosks;
};
/// Nothing when the place is open all the time that the appointment takes.
std::optional<Misfit> misfit_of_place(PlaceHours const& hours, PlacedAppointment const& placed);

} // namespace parvis::scheduling
