// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointment_service.hpp"

#include "server/scheduling/appointment_code.hpp"
#include "server/scheduling/appointment_place_store.hpp"
#include "server/scheduling/appointment_store.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr int holds_at_once = 200;

Error unknown() {
    return fail(ErrorCode::not_found, "appointment_unknown");
}

} // namespace

AppointmentService::AppointmentService(db::Database& database, Clock const& clock, SupplyBook const& book)
    : database_(database), clock_(clock), book_(book) {}

Result<Appointment> AppointmentService::change(Requester const& by, AppointmentId const& id,
                                               Decide const& decide) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<Appointment> {
        auto const before = find_appointment(session, id);
        auto const acting = before ? acting_on(by, *before) : std::nullopt;
        if (!acting) {
            return unknown();
        }
        auto after = decide(session, *before, *acting, now);
        if (!after) {
            return after.error();
        }
        if (after->revision != before->revision) {
            if (!save_appointment(session, *after)) {
                return fail(ErrorCode::conflict, "appointment_changed_meanwhile");
            }
            if (before->place && !after->place) {
                give_back_place(session, *before, nullptr);
            }
        }
        return shown_to(*acting, std::move(*after));
    });
}

Result<Appointment> AppointmentService::confirm(Requester const& by, AppointmentId const& id,
                                                Visitor const& visitor) {
    if (auto const sound = check_visitor(visitor); !sound) {
        return sound.error();
    }
    return change(by, id, [&](db::Session&, Appointment const& before, ActingAs acting, Instant now) {
        return confirmed(before, acting, visitor, now);
    });
}

Result<Appointment> AppointmentService::cancel(Requester const& by, AppointmentId const& id,
                                               CancelReason reason) {
    return change(by, id,
                  [&](db::Session& session, Appointment const& before, ActingAs acting,
                      Instant now) -> Result<Appointment> {
                      auto const terms = book_.terms(session, before.motives);
                      int const limit = terms ? terms->cancellation_limit_minutes : 0;
                      return cancelled(before, acting, reason, limit, now);
                  });
}

Result<Appointment> AppointmentService::arrive(Requester const& by, AppointmentId const& id,
                                               Instant occurred_at) {
    return change(by, id, [&](db::Session&, Appointment const& before, ActingAs acting, Instant now) {
        return arrived(before, acting, std::min(occurred_at, now));
    });
}

Result<Appointment> AppointmentService::miss(Requester const& by, AppointmentId const& id) {
    return change(by, id, [](db::Session&, Appointment const& before, ActingAs acting, Instant now) {
        return missed(before, acting, now);
    });
}

Result<Appointment> AppointmentService::read(Requester const& by, AppointmentId const& id) {
    return database_.read([&](db::Session& session) -> Result<Appointment> {
        auto found = find_appointment(session, id);
        auto const acting = found ? acting_on(by, *found) : std::nullopt;
        return acting ? Result<Appointment>(shown_to(*acting, std::move(*found))) : unknown();
    });
}

Result<Appointment> AppointmentService::read_by_code(std::string const& code) {
    auto const normal = normal_appointment_code(code);
    if (!normal) {
        return unknown();
    }
    return database_.read([&](db::Session& session) -> Result<Appointment> {
        auto found = find_appointment_by_code(session, *normal);
        // The code of a place that is only held was not told to anybody.
        if (!found || found->state == AppointmentState::held) {
            return unknown();
        }
        return std::move(*found);
    });
}

Result<std::vector<Appointment>> AppointmentService::list(Requester const& by, SiteId const& site,
                                                          Instant from, Instant to) {
    return database_.read([&](db::Session& session) -> Result<std::vector<Appointment>> {
        std::vector<Appointment> shown;
        for (auto& one : appointments_at(session, site, from, to)) {
            auto const acting = by.staff ? acting_on(by, one) : std::nullopt;
            if (acting) {
                shown.push_back(shown_to(*acting, std::move(one)));
            }
        }
        return shown;
    });
}

Result<int> AppointmentService::release_expired() {
    auto const now = clock_.now();
    // Most of the time nothing is overdue, and then the writer must not be disturbed.
    auto const any = database_.read(
        [&](db::Session& session) -> Result<bool> { return !expired_holds(session, now, 1).empty(); });
    if (!any || !*any) {
        return any ? Result<int>(0) : any.error();
    }
    return database_.write([&](db::Session& session) -> Result<int> {
        int released = 0;
        for (auto const& hold : expired_holds(session, now, holds_at_once)) {
            if (save_appointment(session, expired(hold, now).value())) {
                give_back_place(session, hold, nullptr);
                ++released;
            }
        }
        return released;
    });
}

} // namespace parvis::scheduling
