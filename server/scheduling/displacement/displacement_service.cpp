// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/displacement/displacement_service.hpp"

#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/opening/calendar_shared_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace parvis::scheduling {

using identity::Caller;

namespace {

/// Somebody whose time has just begun is still there to be helped.
constexpr std::chrono::hours shown_after_begin{2};

PlaceHours hours_of(db::Session& session, SiteId const& site, Instant from, Instant to) {
    PlaceHours hours{open_spans_of(session, site, from, to).value(), {}};
    auto kiosks = open_kiosks_of(session, site, from, to).value();
    for (auto& kiosk : kiosks) {
        hours.kiosks.emplace(kiosk.kiosk_id, std::move(kiosk.open));
    }
    return hours;
}

/// Appointments of one moment to another, some of whose places may be gone.
class Review {
  public:
    Review(db::Session& session, NetworkId const& network, std::vector<PlacedAppointment> placed, Instant now)
        : session_(session), network_(network), placed_(std::move(placed)), now_(now) {
        for (auto const& each : placed_) {
            from_ = std::min(from_, each.from);
            to_ = std::max(to_, each.to);
        }
    }

    std::vector<AppointmentId> run() {
        std::map<SupplyId, std::vector<PlacedAppointment>> by_supply;
        for (auto const& each : placed_) {
            by_supply[each.supply_id].push_back(each);
        }
        for (auto const& [supply, placed] : by_supply) {
            look_at(supply, placed);
        }
        return std::move(displaced_);
    }

  private:
    void look_at(SupplyId const& id, std::vector<PlacedAppointment> const& placed) {
        std::vector<Opening> open;
        if (auto const record = supply_record(session_, id)) {
            open = openings_of(session_, network_, {record->supply}, from_, to_);
        }
        auto const fits = fit_into(open, placed);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            auto misfit = fits[i].misfit;
            if (!misfit && fits[i].seat != placed[i].seat &&
                !change_seat(session_, placed[i], id, fits[i].seat)) {
                misfit = Misfit::too_few_advisers; // an interview that began before is still on that seat
            }
            if (!misfit) {
                misfit = at_its_place(placed[i]);
            }
            if (note_misfit(session_, network_, placed[i].appointment_id, misfit, now_)) {
                displaced_.push_back(placed[i].appointment_id);
            }
        }
    }

    std::optional<Misfit> at_its_place(PlacedAppointment const& placed) {
        if (!placed.at_site || !placed.site_id) {
            return std::nullopt;
        }
        auto known = hours_.find(*placed.site_id);
        if (known == hours_.end()) {
            known = hours_.emplace(*placed.site_id, hours_of(session_, *placed.site_id, from_, to_)).first;
        }
        return misfit_of_place(known->second, placed);
    }

    db::Session& session_;
    NetworkId const& network_;
    std::vector<PlacedAppointment> placed_;
    Instant now_;
    Instant from_{std::numeric_limits<std::int64_t>::max()};
    Instant to_{0};
    std::map<SiteId, PlaceHours> hours_;
    std::vector<AppointmentId> displaced_;
};

DisplacedView view_of(DisplacedRow row) {
    return {row.appointment_id,
            row.partner_id,
            row.group_id,
            row.supply_id,
            row.reason,
            std::move(row.code),
            row.starts_at,
            row.starts_at + std::chrono::minutes(row.minutes),
            row.door,
            row.site_id,
            std::move(row.site),
            row.can_be_told,
            std::move(row.motives)};
}

bool concerns(Caller const& caller, DisplacedRow const& row) {
    return may_plan(caller, row.network_id, row.partner_id) ||
           caller.adviser_for(row.partner_id) != nullptr ||
           (row.site_id && caller.mediator_at(*row.site_id) != nullptr);
}

} // namespace

std::vector<AppointmentId> review_group(db::Session& session, NetworkId const& network,
                                        network::AdviserGroupId const& group, Instant from, Instant to,
                                        Instant now) {
    return Review(session, network, placed_of(session, group, std::max(from, now), to), now).run();
}

std::vector<AppointmentId> review_site(db::Session& session, NetworkId const& network, SiteId const& site,
                                       Instant from, Instant to, Instant now) {
    // A seat may be another's at another site: only whole groups are given other seats. Here all of them fit
    // or do not by their own place.
    auto const here = placed_at(session, site, std::max(from, now), to);
    std::set<AppointmentId> wanted;
    for (auto const& placed : here) {
        wanted.insert(placed.appointment_id);
    }
    std::vector<AppointmentId> displaced;
    std::set<network::AdviserGroupId> groups;
    for (auto const& placed : here) {
        if (auto const record = supply_record(session, placed.supply_id)) {
            groups.insert(record->supply.group_id);
        }
    }
    for (auto const& group : groups) {
        for (auto const& id : review_group(session, network, group, from, to, now)) {
            if (wanted.contains(id)) {
                displaced.push_back(id);
            }
        }
    }
    return displaced;
}

DisplacedList displaced_list(db::Session& session, NetworkId const& network,
                             std::vector<AppointmentId> const& appointments) {
    DisplacedList list{time_zone_of(session, network).value(), {}};
    for (auto const& id : appointments) {
        if (auto row = displaced_row(session, id)) {
            list.appointments.push_back(view_of(std::move(*row)));
        }
    }
    std::ranges::stable_sort(list.appointments, {}, &DisplacedView::starts_at);
    return list;
}

DisplacementService::DisplacementService(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock) {}

Result<DisplacedList> DisplacementService::list(Caller const& caller, NetworkId const& network) {
    if (!may_read_plan(caller, network)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<DisplacedList> {
        DisplacedList list{time_zone_of(session, network).value(), {}};
        for (auto& row : displaced_in(session, network, now - shown_after_begin)) {
            if (concerns(caller, row)) {
                list.appointments.push_back(view_of(std::move(row)));
            }
        }
        return list;
    });
}

Result<void> DisplacementService::settle(Caller const& caller, AppointmentId const& appointment) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const row = displaced_row(session, appointment);
        if (!row) {
            return {};
        }
        if (!concerns(caller, *row)) {
            return fail(ErrorCode::not_found, "appointment_unknown");
        }
        if (settle_displaced(session, appointment, now)) {
            identity::append_audit(session,
                                   {"displaced_settled", identity::trail_name(caller.account_id),
                                    "appointment:" + appointment.text(), std::string(), now},
                                   now);
        }
        return {};
    });
}

} // namespace parvis::scheduling
