// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment.hpp"

#include "platform/json/encode.hpp"

#include <algorithm>
#include <cassert>

namespace parvis::scheduling {

namespace {

using State = AppointmentState;

std::string word(State state) {
    return std::string(json::enum_name(state));
}

/// Moves on, or says why not.
Result<void> take_step(Appointment& appointment, State to, ActingAs by) {
    if (!may_take_step(to, by)) {
        return fail(ErrorCode::forbidden, "appointment_step_not_yours", "", {{"step", word(to)}});
    }
    if (!may_become(appointment.state, to)) {
        return fail(ErrorCode::conflict, "appointment_step_impossible", "",
                    {{"state", word(appointment.state)}, {"step", word(to)}});
    }
    appointment.state = to;
    ++appointment.revision;
    return {};
}

Result<Appointment> simply(Appointment appointment, State to, ActingAs by) {
    if (appointment.state == to) {
        return appointment;
    }
    auto const taken = take_step(appointment, to, by);
    return taken ? Result<Appointment>(std::move(appointment)) : taken.error();
}

Result<Appointment> over(Appointment appointment, State to, ActingAs by, Instant now) {
    if (appointment.state == to) {
        return appointment;
    }
    auto ended = simply(std::move(appointment), to, by);
    if (ended) {
        ended->ended_at = now;
        ended->held_until.reset();
    }
    return ended;
}

Result<void> check_limit(Appointment const& appointment, ActingAs by, int limit_minutes, Instant now) {
    bool const is_booked = appointment.state == State::confirmed;
    if (by == ActingAs::citizen && is_booked &&
        now > appointment.starts_at - std::chrono::minutes(limit_minutes)) {
        return fail(ErrorCode::conflict, "cancellation_too_late", "",
                    {{"minutes", std::to_string(limit_minutes)}});
    }
    return {};
}

std::string hours(std::chrono::milliseconds span) {
    return std::to_string(std::chrono::duration_cast<std::chrono::hours>(span).count());
}

} // namespace

Instant ends_at(Appointment const& appointment) {
    return appointment.starts_at + std::chrono::minutes(appointment.minutes);
}

TickRange seat_ticks(Appointment const& appointment) {
    return ticks_of(appointment.starts_at, ends_at(appointment));
}

TickRange kiosk_ticks(Appointment const& appointment) {
    int const preparation = appointment.place ? appointment.place->preparation_minutes : 0;
    return ticks_of(appointment.starts_at, ends_at(appointment) + std::chrono::minutes(preparation));
}

bool may_become(State from, State to) {
    switch (from) {
    case State::requested:
        return to == State::cancelled || to == State::moved;
    case State::held:
        return to == State::confirmed || to == State::cancelled;
    case State::confirmed:
        return to == State::arrived || to == State::no_show || to == State::cancelled || to == State::moved;
    case State::arrived:
        return to == State::called || to == State::in_interview || to == State::cancelled ||
               to == State::moved;
    case State::called:
        return to == State::arrived || to == State::in_interview || to == State::cancelled;
    case State::in_interview:
        return to == State::finished || to == State::arrived;
    case State::no_show:
        return to == State::arrived;
    case State::finished:
    case State::cancelled:
    case State::moved:
        return false;
    }
    return false;
}

bool may_take_step(State to, ActingAs by) {
    switch (to) {
    case State::called:
    case State::in_interview:
    case State::finished:
        return by == ActingAs::adviser || by == ActingAs::system;
    case State::no_show:
        return by != ActingAs::citizen;
    case State::arrived:
        return by != ActingAs::partner_manager;
    case State::requested:
    case State::held:
    case State::confirmed:
    case State::moved:
        return by != ActingAs::system;
    case State::cancelled:
        return true;
    }
    return false;
}

bool is_over(State state) {
    return state == State::finished || state == State::no_show || state == State::cancelled ||
           state == State::moved;
}

bool is_here(State state) {
    return state == State::arrived || state == State::called || state == State::in_interview;
}

bool is_expired(Appointment const& appointment, Instant now) {
    return appointment.state == State::held && appointment.held_until && *appointment.held_until <= now;
}

Result<Appointment> confirmed(Appointment appointment, ActingAs by, Visitor visitor, Instant now) {
    if (appointment.state == State::confirmed) {
        return appointment;
    }
    bool const gone =
        appointment.state == State::cancelled && appointment.cancel_reason == CancelReason::hold_expired;
    if (gone || is_expired(appointment, now)) {
        return fail(ErrorCode::expired, "hold_expired");
    }
    if (auto const taken = take_step(appointment, State::confirmed, by); !taken) {
        return taken.error();
    }
    appointment.held_until.reset();
    appointment.confirmed_at = now;
    appointment.visitor = std::move(visitor);
    return appointment;
}

Result<Appointment> cancelled(Appointment appointment, ActingAs by, CancelReason reason, int limit_minutes,
                              Instant now) {
    if (appointment.state == State::cancelled) {
        return appointment;
    }
    if (auto const timely = check_limit(appointment, by, limit_minutes, now); !timely) {
        return timely.error();
    }
    auto ended = over(std::move(appointment), State::cancelled, by, now);
    if (ended) {
        ended->cancelled_by = by;
        ended->cancel_reason = reason;
        ended->place.reset();
    }
    return ended;
}

Result<Move> moved(Appointment before, Appointment wanted, ActingAs by, int limit_minutes, Instant now) {
    if (auto const timely = check_limit(before, by, limit_minutes, now); !timely) {
        return timely.error();
    }
    wanted.state = State::confirmed;
    wanted.revision = 1;
    wanted.network_id = before.network_id;
    wanted.motives = before.motives;
    wanted.visitor = before.visitor;
    wanted.code = before.code;
    wanted.created_at = now;
    wanted.confirmed_at = now;
    auto const to = wanted.appointment_id;
    auto ended = over(std::move(before), State::moved, by, now);
    if (!ended) {
        return ended.error();
    }
    ended->moved_to = to;
    ended->place.reset();
    ended->code.clear();
    ended->visitor = {};
    return Move{std::move(*ended), std::move(wanted)};
}

Result<Appointment> arrived(Appointment appointment, ActingAs by, Instant at) {
    if (appointment.state == State::arrived) {
        return appointment;
    }
    if (at < appointment.starts_at - arrival_opens) {
        return fail(ErrorCode::conflict, "arrival_too_early", "", {{"hours", hours(arrival_opens)}});
    }
    if (at > appointment.starts_at + late_arrival_closes) {
        return fail(ErrorCode::conflict, "arrival_too_late", "", {{"hours", hours(late_arrival_closes)}});
    }
    if (appointment.state == State::called || appointment.state == State::in_interview) {
        return fail(ErrorCode::conflict, "appointment_step_impossible", "",
                    {{"state", word(appointment.state)}, {"step", word(State::arrived)}});
    }
    auto here = simply(std::move(appointment), State::arrived, by);
    if (here) {
        here->arrived_at = at;
        here->ended_at.reset();
    }
    return here;
}

Result<Appointment> called(Appointment appointment, ActingAs by) {
    return simply(std::move(appointment), State::called, by);
}

Result<Appointment> waiting_again(Appointment appointment, ActingAs by) {
    bool const had_a_turn = appointment.state == State::called || appointment.state == State::in_interview;
    if (!had_a_turn && appointment.state != State::arrived) {
        return fail(ErrorCode::conflict, "appointment_step_impossible", "",
                    {{"state", word(appointment.state)}, {"step", word(State::arrived)}});
    }
    return simply(std::move(appointment), State::arrived, by);
}

Result<Appointment> begun(Appointment appointment, ActingAs by) {
    return simply(std::move(appointment), State::in_interview, by);
}

Result<Appointment> finished(Appointment appointment, ActingAs by, Instant now) {
    return over(std::move(appointment), State::finished, by, now);
}

Result<Appointment> ended_by_hand(Appointment const& appointment, ActingAs by, Instant now) {
    if (appointment.state == State::finished) {
        return appointment;
    }
    if (!is_ended_by_hand(appointment.door)) {
        return fail(ErrorCode::conflict, "appointment_step_impossible", "",
                    {{"state", word(appointment.state)}, {"step", word(State::finished)}});
    }
    auto there = arrived(appointment, by, std::min(now, appointment.starts_at));
    auto talking = there ? begun(std::move(*there), by) : std::move(there);
    auto over_now = talking ? finished(std::move(*talking), by, now) : std::move(talking);
    if (over_now) {
        over_now->revision = appointment.revision + 1;
    }
    return over_now;
}

Result<Appointment> missed(Appointment appointment, ActingAs by, Instant now) {
    if (appointment.state != State::no_show && now < appointment.starts_at) {
        return fail(ErrorCode::conflict, "no_show_too_early");
    }
    return over(std::move(appointment), State::no_show, by, now);
}

Appointment followed(Appointment before, State to, CancelReason reason, Instant now) {
    auto const by = ActingAs::system;
    Result<Appointment> after = before;
    if (to == State::arrived) {
        after = waiting_again(before, by);
    } else if (to == State::called) {
        after = called(before, by);
    } else if (to == State::cancelled) {
        after = cancelled(before, by, reason, 0, now);
    } else if (to == State::in_interview || to == State::finished) {
        after = begun(before, by);
    }
    if (to == State::finished && after) {
        after = finished(std::move(*after), by, now);
    }
    if (!after || after->state == before.state) {
        return before;
    }
    after->revision = before.revision + 1;
    return std::move(*after);
}

Result<Appointment> expired(Appointment appointment, Instant now) {
    assert(is_expired(appointment, now));
    return cancelled(std::move(appointment), ActingAs::system, CancelReason::hold_expired, 0, now);
}

} // namespace parvis::scheduling
