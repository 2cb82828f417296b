// SPDX-License-Identifier: EUPL-1.2
// SQL of appointments whose place is gone, and of moving seats between supplies. Inside a transaction of the
// caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/displacement/displacement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// Booked or held ones of a group that have a seat and begin in [from, to), by time.
std::vector<PlacedAppointment> placed_of(db::Session& session, network::AdviserGroupId const& group,
                                         Instant from, Instant to);
/// Those of a site.
std::vector<PlacedAppointment> placed_at(db::Session& session, SiteId const& site, Instant from, Instant to);
/// Of these people's bodies: which groups there are.
std::vector<network::AdviserGroupId> groups_of_body(db::Session& session, PartnerId const& partner);

/// The same appointment on another seat, of the same supply or of another. False, and nothing changed, when
/// somebody has that seat then.
bool change_seat(db::Session& session, PlacedAppointment const& placed, SupplyId const& supply, int seat);
/// Everything that one supply had between two instants belongs to another from now on: seats, and what is
/// over and has none any more. The other one must be new: nobody has a seat of it.
void hand_over(db::Session& session, SupplyId const& from_supply, SupplyId const& to_supply,
               network::AdviserGroupId const& group, Instant from, Instant to);

/// Notes it, or that it fits again. Another reason than before opens what was settled. True when that is new.
bool note_misfit(db::Session& session, NetworkId const& network, AppointmentId const& appointment,
                 std::optional<Misfit> misfit, Instant now);
/// False when it was not open.
bool settle_displaced(db::Session& session, AppointmentId const& appointment, Instant now);

/// One that a person must move, cancel or leave as it is. No name: who opens it sees what they may see.
struct DisplacedRow {
    AppointmentId appointment_id;
    NetworkId network_id;
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    SupplyId supply_id;
    Misfit reason{};
    std::string code;
    Instant starts_at;
    int minutes{};
    Door door{};
    std::optional<SiteId> site_id;
    std::string site;   ///< its name, may be empty
    bool can_be_told{}; ///< there is a telephone number or an address
    std::vector<MotiveId> motives;
};
/// Booked ones that begin after `since` and are not settled, by time.
std::vector<DisplacedRow> displaced_in(db::Session& session, NetworkId const& network, Instant since);
std::vector<AppointmentId> displaced_at(db::Session& session, SiteId const& site, Instant since);
/// Nothing when it is not open.
std::optional<DisplacedRow> displaced_row(db::Session& session, AppointmentId const& appointment);
/// What is about appointments that began before `before`, however long ago it was noted.
void forget_displaced(db::Session& session, Instant before);

} // namespace parvis::scheduling
