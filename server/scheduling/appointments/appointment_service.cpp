// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_service.hpp"

#include "server/scheduling/appointments/appointment_code.hpp"
#include "server/scheduling/appointments/appointment_place_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr int holds_at_once = 200;

Error unknown() {
    return fail(ErrorCode::not_found, "appointment_unknown");
}

Result<void> save(db::Session& session, Appointment const& before, Appointment const& after) {
    if (after.revision == before.revision) {
        return {};
    }
    if (!save_appointment(session, after)) {
        return fail(ErrorCode::conflict, "appointment_changed_meanwhile");
    }
    if (before.place && !after.place) {
        give_back_place(session, before, nullptr);
    }
    return {};
}

template <class Decide>
Result<Appointment> change_in(db::Session& session, Requester const& by, AppointmentId const& id,
                              Decide const& decide) {
    auto const before = find_appointment(session, id);
    auto const acting = before ? acting_on(by, *before) : std::nullopt;
    if (!acting) {
        return unknown();
    }
    auto after = decide(*before, *acting);
    if (!after) {
        return after.error();
    }
    auto const saved = save(session, *before, *after);
    return saved ? Result<Appointment>(shown_to(*acting, std::move(*after))) : saved.error();
}

} // namespace

AppointmentService::AppointmentService(db::Database& database, Clock const& clock, SupplyBook const& book,
                                       GoneAfterArrival gone, AppointmentTold told)
    : database_(database), clock_(clock), book_(book), gone_(std::move(gone)), told_(std::move(told)) {}

Result<Appointment> AppointmentService::tell(Result<Appointment> done) const {
    if (done && told_) {
        told_(*done);
    }
    return done;
}

Result<Appointment> AppointmentService::change(Requester const& by, AppointmentId const& id,
                                               Decide const& decide) {
    auto const now = clock_.now();
    return tell(database_.write([&](db::Session& session) -> Result<Appointment> {
        return change_in(session, by, id, [&](Appointment const& before, ActingAs acting) {
            auto after = decide(session, before, acting, now);
            if (after && gone_ && is_here(before.state) && is_over(after->state)) {
                if (auto const told = gone_(session, *after, now); !told) {
                    return Result<Appointment>(told.error());
                }
            }
            return after;
        });
    }));
}

Result<Appointment> AppointmentService::confirm(Requester const& by, AppointmentId const& id,
                                                Visitor const& visitor) {
    if (auto const sound = check_visitor(visitor); !sound) {
        return sound.error();
    }
    return change(
        by, id,
        [&](db::Session&, Appointment const& before, ActingAs acting, Instant now) -> Result<Appointment> {
            auto const reachable = check_reachable(visitor, before.door);
            return reachable ? confirmed(before, acting, visitor, now) : reachable.error();
        });
}

Result<std::string> AppointmentService::code_of_own(AppointmentId const& id, Visitor const* visitor) {
    return database_.read([&](db::Session& session) -> Result<std::string> {
        auto const found = find_appointment(session, id);
        return found && is_own(*found, visitor) ? Result<std::string>(found->code) : unknown();
    });
}

Result<Appointment> AppointmentService::confirm_own(AppointmentId const& id, Visitor const& visitor) {
    auto const code = code_of_own(id, &visitor);
    return code ? confirm(Requester::citizen(*code), id, visitor) : code.error();
}

Result<Appointment> AppointmentService::give_up_own(AppointmentId const& id) {
    auto const code = code_of_own(id, nullptr);
    return code ? cancel(Requester::citizen(*code), id, CancelReason::hold_given_up) : code.error();
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
    auto const now = clock_.now();
    return database_.write(
        [&](db::Session& session) { return arrive_in(session, by, id, occurred_at, now); });
}

Result<Appointment> AppointmentService::arrive_in(db::Session& session, Requester const& by,
                                                  AppointmentId const& id, Instant occurred_at, Instant now) {
    return change_in(session, by, id, [&](Appointment const& before, ActingAs acting) {
        return arrived(before, acting, std::min(occurred_at, now));
    });
}

Result<void> AppointmentService::follow_in(db::Session& session, AppointmentId const& id, AppointmentState to,
                                           CancelReason reason, Instant now) {
    auto const before = find_appointment(session, id);
    return before ? save(session, *before, followed(*before, to, reason, now)) : Result<void>();
}

Result<Appointment> AppointmentService::finish(Requester const& by, AppointmentId const& id) {
    return change(by, id, [](db::Session&, Appointment const& before, ActingAs acting, Instant now) {
        return ended_by_hand(before, acting, now);
    });
}

Result<Appointment> AppointmentService::miss(Requester const& by, AppointmentId const& id) {
    return change(by, id, [](db::Session&, Appointment const& before, ActingAs acting, Instant now) {
        return missed(before, acting, now);
    });
}

Result<Appointment> AppointmentService::read(Requester const& by, AppointmentId const& id) {
    return database_.read([&](db::Session& session) { return read_in(session, by, id); });
}

Result<Appointment> AppointmentService::read_in(db::Session& session, Requester const& by,
                                                AppointmentId const& id) {
    auto found = find_appointment(session, id);
    auto const acting = found ? acting_on(by, *found) : std::nullopt;
    return acting ? Result<Appointment>(shown_to(*acting, std::move(*found))) : unknown();
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
