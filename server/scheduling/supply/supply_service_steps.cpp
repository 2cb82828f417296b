// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/supply_service_steps.hpp"

#include "platform/time/recurrence.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/displacement/displacement_service.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/rota/rota_shared_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"

#include <algorithm>
#include <utility>

namespace parvis::scheduling {

using identity::Caller;

namespace {

/// Further ahead nothing is booked: the longest notice is 400 days.
constexpr std::chrono::hours booked_ahead{401 * 24};

void note(db::Session& session, Caller const& caller, std::string act, std::string subject,
          std::string detail, Instant now) {
    identity::append_audit(
        session,
        {std::move(act), identity::trail_name(caller.account_id), std::move(subject), std::move(detail), now},
        now);
}

Supply supply_of(SupplyId const& id, GroupOwner const& owner, SupplyForm const& form) {
    return in_order({id, owner.network_id, owner.partner_id, form.group_id, form.modality, form.recurrence,
                     form.legs, form.slot_minutes, form.advisers, form.walk_in_percent, form.motives,
                     form.on_site.value_or(false)});
}

Result<void> check_motives(db::Session& session, Supply const& supply) {
    for (std::size_t i = 0; i < supply.motives.size(); ++i) {
        auto const pointer = "/motives/" + std::to_string(i);
        auto const named = motive(session, supply.motives[i]);
        if (!named || named->partner_id != supply.partner_id || has_ended(session, supply.motives[i])) {
            return fail(ErrorCode::invalid_input, "motive_unknown", pointer);
        }
        if (!serves(supply, *named)) {
            return fail(ErrorCode::invalid_input, "motive_not_for_modality", pointer);
        }
    }
    return {};
}

Result<void> check_clashes(db::Session& session, Supply const& supply, LocalDate today) {
    auto const horizon = add_days(std::max(today, supply.recurrence.first_day), 2 * 366);
    for (auto const& other :
         supply_records(session, {supply.network_id, supply.partner_id}, today, horizon)) {
        if (other.supply.supply_id == supply.supply_id) {
            continue;
        }
        auto const clash = first_clash(supply, other.supply, today);
        if (!clash) {
            return clash.error();
        }
        if (*clash) {
            return fail(ErrorCode::conflict, "supply_overlaps", "/legs", {{"day", to_iso(**clash)}});
        }
    }
    return {};
}

/// Everything that makes a supply fit to be kept.
Result<void> check(db::Session& session, Supply const& supply, LocalDate today) {
    if (auto sound = check_supply(supply, sites_served_by(session, supply.group_id)); !sound) {
        return sound;
    }
    auto const last = last_recurring_day(supply.recurrence.first_day, supply.recurrence.rule);
    if (last && *last && **last < today) {
        return fail(ErrorCode::invalid_input, "date_past", "/recurrence/first_day");
    }
    if (auto sound = check_motives(session, supply); !sound) {
        return sound;
    }
    return check_clashes(session, supply, today);
}

Error changed_meanwhile() {
    return fail(ErrorCode::conflict, "supply_changed", "/revision");
}

/// What may be changed by this caller.
Result<SupplyRecord> changeable(db::Session& session, Caller const& caller, SupplyId const& id) {
    auto record = supply_record(session, id);
    if (record && !may_plan(caller, record->supply.network_id, record->supply.partner_id)) {
        return refuse_change(caller, record->supply.network_id, "supply_unknown");
    }
    return record;
}

/// The step reviewed what it changed.
std::vector<AppointmentId> review(db::Session& session, Supply const& supply, Instant now) {
    return review_group(session, supply.network_id, supply.group_id, now, now + booked_ahead, now);
}

bool has_taken_place(Supply const& supply, LocalDate today) {
    auto const& recurrence = supply.recurrence;
    if (recurrence.first_day >= today) {
        return false;
    }
    auto days =
        recurring_days(recurrence.first_day, recurrence.rule, recurrence.first_day, add_days(today, -1));
    if (!days) {
        return true;
    }
    std::erase_if(*days, [&](LocalDate day) { return std::ranges::count(recurrence.except, day) > 0; });
    return !days->empty();
}

/// Ends it after that day; what never took place is withdrawn.
bool end_after(db::Session& session, SupplyRecord record, LocalDate last_day, std::int64_t revision) {
    auto& recurrence = record.supply.recurrence;
    if (last_day < recurrence.first_day) {
        return withdraw_supply(session, record.supply.supply_id, revision);
    }
    recurrence.rule = ended_by(recurrence.first_day, recurrence.rule, last_day).value();
    if (!check_recurrence(recurrence.first_day, recurrence.rule)) { // no day of it is left
        return withdraw_supply(session, record.supply.supply_id, revision);
    }
    return update_supply(session, record.supply, revision);
}

Error within(Error error, char const* part) {
    if (!error.pointer.empty()) {
        error.pointer.insert(0, part);
    }
    return error;
}

bool is_same(BodyClosure const& a, BodyClosure const& b) {
    return a.group_id == b.group_id && a.from == b.from && a.to == b.to && a.reason == b.reason;
}

/// Looks at everybody whom a closure concerns, or concerned before it was changed.
Displaced review_body(db::Session& session, NetworkId const& network, PartnerId const& partner, Instant from,
                      Instant to, Instant now) {
    Displaced displaced{network, {}};
    for (auto const& group : groups_of_body(session, partner)) {
        auto const of_group = review_group(session, network, group, from - std::chrono::hours(24), to, now);
        displaced.appointments.insert(displaced.appointments.end(), of_group.begin(), of_group.end());
    }
    return displaced;
}

} // namespace

SupplyView supply_view(Caller const& caller, SupplyRecord record) {
    SupplyView view{std::move(record.supply), record.revision, {}};
    if (may_plan(caller, view.supply.network_id, view.supply.partner_id)) {
        view.allowed_actions.emplace_back("change_supply");
    }
    return view;
}

Result<Stepped<SupplyView>> save_in(db::Session& session, Caller const& caller, SupplyId const& id,
                                    SupplyForm const& form, Instant now) {
    auto const owner = owner_of(session, form.group_id);
    if (!owner) {
        return owner.error();
    }
    if (!may_plan(caller, owner->network_id, owner->partner_id)) {
        return refuse_change(caller, owner->network_id, "group_unknown");
    }
    auto const supply = supply_of(id, *owner, form);
    auto standing = supply_record(session, id);
    if (!standing && supply_exists(session, id)) {
        return fail(ErrorCode::conflict, "supply_ended");
    }
    if (!standing && form.revision != 0) {
        return fail(ErrorCode::not_found, "supply_unknown");
    }
    if (standing && standing->supply.group_id != supply.group_id) {
        return fail(ErrorCode::invalid_input, "supply_group_fixed", "/group_id");
    }
    if (standing && standing->supply.on_site != supply.on_site) {
        return fail(ErrorCode::invalid_input, "supply_on_site_fixed", "/on_site");
    }
    if (standing && says_the_same(standing->supply, supply)) {
        return unchanged(supply_view(caller, std::move(*standing)));
    }
    if (standing && standing->revision != form.revision) {
        return changed_meanwhile();
    }
    auto const zone = time_zone_of(session, supply.network_id).value();
    auto const today = to_local(now, zone).date();
    if (standing && has_taken_place(standing->supply, today)) {
        return fail(ErrorCode::conflict, "supply_started");
    }
    if (auto sound = check(session, supply, today); !sound) {
        return sound.error();
    }
    if (!standing) {
        insert_supply(session, supply, CopyId());
    } else if (!update_supply(session, supply, form.revision)) {
        return changed_meanwhile();
    }
    auto saved = supply_record(session, id).value();
    note(session, caller, "supply_saved", "supply:" + id.text(), "revision " + std::to_string(saved.revision),
         now);
    Displaced displaced{supply.network_id, {}};
    if (standing) {
        displaced.appointments = review(session, supply, now);
    }
    return Stepped<SupplyView>{supply_view(caller, std::move(saved)), std::move(displaced)};
}

Result<Stepped<SupplyView>> except_in(db::Session& session, Caller const& caller, SupplyId const& id,
                                      SupplyExcept const& wanted, Instant now) {
    auto record = changeable(session, caller, id);
    if (!record) {
        return record.error();
    }
    auto& recurrence = record->supply.recurrence;
    if (std::ranges::count(recurrence.except, wanted.day) > 0) {
        return unchanged(supply_view(caller, std::move(*record)));
    }
    auto const zone = time_zone_of(session, record->supply.network_id).value();
    if (wanted.day < to_local(now, zone).date()) {
        return fail(ErrorCode::invalid_input, "date_past", "/day");
    }
    auto const days = recurring_days(recurrence.first_day, recurrence.rule, wanted.day, wanted.day);
    if (!days || days->empty()) {
        return fail(ErrorCode::invalid_input, "day_not_in_recurrence", "/day");
    }
    recurrence.except.push_back(wanted.day);
    if (!update_supply(session, record->supply, wanted.revision)) {
        return changed_meanwhile();
    }
    note(session, caller, "supply_excepted", "supply:" + id.text(), to_iso(wanted.day), now);
    auto displaced = review(session, record->supply, now);
    return Stepped<SupplyView>{supply_view(caller, supply_record(session, id).value()),
                               {record->supply.network_id, std::move(displaced)}};
}

Result<Stepped<Done>> end_in(db::Session& session, Caller const& caller, SupplyId const& id,
                             SupplyEnd const& wanted, Instant now) {
    if (!supply_record(session, id) && supply_exists(session, id)) {
        return unchanged(Done{}); // withdrawn: a repeated request has nothing left to do
    }
    auto record = changeable(session, caller, id);
    if (!record) {
        return record.error();
    }
    auto const zone = time_zone_of(session, record->supply.network_id).value();
    if (wanted.last_day < add_days(to_local(now, zone).date(), -1)) {
        return fail(ErrorCode::invalid_input, "date_past", "/last_day");
    }
    auto const& recurrence = record->supply.recurrence;
    if (wanted.last_day >= recurrence.first_day &&
        ended_by(recurrence.first_day, recurrence.rule, wanted.last_day).value() == recurrence.rule) {
        return unchanged(Done{});
    }
    auto const supply = record->supply;
    if (!end_after(session, std::move(*record), wanted.last_day, wanted.revision)) {
        return changed_meanwhile();
    }
    note(session, caller, "supply_ended", "supply:" + id.text(), to_iso(wanted.last_day), now);
    return Stepped<Done>{{}, {supply.network_id, review(session, supply, now)}};
}

Result<Stepped<SupplyView>> instead_in(db::Session& session, Caller const& caller, SupplyId const& id,
                                       SupplyInstead const& wanted, Instant now) {
    auto excepted = except_in(session, caller, id, {wanted.day, wanted.revision}, now);
    if (!excepted) {
        return excepted.error();
    }
    bool const is_again = supply_exists(session, wanted.instead_id);
    auto made = save_in(session, caller, wanted.instead_id, wanted.instead, now);
    if (!made) {
        return within(std::move(made).error(), "/instead");
    }
    auto const& before = excepted->value.supply;
    auto const& after = made->value.supply;
    if (before.on_site != after.on_site) {
        return fail(ErrorCode::invalid_input, "supply_on_site_fixed", "/instead/on_site");
    }
    if (!is_again && before.group_id == after.group_id) {
        auto const zone = time_zone_of(session, before.network_id).value();
        hand_over(session, id, wanted.instead_id, before.group_id, to_instant(wanted.day, 0, zone),
                  to_instant(add_days(wanted.day, 1), 0, zone));
        copy_duties(session, id, wanted.instead_id);
        made->displaced = {before.network_id, review(session, before, now)};
    }
    return made;
}

Result<Stepped<SupplyView>> from_day_in(db::Session& session, Caller const& caller, SupplyId const& id,
                                        SupplyFromDay const& wanted, Instant now) {
    auto record = changeable(session, caller, id);
    if (supply_exists(session, wanted.later_id)) {
        auto const made = changeable(session, caller, wanted.later_id);
        return made ? Result<Stepped<SupplyView>>(unchanged(supply_view(caller, *made))) : made.error();
    }
    if (!record) {
        return record.error();
    }
    auto const standing = record->supply;
    auto const zone = time_zone_of(session, standing.network_id).value();
    if (wanted.day < to_local(now, zone).date()) {
        return fail(ErrorCode::invalid_input, "date_past", "/day");
    }
    if (wanted.later.recurrence.first_day < wanted.day) {
        return fail(ErrorCode::invalid_input, "later_begins_before", "/later/recurrence/first_day");
    }
    if (wanted.later.group_id != standing.group_id) {
        return fail(ErrorCode::invalid_input, "supply_group_fixed", "/later/group_id");
    }
    if (wanted.later.on_site.value_or(false) != standing.on_site) {
        return fail(ErrorCode::invalid_input, "supply_on_site_fixed", "/later/on_site");
    }
    if (!end_after(session, std::move(*record), add_days(wanted.day, -1), wanted.revision)) {
        return changed_meanwhile();
    }
    auto later = wanted.later;
    later.revision = 0;
    later.recurrence = continued(standing.recurrence, later.recurrence);
    auto made = save_in(session, caller, wanted.later_id, later, now);
    if (!made) {
        return within(std::move(made).error(), "/later");
    }
    hand_over(session, id, wanted.later_id, standing.group_id, to_instant(wanted.day, 0, zone),
              now + booked_ahead);
    copy_duties(session, id, wanted.later_id);
    made->displaced = {standing.network_id, review(session, standing, now)};
    return made;
}

Result<Stepped<BodyClosure>> save_closure_in(db::Session& session, Caller const& caller, ClosureId const& id,
                                             BodyClosureForm const& form, Instant now) {
    auto const network = network_of(session, form.partner_id);
    if (!network) {
        return network.error();
    }
    if (!may_plan(caller, *network, form.partner_id)) {
        return refuse_change(caller, *network, "partner_unknown");
    }
    if (form.group_id) {
        auto const owner = owner_of(session, *form.group_id);
        if (!owner || owner->partner_id != form.partner_id) {
            return fail(ErrorCode::not_found, "group_unknown", "/group_id");
        }
    }
    if (auto const sound = check_closure(form.from, form.to, form.reason); !sound) {
        return sound.error();
    }
    BodyClosure const closure{id, *network, form.partner_id, form.group_id, form.from, form.to, form.reason};
    auto const standing = find_body_closure(session, id);
    if (standing && standing->partner_id != form.partner_id) {
        return fail(ErrorCode::conflict, "closure_id_taken");
    }
    if (standing && is_same(*standing, closure)) {
        return unchanged(closure);
    }
    save_body_closure(session, closure);
    note(session, caller, "closure_saved", "closure:" + id.text(), "", now);
    return Stepped<BodyClosure>{closure,
                                review_body(session, *network, form.partner_id,
                                            standing ? std::min(standing->from, form.from) : form.from,
                                            standing ? std::max(standing->to, form.to) : form.to, now)};
}

Result<Stepped<Done>> remove_closure_in(db::Session& session, Caller const& caller, ClosureId const& id,
                                        Instant now) {
    auto const standing = find_body_closure(session, id);
    if (!standing) {
        return unchanged(Done{});
    }
    if (!may_plan(caller, standing->network_id, standing->partner_id)) {
        return refuse_change(caller, standing->network_id, "closure_unknown");
    }
    remove_body_closure(session, id);
    note(session, caller, "closure_removed", "closure:" + id.text(), "", now);
    return Stepped<Done>{
        {},
        review_body(session, standing->network_id, standing->partner_id, standing->from, standing->to, now)};
}

} // namespace parvis::scheduling
