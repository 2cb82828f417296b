// SPDX-License-Identifier: EUPL-1.2
// A network to measure booking on: furnished once, and checked afterwards.
#pragma once

#include "server/scheduling/appointments/appointment_service.hpp"

#include <memory>
#include <string>
#include <vector>

namespace parvis::bench {

/// One body: what it is asked for, and who answers. `supplies`: one for each block of sites.
struct GroundBody {
    PartnerId partner;
    network::AdviserGroupId group;
    scheduling::MotiveId motive;
    std::vector<scheduling::SupplyId> supplies;
};

struct Ground {
    NetworkId network;
    std::vector<SiteId> sites;
    std::vector<KioskId> kiosks;
    std::vector<GroundBody> bodies;
    LocalDate first_day;
};

struct Size {
    int sites = 1;
    int kiosks_of_site = 8;
    int sites_of_supply = 1;
    int advisers = 8;
    int bodies = 1;
};

/// `sessions`: those of a server with as many workers. Throws when the database cannot be used.
std::unique_ptr<db::Database> open_database(std::string const& url, std::size_t sessions);

/// Sites open day and night, some twelve kilometres from one another; every day from today each supply from
/// 8:00 to 16:00 in slots of 30 minutes; a motive of 25 minutes for each body; five minutes to prepare a
/// kiosk.
Ground furnish(db::Database& database, Size size);

/// Rows as a booking writes them and nothing else: what the database itself can do. `number` is never used
/// twice.
bool write_bare(db::Database& database, scheduling::Appointment appointment, long long number);

/// Takes those rows away again: they overlap on purpose and would be judged.
void drop_bare(db::Database& database);

struct Verdict {
    long long appointments = 0;
    long long doubled = 0; ///< bookings that overlap another one of their seat or kiosk
    long long lost = 0;    ///< of those that were acknowledged
    bool guard_agrees = false;
};
Verdict judge(db::Database& database, std::vector<std::string> const& acknowledged);

} // namespace parvis::bench
