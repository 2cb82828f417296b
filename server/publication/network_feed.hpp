// SPDX-License-Identifier: EUPL-1.2
// A network as other sites and programs read it: its counters with the hours of the coming days, what one may
// come for, and when which body answers where. Nobody is named in it.
#pragma once

#include "server/scheduling/appointments/appointment_view.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace parvis::publication {

/// A body answers at a counter: appointment and half_day_session by appointment, time_window whoever comes.
struct Session {
    SiteId site_id;
    PartnerId partner_id;
    scheduling::Modality modality{};
    Instant from;
    Instant to;
    bool on_site{};                 ///< somebody of the body is there; otherwise by screen
    scheduling::SupplyId supply_id; ///< not published: tells sessions of one body apart that begin together
};
BOOST_DESCRIBE_STRUCT(Session, (), (site_id, partner_id, modality, from, to, on_site))

/// `sessions`: of today and the week to come, while the counter is open, by time.
struct NetworkFeed {
    Instant made_at;
    scheduling::PublicNetwork network;
    std::vector<Session> sessions;
};
BOOST_DESCRIBE_STRUCT(NetworkFeed, (), (made_at, network, sessions))

} // namespace parvis::publication
