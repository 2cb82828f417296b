// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_place_store.hpp"

#include "server/scheduling/slots/taken_tick_store.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr TickRange nothing{0, 0};

/// The parts of `all` that lie outside `hole`, before and after it; empty ones have no ticks.
std::array<TickRange, 2> outside(TickRange all, TickRange hole) {
    if (hole.to <= all.from || all.to <= hole.from) {
        return {all, nothing};
    }
    return {TickRange{all.from, std::max(all.from, hole.from)}, TickRange{std::min(all.to, hole.to), all.to}};
}

/// Takes `all` but for what is in `own`.
bool take_beside(db::Session& session, ResourceNumber resource, TickRange all, TickRange own) {
    auto const [before, after] = outside(all, own);
    if (before.count() > 0 && !take(session, resource, before)) {
        return false;
    }
    if (after.count() > 0 && !take(session, resource, after)) {
        if (before.count() > 0) {
            give_back(session, resource, before);
        }
        return false;
    }
    return true;
}

void give_back_beside(db::Session& session, ResourceNumber resource, TickRange all, TickRange kept) {
    for (auto const& part : outside(all, kept)) {
        if (part.count() > 0) {
            give_back(session, resource, part);
        }
    }
}

bool has_seat(Appointment const* appointment, SupplyId const& supply, int seat) {
    return appointment != nullptr && appointment->place && appointment->supply_id == supply &&
           appointment->place->seat == seat;
}

bool has_kiosk(Appointment const* appointment, KioskId const& kiosk) {
    return appointment != nullptr && appointment->place && appointment->place->kiosk_id == kiosk;
}

TickRange seat_of(Appointment const* appointment, SupplyId const& supply, int seat) {
    return has_seat(appointment, supply, seat) ? seat_ticks(*appointment) : nothing;
}

TickRange kiosk_of(Appointment const* appointment, KioskId const& kiosk) {
    return has_kiosk(appointment, kiosk) ? kiosk_ticks(*appointment) : nothing;
}

/// Each booking begins elsewhere: when half of eight seats are taken, trying them in order would mostly meet
/// taken ones. The same booking begins at the same place again.
template <class Candidate>
std::vector<Candidate> in_turn(std::vector<Candidate> candidates, AppointmentId const& id) {
    if (!candidates.empty()) {
        auto const begin = std::hash<AppointmentId>{}(id) % candidates.size();
        std::rotate(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(begin),
                    candidates.end());
    }
    return candidates;
}

} // namespace

std::optional<Place> take_place(db::Session& session, Appointment const& wanted, SlotClaim const& claim,
                                Appointment const* moving) {
    // The preparation is part of the place: each candidate has its own.
    auto candidate = wanted;
    candidate.place = Place{};
    for (auto const& kiosk : in_turn(claim.kiosks, wanted.appointment_id)) {
        candidate.place->preparation_minutes = kiosk.preparation_minutes;
        auto const resource = resource_of(session, kiosk.kiosk_id);
        if (take_beside(session, resource, kiosk_ticks(candidate), kiosk_of(moving, kiosk.kiosk_id))) {
            candidate.place->kiosk_id = kiosk.kiosk_id;
            break;
        }
    }
    if (!claim.kiosks.empty() && !candidate.place->kiosk_id) {
        return std::nullopt;
    }
    for (int const seat : in_turn(claim.seats, wanted.appointment_id)) {
        auto const resource = resource_of(session, Seat{wanted.supply_id, seat});
        if (take_beside(session, resource, seat_ticks(wanted), seat_of(moving, wanted.supply_id, seat))) {
            candidate.place->seat = seat;
            return candidate.place;
        }
    }
    if (auto const& kiosk = candidate.place->kiosk_id) {
        give_back_beside(session, resource_of(session, *kiosk), kiosk_ticks(candidate),
                         kiosk_of(moving, *kiosk));
    }
    return std::nullopt;
}

void give_back_place(db::Session& session, Appointment const& appointment, Appointment const* kept) {
    if (!appointment.place) {
        return;
    }
    int const seat = appointment.place->seat;
    auto const& kiosk = appointment.place->kiosk_id;
    give_back_beside(session, resource_of(session, Seat{appointment.supply_id, seat}),
                     seat_ticks(appointment), seat_of(kept, appointment.supply_id, seat));
    if (kiosk) {
        give_back_beside(session, resource_of(session, *kiosk), kiosk_ticks(appointment),
                         kiosk_of(kept, *kiosk));
    }
}

} // namespace parvis::scheduling
