// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/rota/rota_service.hpp"

#include "server/identity/audit_shared_store.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_days = 62;
constexpr int longest_absence_days = 366;

void note(db::Session& session, Caller const& caller, char const* act, std::string subject, Instant now) {
    identity::append_audit(
        session, {act, identity::trail_name(caller.account_id), std::move(subject), std::string(), now}, now);
}

Result<void> check_span(Caller const& caller, RotaQuery const& query) {
    if (!may_read_plan(caller, query.network_id)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    if (query.to_day < query.from_day || add_days(query.from_day, most_days) <= query.to_day) {
        return fail(ErrorCode::invalid_input, "plan_span_wrong", "/to",
                    {{"most", std::to_string(most_days)}});
    }
    return {};
}

std::vector<SiteId> sites_of(Supply const& supply) {
    std::set<SiteId> sites;
    for (auto const& leg : supply.legs) {
        sites.insert(leg.sites.begin(), leg.sites.end());
    }
    return {sites.begin(), sites.end()};
}

std::vector<AccountId> stand_ins_of(DutyBook const& book, Shift const& shift) {
    std::vector<AccountId> people;
    for (auto const& each : book.stand_ins) {
        if (each.supply_id == shift.supply_id && each.day == shift.day) {
            people.push_back(each.account_id);
        }
    }
    return people;
}

RotaSession session_of(NetworkRota& rota, Manned& manned) {
    auto const& record = rota.supplies.at(manned.shift.supply_id);
    auto const& supply = record.supply;
    return {supply.supply_id,
            record.revision,
            supply.partner_id,
            supply.group_id,
            supply.modality,
            manned.shift.day,
            manned.shift.from,
            manned.shift.to,
            sites_of(supply),
            manned.shift.advisers,
            manned.named,
            rota.book.regulars[supply.supply_id],
            stand_ins_of(rota.book, manned.shift),
            std::move(manned.on_duty),
            std::move(manned.absent),
            manned.missing,
            std::move(manned.free)};
}

std::vector<RotaPerson> people_of(std::vector<GroupMember> const& members, Caller const& caller,
                                  NetworkId const& network) {
    std::vector<RotaPerson> people;
    for (auto const& member : members) {
        if (!may_plan(caller, network, member.partner_id)) {
            continue;
        }
        if (people.empty() || people.back().account_id != member.account_id) {
            people.push_back({member.account_id, member.name, member.partner_id, {}});
        }
        people.back().group_ids.push_back(member.group_id);
    }
    return people;
}

Result<Supply> planned(db::Session& session, Caller const& caller, SupplyId const& id) {
    auto const record = supply_record(session, id);
    if (!record) {
        return record.error();
    }
    if (!may_plan(caller, record->supply.network_id, record->supply.partner_id)) {
        return refuse_change(caller, record->supply.network_id, "supply_unknown");
    }
    return record->supply;
}

Result<void> check_people(db::Session& session, Supply const& supply, std::vector<AccountId> const& people) {
    auto const members = group_members(session, supply.network_id);
    for (std::size_t i = 0; i < people.size(); ++i) {
        bool const is_known = std::ranges::any_of(members, [&](GroupMember const& member) {
            return member.group_id == supply.group_id && member.account_id == people[i];
        });
        if (!is_known) {
            return fail(ErrorCode::invalid_input, "person_unknown", "/account_ids/" + std::to_string(i));
        }
    }
    return {};
}

Result<void> check_absence(db::Session& session, NetworkId const& network, AbsenceForm const& form) {
    auto const members = group_members(session, network);
    bool const is_known = std::ranges::any_of(members, [&](GroupMember const& member) {
        return member.partner_id == form.partner_id && member.account_id == form.account_id;
    });
    if (!is_known) {
        return fail(ErrorCode::invalid_input, "person_unknown", "/account_id");
    }
    if (form.last_day < form.first_day || add_days(form.first_day, longest_absence_days) < form.last_day) {
        return fail(ErrorCode::invalid_input, "absence_days_wrong", "/last_day");
    }
    return {};
}

Result<void> check_replacement(db::Session& session, AbsenceRecord const& absence,
                               ReplacementForm const& form) {
    auto const members = group_members(session, absence.network_id);
    bool const is_colleague =
        form.account_id != absence.days.account_id &&
        std::ranges::any_of(members, [&](GroupMember const& member) {
            return member.partner_id == absence.partner_id && member.account_id == form.account_id;
        });
    if (!is_colleague) {
        return fail(ErrorCode::invalid_input, "person_unknown", "/account_id");
    }
    if (form.last_day < form.first_day || form.first_day < absence.days.first_day ||
        absence.days.last_day < form.last_day) {
        return fail(ErrorCode::invalid_input, "absence_days_wrong", "/last_day");
    }
    return {};
}

ReplacementView view_of(Replacement const& replacement, std::string zone) {
    ReplacementView view{std::move(zone), {}};
    auto const add = [&](Shift const& shift, std::optional<NotInstead> refused) {
        view.sessions.push_back({shift.supply_id, shift.day, shift.from, shift.to, refused});
    };
    for (auto const& shift : replacement.taken) {
        add(shift, std::nullopt);
    }
    for (auto const& [shift, reason] : replacement.refused) {
        add(shift, reason);
    }
    std::ranges::stable_sort(view.sessions, {}, &ReplacedSession::from);
    return view;
}

AbsenceView view_of(AbsenceRecord const& record) {
    return {record.absence_id, record.partner_id, record.days.account_id, record.days.first_day,
            record.days.last_day};
}

} // namespace

RotaService::RotaService(db::Database& database, Clock const& clock) : database_(database), clock_(clock) {}

Result<Rota> RotaService::read(Caller const& caller, RotaQuery const& query) {
    if (auto const sound = check_span(caller, query); !sound) {
        return sound.error();
    }
    return database_.read([&](db::Session& session) -> Result<Rota> {
        auto found = rota_of(session, query, FreePeople::wanted);
        Rota rota{found.time_zone, people_of(found.members, caller, query.network_id), {}, {}};
        for (auto& manned : found.sessions) {
            if (may_plan(caller, query.network_id,
                         found.supplies.at(manned.shift.supply_id).supply.partner_id)) {
                rota.sessions.push_back(session_of(found, manned));
            }
        }
        for (auto const& absence : absences_in(session, query.network_id, query.from_day, query.to_day)) {
            if (may_plan(caller, query.network_id, absence.partner_id)) {
                rota.absences.push_back(view_of(absence));
            }
        }
        bool const plans = !rota.people.empty() || !rota.sessions.empty() ||
                           may_change_places(caller, query.network_id) ||
                           caller.has(identity::Role::partner_manager, query.network_id);
        return plans ? Result<Rota>(std::move(rota)) : fail(ErrorCode::forbidden, "role_missing");
    });
}

Result<OwnDuties> RotaService::own(Caller const& caller, RotaQuery const& query) {
    if (auto const sound = check_span(caller, query); !sound) {
        return sound.error();
    }
    return database_.read([&](db::Session& session) -> Result<OwnDuties> {
        auto found = duties_of(session, caller.account_id, query);
        OwnDuties own{std::move(found.time_zone), {}};
        for (auto& duty : found.sessions) {
            auto const& supply = duty.record.supply;
            auto& told = own.duties.emplace_back(OwnDuty{supply.supply_id,
                                                         duty.shift.day,
                                                         duty.shift.from,
                                                         duty.shift.to,
                                                         supply.modality,
                                                         sites_of(supply),
                                                         supply.on_site,
                                                         {},
                                                         duty.instead,
                                                         std::move(duty.instead_of)});
            for (auto const& site : supply.on_site ? told.sites : std::vector<SiteId>()) {
                told.places.push_back(network::site_card(session, site).value().name);
            }
        }
        return own;
    });
}

Result<void> RotaService::save_team(Caller const& caller, SupplyId const& supply, TeamForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const found = planned(session, caller, supply);
        if (!found) {
            return found.error();
        }
        if (auto const sound = check_people(session, *found, form.account_ids); !sound) {
            return sound;
        }
        parvis::scheduling::save_team(session, supply, form.account_ids);
        note(session, caller, "team_saved", "supply:" + supply.text(), now);
        return {};
    });
}

Result<void> RotaService::save_stand_ins(Caller const& caller, SupplyId const& supply, LocalDate day,
                                         TeamForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const found = planned(session, caller, supply);
        if (!found) {
            return found.error();
        }
        auto const zone = time_zone_of(session, found->network_id).value();
        if (day < to_local(now, zone).date()) {
            return fail(ErrorCode::invalid_input, "date_past", "/day");
        }
        if (auto const sound = check_people(session, *found, form.account_ids); !sound) {
            return sound;
        }
        parvis::scheduling::save_stand_ins(session, supply, day, form.account_ids);
        note(session, caller, "stand_ins_saved", "supply:" + supply.text(), now);
        return {};
    });
}

Result<AbsenceView> RotaService::save_absence(Caller const& caller, AbsenceId const& id,
                                              AbsenceForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<AbsenceView> {
        auto const network = network_of(session, form.partner_id);
        if (!network) {
            return network.error();
        }
        if (!may_plan(caller, *network, form.partner_id)) {
            return refuse_change(caller, *network, "partner_unknown");
        }
        if (auto const sound = check_absence(session, *network, form); !sound) {
            return sound.error();
        }
        AbsenceRecord const record{
            id, *network, form.partner_id, {form.account_id, form.first_day, form.last_day}};
        auto const standing = find_absence(session, id);
        if (standing &&
            (standing->partner_id != form.partner_id || standing->days.account_id != form.account_id)) {
            return fail(ErrorCode::conflict, "absence_of_other");
        }
        parvis::scheduling::save_absence(session, record);
        note(session, caller, "absence_saved", "absence:" + id.text(), now);
        return view_of(record);
    });
}

Result<void> RotaService::remove_absence(Caller const& caller, AbsenceId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const standing = find_absence(session, id);
        if (!standing) {
            return {};
        }
        if (!may_plan(caller, standing->network_id, standing->partner_id)) {
            return refuse_change(caller, standing->network_id, "absence_unknown");
        }
        parvis::scheduling::remove_absence(session, id);
        note(session, caller, "absence_removed", "absence:" + id.text(), now);
        return {};
    });
}

Result<ReplacementView> RotaService::replace(Caller const& caller, AbsenceId const& id,
                                             ReplacementForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<ReplacementView> {
        auto const absence = find_absence(session, id);
        if (!absence) {
            return fail(ErrorCode::not_found, "absence_unknown");
        }
        auto const& network = absence->network_id;
        if (!may_plan(caller, network, absence->partner_id)) {
            return refuse_change(caller, network, "absence_unknown");
        }
        if (auto const sound = check_replacement(session, *absence, form); !sound) {
            return sound.error();
        }
        auto const today = to_local(now, time_zone_of(session, network).value()).date();
        if (form.last_day < today) {
            return fail(ErrorCode::invalid_input, "date_past", "/last_day");
        }
        auto const first = std::max(form.first_day, today);
        auto const rota = rota_of(session, {network, first, form.last_day}, FreePeople::unasked);
        auto members = rota.members;
        std::erase_if(members, [&](GroupMember const& one) { return one.partner_id != absence->partner_id; });
        auto const found =
            parvis::scheduling::replace(rota.sessions, rota.book, by_group(members),
                                        {absence->days.account_id, first, form.last_day}, form.account_id);
        for (auto const& shift : found.taken) {
            add_stand_in(session, {shift.supply_id, shift.day, form.account_id});
        }
        note(session, caller, "absence_replaced", "absence:" + id.text(), now);
        return view_of(found, rota.time_zone);
    });
}

} // namespace parvis::scheduling
