// SPDX-License-Identifier: EUPL-1.2
// A département to live a month in: town halls with a kiosk, bodies that work in the three ways, their
// people.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/zone.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/motives/motive.hpp"
#include "server/scheduling/opening/closure.hpp"

#include <string>
#include <vector>

namespace parvis::bench {

inline constexpr char department_zone[] = "Europe/Paris";

struct TownHall {
    SiteId site_id;
    KioskId kiosk_id;
    identity::Caller mediator;
};

/// One supply as the simulation needs it: on these weekdays (1 = Monday) so many advisers are on duty.
struct Duty {
    std::vector<int> weekdays;
    int from_minute{};
    int to_minute{};
    int advisers{};
};

struct Body {
    std::string acronym;
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    scheduling::MotiveId motive_id;
    scheduling::Modality modality{};
    std::vector<OfferId> offers; ///< one for each town hall, in their order
    std::vector<Duty> duties;
    std::vector<identity::Caller> advisers;
};

struct Department {
    NetworkId network_id;
    std::vector<TownHall> halls;
    std::vector<Body> bodies;
};

/// Into an empty database. Throws when it cannot be used.
Department furnish_department(db::Database& database, Clock const& clock, LocalDate first_day, int halls);

void declare(db::Database& database, NetworkId const& network, scheduling::PlaceClosure const& closure);
void declare(db::Database& database, scheduling::BodyClosure const& closure);

} // namespace parvis::bench
