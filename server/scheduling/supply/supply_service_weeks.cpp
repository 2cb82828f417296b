// SPDX-License-Identifier: EUPL-1.2
// Copying a week, and closures of bodies.
#include "platform/time/recurrence.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_service.hpp"

#include <algorithm>
#include <chrono>

namespace parvis::scheduling {

using identity::Caller;

namespace {

int days_between(LocalDate from, LocalDate to) {
    auto const utc = [](LocalDate day) { return to_instant(day, 0, "Etc/UTC"); };
    return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(utc(to) - utc(from)).count() / 24);
}

/// One week's supply of a group, day by day, once more `shift` days later.
class WeekCopying {
  public:
    WeekCopying(db::Session& session, WeekCopyForm const& form, GroupOwner owner, LocalDate today)
        : session_(session), form_(form), owner_(std::move(owner)), today_(today),
          shift_(days_between(form.from_week, form.to_week)) {}

    /// Ids of what was made, and the days that were left out.
    std::vector<SupplyId> run(CopyId const& copy, Instant now, std::vector<LocalDate>& left_out) {
        auto const last = add_days(form_.from_week, 6);
        std::vector<SupplyId> made;
        for (auto const& record : of_group(form_.from_week, last)) {
            auto const& recurrence = record.supply.recurrence;
            auto const days = recurring_days(recurrence.first_day, recurrence.rule, form_.from_week, last);
            for (auto const day : days.value()) {
                if (std::ranges::count(recurrence.except, day) > 0) {
                    continue;
                }
                auto supply = record.supply;
                supply.supply_id = SupplyId::make(now);
                supply.recurrence = {add_days(day, shift_), "", {}};
                if (is_wanted(supply)) {
                    insert_supply(session_, supply, copy);
                    made.push_back(supply.supply_id);
                } else {
                    left_out.push_back(supply.recurrence.first_day);
                }
            }
        }
        return made;
    }

  private:
    std::vector<SupplyRecord> of_group(LocalDate from, LocalDate to) {
        auto records = supply_records(session_, {owner_.network_id, owner_.partner_id}, from, to);
        std::erase_if(records,
                      [&](SupplyRecord const& record) { return record.supply.group_id != form_.group_id; });
        return records;
    }

    bool is_wanted(Supply const& supply) {
        auto const day = supply.recurrence.first_day;
        if (day < today_) {
            return false;
        }
        auto const zone = time_zone_of(session_, supply.network_id).value();
        if (openings_of(session_, supply.network_id, {supply}, to_instant(day, 0, zone),
                        to_instant(add_days(day, 1), 0, zone))
                .empty()) {
            return false;
        }
        auto const others = of_group(day, day);
        return std::ranges::none_of(others, [&](SupplyRecord const& other) {
            return first_clash(supply, other.supply, day).value().has_value();
        });
    }

    db::Session& session_;
    WeekCopyForm const& form_;
    GroupOwner owner_;
    LocalDate today_;
    int shift_;
};

bool is_copyable(WeekCopyForm const& form) {
    return weekday(form.from_week) == 1 && weekday(form.to_week) == 1 && form.from_week != form.to_week;
}

std::vector<SupplyView> views_of(std::vector<SupplyRecord> records) {
    std::vector<SupplyView> views;
    views.reserve(records.size());
    for (auto& record : records) {
        views.push_back({std::move(record.supply), record.revision, {"change_supply"}});
    }
    return views;
}

constexpr std::chrono::hours known_ahead{10 * 366 * 24};

void note(db::Session& session, Caller const& caller, std::string act, std::string subject, Instant now) {
    identity::append_audit(
        session, {std::move(act), identity::trail_name(caller.account_id), std::move(subject), "", now}, now);
}

} // namespace

Result<WeekCopy> SupplyService::copy_week(Caller const& caller, CopyId const& copy,
                                          WeekCopyForm const& form) {
    auto const now = clock_.now();
    if (!is_copyable(form)) {
        return fail(ErrorCode::invalid_input, "week_wrong", "/to_week");
    }
    return database_.write([&](db::Session& session) -> Result<WeekCopy> {
        auto const owner = owner_of(session, form.group_id);
        if (!owner) {
            return owner.error();
        }
        if (!may_plan(caller, owner->network_id, owner->partner_id)) {
            return refuse_change(caller, owner->network_id, "group_unknown");
        }
        WeekCopy answer;
        auto standing = made_by(session, copy);
        std::erase_if(standing,
                      [&](SupplyRecord const& record) { return record.supply.group_id != form.group_id; });
        if (standing.empty()) {
            auto const zone = time_zone_of(session, owner->network_id).value();
            WeekCopying copying(session, form, *owner, to_local(now, zone).date());
            if (!copying.run(copy, now, answer.left_out).empty()) {
                note(session, caller, "week_copied", "group:" + form.group_id.text(), now);
            }
            standing = made_by(session, copy);
        }
        answer.made = views_of(std::move(standing));
        return answer;
    });
}

Result<BodyClosureList> SupplyService::closures(Caller const& caller, NetworkId const& network) {
    if (!may_read_plan(caller, network)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<BodyClosureList> {
        return BodyClosureList{time_zone_of(session, network).value(),
                               body_closures_of(session, network, now, now + known_ahead)};
    });
}

} // namespace parvis::scheduling
