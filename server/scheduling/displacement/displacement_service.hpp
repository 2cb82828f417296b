// SPDX-License-Identifier: EUPL-1.2
// Appointments that lost their place by a change of supply, of a closure or of a place's hours: found in the
// transaction that changes, told beforehand, and listed until a person has settled each. Blocks: worker
// thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/displacement/displacement_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// `code`: what is printed on the citizen's ticket; empty while it is not told. `site_id`: absent by
/// telephone and from home. `can_be_told`: there is a telephone number or an address, so that a change is
/// written to them.
struct DisplacedView {
    AppointmentId appointment_id;
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    SupplyId supply_id;
    Misfit reason{};
    std::string code;
    Instant starts_at;
    Instant ends_at;
    Door door{};
    std::optional<SiteId> site_id;
    std::string site;
    bool can_be_told{};
    std::vector<MotiveId> motives;
};
BOOST_DESCRIBE_STRUCT(DisplacedView, (),
                      (appointment_id, partner_id, group_id, supply_id, reason, code, starts_at, ends_at,
                       door, site_id, site, can_be_told, motives))

struct DisplacedList {
    std::string time_zone;
    std::vector<DisplacedView> appointments; ///< by time
};
BOOST_DESCRIBE_STRUCT(DisplacedList, (), (time_zone, appointments))

/// Looks at all appointments of the group that begin in [from, to): gives those whose seat is gone another
/// one where somebody remains free, and notes those that no longer fit. Ids of those that did before.
std::vector<AppointmentId> review_group(db::Session& session, NetworkId const& network,
                                        network::AdviserGroupId const& group, Instant from, Instant to,
                                        Instant now);
/// The same for a place: whether it is open, and its supply still answers.
std::vector<AppointmentId> review_site(db::Session& session, NetworkId const& network, SiteId const& site,
                                       Instant from, Instant to, Instant now);
/// What they are, for whoever is to decide about a change.
DisplacedList displaced_list(db::Session& session, NetworkId const& network,
                             std::vector<AppointmentId> const& appointments);

class DisplacementService {
  public:
    /// Both must outlive this object.
    DisplacementService(db::Database& database, Clock const& clock);

    /// All that are not settled: for mediators those of their site, for partner managers and advisers those
    /// of their body, for coordinators and administrators all. Errors: not_found/network_unknown.
    Result<DisplacedList> list(identity::Caller const& caller, NetworkId const& network);
    /// It stays as it is: the people concerned have agreed. Once settled, again is harmless. Errors:
    /// not_found/appointment_unknown.
    Result<void> settle(identity::Caller const& caller, AppointmentId const& appointment);

  private:
    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
