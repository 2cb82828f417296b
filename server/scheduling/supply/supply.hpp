// SPDX-License-Identifier: EUPL-1.2
// Opening of supply: when the advisers of a group are on duty, for which sites, in which of the three ways
// that bodies work (appointments, time windows, half-day sessions). Plain types; the rules are beside them.
#pragma once

#include "platform/time/zone.hpp"
#include "server/network/offer.hpp"

#include <boost/describe.hpp>

#include <string>
#include <vector>

namespace parvis::scheduling {

using SupplyId = Id<struct SupplyTag>;
using MotiveId = Id<struct MotiveTag>;

/// appointment: booked times alone; time_window: whoever comes is served; half_day_session: an adviser
/// dedicated to one or several sites.
BOOST_DEFINE_ENUM_CLASS(Modality, appointment, time_window, half_day_session)

/// A part of the day, in local minutes after midnight. Several sites are served at once, from one pool of
/// advisers.
struct Leg {
    std::vector<SiteId> sites;
    int from_minute{};
    int to_minute{};
};

/// `rule` is the value of an RRULE of RFC 5545, "" for once; `except` are days that the rule names and that
/// do not take place.
struct Recurrence {
    LocalDate first_day;
    std::string rule;
    std::vector<LocalDate> except;
};

/// The adviser is bound late: a supply has a number of advisers on duty, people are assigned when they take
/// the call. `walk_in_percent`: share of the capacity kept for people who come unbooked. `on_site`: they sit
/// at the place of each leg, and are met in person; otherwise by screen or telephone.
struct Supply {
    SupplyId supply_id;
    NetworkId network_id;
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    Modality modality{};
    Recurrence recurrence;
    std::vector<Leg> legs;
    int slot_minutes{};
    int advisers{};
    int walk_in_percent{};
    std::vector<MotiveId> motives;
    bool on_site{};
};

/// One leg of one day, in instants.
struct Opening {
    SupplyId supply_id;
    int leg{};
    LocalDate day;
    Instant from;
    Instant to;
    std::vector<SiteId> sites;
    int slot_minutes{};
    int advisers{};
    int walk_in_percent{};
};

} // namespace parvis::scheduling
