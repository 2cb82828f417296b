// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_desk_service.hpp"

#include "server/scheduling/appointments/appointment_code.hpp"

#include <algorithm>

namespace parvis::scheduling {

using identity::Role;

namespace {

constexpr std::size_t most_slots = 200;

} // namespace

AppointmentDesk::AppointmentDesk(AppointmentService& appointments, SlotSearchService& search,
                                 AppointmentWords& words, Clock const& clock)
    : appointments_(appointments), search_(search), words_(words), clock_(clock) {}

Result<AppointmentView> AppointmentDesk::view(Requester const& by, Result<Appointment> const& outcome) {
    return outcome ? words_.view(by, *outcome) : outcome.error();
}

Result<ProposalsView> AppointmentDesk::propose(Requester const& by, SiteId const& site,
                                               ProposalForm const& form) {
    auto const now = clock_.now();
    if (auto const zone = words_.time_zone_at(site); !zone) {
        return zone.error();
    }
    auto const found =
        search_.propose(by, {form.unmet_id, form.motives, site, form.not_before.value_or(now)});
    return found ? words_.proposals(site, *found) : found.error();
}

Result<void> AppointmentDesk::refuse(Requester const& by, UnmetId const& id, RefusalForm const& form) {
    if (!words_.time_zone_at(form.site_id)) {
        return fail(ErrorCode::not_found, "site_unknown", "/site_id");
    }
    return search_.refuse(by, {id, form.motives, form.site_id, clock_.now()});
}

Result<SlotList> AppointmentDesk::slots(SiteId const& site, SlotQuery const& query) {
    auto const days = words_.days_at(site, query.from, query.to);
    if (!days) {
        return days.error();
    }
    auto const found =
        search_.find({query.motives, query.door, site, days->from, most_slots + 1, days->to, query.moving});
    if (!found) {
        return found.error();
    }
    SlotList list{days->time_zone, {}, found->size() > most_slots};
    for (auto const& slot : *found) {
        if (list.slots.size() < most_slots) {
            list.slots.push_back({slot.supply_id, slot.from, slot.to});
        }
    }
    return list;
}

Result<AppointmentView> AppointmentDesk::book(Requester const& by, AppointmentId const& id,
                                              BookingForm const& form) {
    BookingWish wish{
        {id, form.supply_id, form.starts_at, form.door, form.site_id}, form.motives, form.occurred_at, ""};
    if (form.code) {
        auto const code = normal_appointment_code(*form.code);
        if (!code) {
            return fail(ErrorCode::invalid_input, "code_malformed", "/code");
        }
        wish.code = *code;
    }
    if (!form.visitor) {
        return view(by, appointments_.hold(by, wish));
    }
    return view(
        by, appointments_.book(by, wish, visitor_of(*form.visitor), form.if_taken.value_or(IfTaken::refuse)));
}

Result<AppointmentView> AppointmentDesk::confirm(Requester const& by, AppointmentId const& id,
                                                 ConfirmForm const& form) {
    return view(by, appointments_.confirm(by, id, visitor_of(form.visitor)));
}

Result<AppointmentView> AppointmentDesk::move(Requester const& by, AppointmentId const& id,
                                              MoveForm const& form) {
    return view(by, appointments_.move(by, id,
                                       {form.appointment_id, form.supply_id, form.starts_at, form.door,
                                        form.site_id, form.telephone.value_or("")}));
}

Result<AppointmentView> AppointmentDesk::cancel(Requester const& by, AppointmentId const& id,
                                                CancelForm const& form) {
    if (form.reason == CancelReason::hold_expired) {
        return fail(ErrorCode::invalid_input, "value_unknown", "/reason");
    }
    return view(by, appointments_.cancel(by, id, form.reason));
}

Result<AppointmentView> AppointmentDesk::finish(Requester const& by, AppointmentId const& id) {
    return view(by, appointments_.finish(by, id));
}

Result<AppointmentView> AppointmentDesk::miss(Requester const& by, AppointmentId const& id) {
    return view(by, appointments_.miss(by, id));
}

Result<AppointmentView> AppointmentDesk::read(Requester const& by, AppointmentId const& id) {
    return view(by, appointments_.read(by, id));
}

Result<AppointmentTicket> AppointmentDesk::ticket(Requester const& by, AppointmentId const& id) {
    auto const found = appointments_.read(by, id);
    return found ? words_.ticket(*found) : found.error();
}

Result<AppointmentList> AppointmentDesk::list_at(Requester const& by, SiteId const& site,
                                                 Result<std::vector<Appointment>> const& found) {
    if (!found) {
        return found.error();
    }
    auto const zone = words_.time_zone_at(site);
    return zone ? words_.list(by, *found, *zone) : zone.error();
}

Result<AppointmentList> AppointmentDesk::day(Requester const& by, SiteId const& site, LocalDate from,
                                             LocalDate to) {
    auto const days = words_.days_at(site, from, to);
    return days ? list_at(by, site, appointments_.list(by, site, days->from, days->to)) : days.error();
}

Result<AppointmentList> AppointmentDesk::search(Requester const& by, SiteId const& site,
                                                std::string const& text) {
    return list_at(by, site, appointments_.search(by, site, text));
}

Result<AppointmentList> AppointmentDesk::requests(Requester const& by, SiteId const& site) {
    return list_at(by, site, appointments_.requests(by, site));
}

Result<AppointmentList> AppointmentDesk::day_of_groups(identity::Caller const& caller, LocalDate from,
                                                       LocalDate to) {
    auto const adviser =
        std::ranges::find_if(caller.memberships, [](auto const& one) { return one.role == Role::adviser; });
    if (adviser == caller.memberships.end()) {
        return fail(ErrorCode::forbidden, "role_missing");
    }
    auto const days = words_.days_in(adviser->network_id, from, to);
    if (!days) {
        return days.error();
    }
    auto const found = appointments_.list_of_groups(caller, days->from, days->to);
    return found ? words_.list(Requester::of(caller), *found, days->time_zone) : found.error();
}

} // namespace parvis::scheduling
