// SPDX-License-Identifier: EUPL-1.2
// Use cases of those who plan when bodies answer. Blocks: worker thread. Ids of new things are chosen by the
// caller, so that asking again after a lost answer changes nothing.
//
// Days that are over stay as they were planned. Appointments keep their place where there still is one; those
// that lost it are noted (displacement_service.hpp) and are for a person to move, cancel or leave.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/displacement/displacement_service.hpp"
#include "server/scheduling/supply/supply_store.hpp"
#include "server/scheduling/supply/supply_view.hpp"

#include <optional>

namespace parvis::scheduling {

struct PlanQuery {
    NetworkId network_id;
    LocalDate from_day;
    LocalDate to_day;
    std::optional<PartnerId> partner_id{};
    std::optional<SiteId> site_id{};
};

class SupplyService {
  public:
    /// Both must outlive this object.
    SupplyService(db::Database& database, Clock const& clock);

    /// Any staff of the network. Errors: not_found/network_unknown; invalid_input/plan_span_wrong (most:
    /// days).
    Result<Plan> plan(identity::Caller const& caller, PlanQuery const& query);

    /// Makes a supply, or changes it. The same content again changes nothing. Errors: those of check_supply;
    /// not_found group_unknown, supply_unknown; forbidden/role_missing; invalid_input motive_unknown,
    /// motive_not_for_modality (/motives/<n>), date_past (all of its days are over), supply_group_fixed;
    /// conflict supply_changed (somebody else changed it), supply_ended, supply_started (it has taken place
    /// already: from_day() says from when the change holds), supply_overlaps (day; first_clash).
    Result<SupplyView> save(identity::Caller const& caller, SupplyId const& id, SupplyForm const& form);

    /// Errors: not_found/supply_unknown; forbidden/role_missing; invalid_input/date_past (before yesterday);
    /// conflict/supply_changed.
    Result<void> end(identity::Caller const& caller, SupplyId const& id, SupplyEnd const& wanted);

    /// Errors: as end(); invalid_input/day_not_in_recurrence.
    Result<SupplyView> except_day(identity::Caller const& caller, SupplyId const& id,
                                  SupplyExcept const& wanted);

    /// Moves or changes a single day: except_day() and save() in one step, so that the day is never lost
    /// between the two. The same instead_id again answers with what it made. Errors: those of both; pointers
    /// of save() begin with /instead.
    Result<SupplyView> instead_of_day(identity::Caller const& caller, SupplyId const& id,
                                      SupplyInstead const& wanted);

    /// Ends the supply before that day and goes on as another one, which takes over the appointments. A rule
    /// that counts its days goes on for as many as were left. The same later_id again answers with what it
    /// made. Errors: those of end() and save() (pointers begin with /later); invalid_input date_past (/day),
    /// later_begins_before (/later/recurrence/first_day).
    Result<SupplyView> from_day(identity::Caller const& caller, SupplyId const& id,
                                SupplyFromDay const& wanted);

    /// Which appointments would lose their place by a change; nothing is changed. Errors: those of the
    /// change; invalid_input/change_missing.
    Result<DisplacedList> preview(identity::Caller const& caller, SupplyChange const& change);
    Result<DisplacedList> preview_closure(identity::Caller const& caller, ClosureId const& id,
                                          BodyClosureForm const& form);

    /// What takes place in one week, once more in another, as supply of single days. The same copy_id again
    /// answers with what it made. Errors: not_found/group_unknown; forbidden/role_missing;
    /// invalid_input/week_wrong.
    Result<WeekCopy> copy_week(identity::Caller const& caller, CopyId const& copy, WeekCopyForm const& form);

    /// Closures of bodies and groups that are not over. Any staff of the network. Errors:
    /// not_found/network_unknown.
    Result<BodyClosureList> closures(identity::Caller const& caller, NetworkId const& network);

    /// Makes a closure of a body or of one of its groups, or changes it. Errors: those of check_closure;
    /// not_found partner_unknown, group_unknown; forbidden/role_missing; conflict/closure_id_taken.
    Result<BodyClosure> save_closure(identity::Caller const& caller, ClosureId const& id,
                                     BodyClosureForm const& form);
    /// One that is not there is removed already. Error: forbidden/role_missing.
    Result<void> remove_closure(identity::Caller const& caller, ClosureId const& id);

  private:
    template <class Value, class Step>
    Result<Value> take(Step step);

    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
