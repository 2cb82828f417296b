// SPDX-License-Identifier: EUPL-1.2
// Use cases of the rota: who is on duty, who is away, who could come instead. Partner managers for their
// body, coordinators and administrators for all; advisers see their own duties. Blocks: worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/rota/rota_service_days.hpp"
#include "server/scheduling/supply/supply_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct RotaPerson {
    AccountId account_id;
    std::string name;
    PartnerId partner_id;
    std::vector<network::AdviserGroupId> group_ids;
};
BOOST_DESCRIBE_STRUCT(RotaPerson, (), (account_id, name, partner_id, group_ids))

/// One supply on one day. `named`: false for a session that has a number of advisers alone; nothing is
/// missing from it. `stand_ins`: who was named for this day only. `free`: who could come.
struct RotaSession {
    SupplyId supply_id;
    std::int64_t revision{};
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    Modality modality{};
    LocalDate day;
    Instant from;
    Instant to;
    std::vector<SiteId> sites;
    int advisers{};
    bool named{};
    std::vector<AccountId> regulars;
    std::vector<AccountId> stand_ins;
    std::vector<AccountId> on_duty;
    std::vector<AccountId> absent;
    int missing{};
    std::vector<AccountId> free;
};
BOOST_DESCRIBE_STRUCT(RotaSession, (),
                      (supply_id, revision, partner_id, group_id, modality, day, from, to, sites, advisers,
                       named, regulars, stand_ins, on_duty, absent, missing, free))

struct AbsenceView {
    AbsenceId absence_id;
    PartnerId partner_id;
    AccountId account_id;
    LocalDate first_day;
    LocalDate last_day;
};
BOOST_DESCRIBE_STRUCT(AbsenceView, (), (absence_id, partner_id, account_id, first_day, last_day))

struct Rota {
    std::string time_zone;
    std::vector<RotaPerson> people;    ///< by name
    std::vector<RotaSession> sessions; ///< by time
    std::vector<AbsenceView> absences; ///< that touch these days, by first day
};
BOOST_DESCRIBE_STRUCT(Rota, (), (time_zone, people, sessions, absences))

/// Who comes whenever the supply takes place, or on one day.
struct TeamForm {
    std::vector<AccountId> account_ids;
};
BOOST_DESCRIBE_STRUCT(TeamForm, (), (account_ids))

struct AbsenceForm {
    PartnerId partner_id;
    AccountId account_id;
    LocalDate first_day;
    LocalDate last_day;
};
BOOST_DESCRIBE_STRUCT(AbsenceForm, (), (partner_id, account_id, first_day, last_day))

/// One session that somebody is on duty in.
struct OwnDuty {
    SupplyId supply_id;
    LocalDate day;
    Instant from;
    Instant to;
    Modality modality{};
    std::vector<SiteId> sites;
    bool on_site{};                      ///< one goes there
    std::vector<std::string> places;     ///< names of these sites, when one goes there
    bool instead{};                      ///< for this day only
    std::vector<std::string> instead_of; ///< who is away then
};
BOOST_DESCRIBE_STRUCT(OwnDuty, (),
                      (supply_id, day, from, to, modality, sites, on_site, places, instead, instead_of))

struct OwnDuties {
    std::string time_zone;
    std::vector<OwnDuty> duties; ///< by time
};
BOOST_DESCRIBE_STRUCT(OwnDuties, (), (time_zone, duties))

/// Who comes instead of whoever is away, on days of that absence.
struct ReplacementForm {
    AccountId account_id;
    LocalDate first_day;
    LocalDate last_day;
};
BOOST_DESCRIBE_STRUCT(ReplacementForm, (), (account_id, first_day, last_day))

struct ReplacedSession {
    SupplyId supply_id;
    LocalDate day;
    Instant from;
    Instant to;
    std::optional<NotInstead> refused; ///< why they do not come; nothing: they come
};
BOOST_DESCRIBE_STRUCT(ReplacedSession, (), (supply_id, day, from, to, refused))

struct ReplacementView {
    std::string time_zone;
    std::vector<ReplacedSession> sessions; ///< by time; none: they have none to hold on these days
};
BOOST_DESCRIBE_STRUCT(ReplacementView, (), (time_zone, sessions))

class RotaService {
  public:
    /// Both must outlive this object.
    RotaService(db::Database& database, Clock const& clock);

    /// Of the bodies for which the caller plans. Errors: not_found/network_unknown; forbidden/role_missing;
    /// invalid_input/plan_span_wrong (most: days).
    Result<Rota> read(identity::Caller const& caller, RotaQuery const& query);
    /// The caller's own. Errors: not_found/network_unknown; invalid_input/plan_span_wrong (most: days).
    Result<OwnDuties> own(identity::Caller const& caller, RotaQuery const& query);

    /// Errors: not_found/supply_unknown; forbidden/role_missing; invalid_input person_unknown
    /// (/account_ids/<n>: nobody of that group).
    Result<void> save_team(identity::Caller const& caller, SupplyId const& supply, TeamForm const& form);
    /// Errors: as above; invalid_input/date_past (/day).
    Result<void> save_stand_ins(identity::Caller const& caller, SupplyId const& supply, LocalDate day,
                                TeamForm const& form);
    /// Errors: not_found/partner_unknown; forbidden/role_missing; invalid_input person_unknown (/account_id),
    /// absence_days_wrong (/last_day: before the first, or over a year); conflict/absence_of_other (another's
    /// id).
    Result<AbsenceView> save_absence(identity::Caller const& caller, AbsenceId const& id,
                                     AbsenceForm const& form);
    /// One that is not there is removed already. Error: forbidden/role_missing.
    Result<void> remove_absence(identity::Caller const& caller, AbsenceId const& id);
    /// Whoever can come is named for each session that misses the absent one, from today on; where they
    /// cannot, nothing changes and the answer says why. Errors: not_found/absence_unknown;
    /// forbidden/role_missing; invalid_input person_unknown (/account_id: nobody of that body, or the same),
    /// absence_days_wrong (/last_day: before the first, or outside of the absence), date_past (/last_day).
    Result<ReplacementView> replace(identity::Caller const& caller, AbsenceId const& id,
                                    ReplacementForm const& form);

  private:
    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
