// SPDX-License-Identifier: EUPL-1.2
// How appointments come to be: held, booked, moved.
#include "server/scheduling/appointments/appointment_code.hpp"
#include "server/scheduling/appointments/appointment_place_store.hpp"
#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>
#include <utility>

namespace parvis::scheduling {

/// A wish that is allowed by who asks, before anything is taken.
struct AppointmentService::Attempt {
    Appointment wanted;
    Result<SlotClaim> claim; ///< or what the rules have against that moment
    Terms terms;
    ActingAs by{};
};

namespace {

constexpr int holds_at_once = 100;
/// What a desk that was cut off may still tell.
constexpr std::chrono::milliseconds promised_at_most = std::chrono::hours(7 * 24);

Error taken() {
    return fail(ErrorCode::conflict, "slot_taken", "/starts_at");
}

/// Another try with the same id is the same appointment; another wish with that id is a mistake.
Result<Appointment> known_or(db::Session& session, ChosenSlot const& slot, Requester const& by,
                             Error otherwise) {
    auto const known = find_appointment(session, slot.appointment_id);
    if (!known) {
        return otherwise;
    }
    // A citizen who books has no code yet; the id, which they alone chose, stands for it.
    auto const acting = by.staff ? booking_for(by, known->network_id, known->partner_id, known->site_id)
                                 : std::optional(ActingAs::citizen);
    bool const same = known->supply_id == slot.supply_id && known->starts_at == slot.starts_at &&
                      known->door == slot.door && known->site_id == slot.site_id;
    if (!acting || !same) {
        return fail(ErrorCode::conflict, "appointment_id_taken", "/appointment_id");
    }
    return shown_to(*acting, *known);
}

/// Whoever wants a place that was held too long gives it back first. True when there was one.
bool release_near(db::Session& session, SupplyId const& supply, std::vector<KioskClaim> const& kiosks,
                  Instant now) {
    bool released = false;
    for (auto const& hold : expired_holds(session, now, holds_at_once)) {
        bool const same_kiosk =
            hold.place && std::any_of(kiosks.begin(), kiosks.end(), [&](KioskClaim const& kiosk) {
                return hold.place->kiosk_id == kiosk.kiosk_id;
            });
        if (hold.supply_id != supply && !same_kiosk) {
            continue;
        }
        if (save_appointment(session, expired(hold, now).value())) {
            give_back_place(session, hold, nullptr);
            released = true;
        }
    }
    return released;
}

std::optional<Place> take_place_at_last(db::Session& session, Appointment const& wanted,
                                        SlotClaim const& claim, Appointment const* moving, Instant now) {
    auto place = take_place(session, wanted, claim, moving);
    if (!place && release_near(session, wanted.supply_id, claim.kiosks, now)) {
        place = take_place(session, wanted, claim, moving);
    }
    return place;
}

/// False when the id is known.
bool insert_with_code(db::Session& session, Appointment& appointment, std::string const& wanted_code,
                      Instant now) {
    appointment.code = wanted_code.empty() ? make_appointment_code() : wanted_code;
    while (!insert_appointment(session, appointment, now)) {
        if (find_appointment(session, appointment.appointment_id)) {
            return false;
        }
        appointment.code = make_appointment_code();
    }
    return true;
}

/// Nobody is to blame that the place went while a desk was cut off.
bool may_be_kept(Error const& error) {
    return error.reason == "slot_not_offered" || error.reason == "site_closed" ||
           error.reason == "slot_taken";
}

} // namespace

Result<AppointmentService::Attempt> AppointmentService::prepare(db::Session& session, Requester const& by,
                                                                ChosenSlot const& slot,
                                                                std::vector<MotiveId> const& motives,
                                                                Instant now) const {
    if (is_at_site(slot.door) && !slot.site_id) {
        return fail(ErrorCode::invalid_input, "site_missing", "/site_id");
    }
    OfferQuery query{motives, {}, slot.door, slot.starts_at, slot.starts_at + tick_length};
    SlotWish wish;
    wish.door = slot.door;
    if (is_at_site(slot.door)) {
        query.sites = {*slot.site_id};
        wish.site_id = slot.site_id;
    }
    auto const found = book_.on_offer(session, query);
    if (!found) {
        return found.error();
    }
    auto const& terms = found->terms;
    auto const& offered = *found->offered;
    auto const acting = booking_for(by, terms.network_id, terms.partner_id, slot.site_id);
    if (!acting) {
        return fail(ErrorCode::forbidden, "not_your_booking");
    }
    // By kiosk and on site an unknown one has nothing to book.
    if (slot.site_id && !is_at_site(slot.door)) {
        auto const network = network_of(session, *slot.site_id);
        if (!network || *network != terms.network_id) {
            return fail(ErrorCode::not_found, "site_unknown", "/site_id");
        }
    }
    wish.minutes = terms.minutes;
    // The notice is the body's own: its people may squeeze somebody in.
    bool const own = *acting == ActingAs::adviser || *acting == ActingAs::partner_manager;
    wish.notice_least_minutes = own ? 0 : terms.notice_least_minutes;
    wish.notice_most_days = terms.notice_most_days;
    auto claim = claim_of(offered.ground, wish, slot.supply_id, slot.starts_at, now);
    auto const answering = offered.groups.find(slot.supply_id);
    // A supply may have ended since a desk promised it: those who would have answered settle the promise.
    auto const group = answering == offered.groups.end()
                           ? group_of_supply(session, slot.supply_id, terms.partner_id)
                           : std::optional(answering->second);
    if (answering == offered.groups.end() && claim) {
        claim = fail(ErrorCode::invalid_input, "slot_not_offered", "/starts_at");
    }
    if (!group) {
        return claim.error();
    }
    Appointment wanted;
    wanted.appointment_id = slot.appointment_id;
    wanted.network_id = terms.network_id;
    wanted.partner_id = terms.partner_id;
    wanted.group_id = *group;
    wanted.supply_id = slot.supply_id;
    wanted.site_id = slot.site_id;
    wanted.door = slot.door;
    wanted.motives = motives;
    wanted.starts_at = slot.starts_at;
    wanted.minutes = terms.minutes;
    wanted.created_at = now;
    return Attempt{std::move(wanted), std::move(claim), terms, *acting};
}

Result<Appointment> AppointmentService::begin(db::Session& session, Requester const& by,
                                              BookingWish const& wish, Visitor const* visitor,
                                              IfTaken if_taken, Instant now) const {
    auto const promised_at = std::clamp(wish.promised_at.value_or(now), now - promised_at_most, now);
    auto attempt = prepare(session, by, wish.slot, wish.motives, promised_at);
    if (!attempt) {
        return known_or(session, wish.slot, by, attempt.error());
    }
    auto& wanted = attempt->wanted;
    if (attempt->claim) {
        wanted.place = take_place_at_last(session, wanted, *attempt->claim, nullptr, now);
    }
    auto const hindrance = attempt->claim ? taken() : attempt->claim.error();
    bool const kept = if_taken == IfTaken::keep_as_request && may_be_kept(hindrance);
    if (!wanted.place && (!kept || find_appointment(session, wanted.appointment_id))) {
        return known_or(session, wish.slot, by, hindrance);
    }
    wanted.state = wanted.place ? AppointmentState::held : AppointmentState::requested;
    wanted.visitor = visitor != nullptr ? *visitor : Visitor{};
    if (wanted.place) {
        wanted.held_until = (visitor != nullptr ? now : promised_at) + hold_patience;
        if (visitor != nullptr) {
            auto booked = confirmed(wanted, attempt->by, *visitor, now);
            if (!booked) {
                return booked.error();
            }
            wanted = std::move(*booked);
        }
    }
    if (!insert_with_code(session, wanted, wish.code, now)) {
        give_back_place(session, wanted, nullptr);
        return known_or(session, wish.slot, by, taken());
    }
    return shown_to(attempt->by, wanted);
}

Result<Appointment> AppointmentService::hold_for(db::Session& session, BookingWish const& wish,
                                                 HeldFor const& whom, Instant now) const {
    auto attempt = prepare(session, Requester::citizen(), wish.slot, wish.motives, now);
    if (!attempt) {
        return attempt.error();
    }
    if (!attempt->claim) {
        return attempt->claim.error();
    }
    auto& wanted = attempt->wanted;
    wanted.place = take_place_at_last(session, wanted, *attempt->claim, nullptr, now);
    if (!wanted.place) {
        return taken();
    }
    wanted.state = AppointmentState::held;
    wanted.visitor = whom.visitor;
    wanted.held_until = whom.until;
    return insert_with_code(session, wanted, wish.code, now) ? Result<Appointment>(wanted) : taken();
}

Result<Appointment> AppointmentService::start(Requester const& by, BookingWish const& wish,
                                              Visitor const* visitor, IfTaken if_taken) {
    auto const now = clock_.now();
    if (visitor != nullptr) {
        if (auto const sound = check_visitor(*visitor); !sound) {
            return sound.error();
        }
        if (auto const reachable = check_reachable(*visitor, wish.slot.door); !reachable) {
            return reachable.error();
        }
    }
    return tell(database_.write(
        [&](db::Session& session) { return begin(session, by, wish, visitor, if_taken, now); }));
}

Result<Appointment> AppointmentService::hold(Requester const& by, BookingWish const& wish) {
    return start(by, wish, nullptr, IfTaken::refuse);
}

Result<Appointment> AppointmentService::book(Requester const& by, BookingWish const& wish,
                                             Visitor const& visitor, IfTaken if_taken) {
    auto booked = start(by, wish, &visitor, if_taken);
    // Held under this id a moment ago.
    bool const is_held = booked && booked->state == AppointmentState::held;
    return is_held ? confirm(by, wish.slot.appointment_id, visitor) : booked;
}

Result<Appointment> AppointmentService::move_now(db::Session& session, Requester const& by,
                                                 Appointment before, ChosenSlot const& slot,
                                                 Instant now) const {
    if (!slot.telephone.empty()) {
        before.visitor.telephone = slot.telephone;
    }
    if (auto const reachable = check_reachable(before.visitor, slot.door, "/telephone"); !reachable) {
        return reachable.error();
    }
    auto attempt = prepare(session, by, slot, before.motives, now);
    if (!attempt) {
        return attempt.error();
    }
    if (!attempt->claim) {
        return attempt->claim.error();
    }
    attempt->wanted.place = take_place_at_last(session, attempt->wanted, *attempt->claim, &before, now);
    if (!attempt->wanted.place) {
        return taken();
    }
    auto const step =
        moved(before, attempt->wanted, attempt->by, attempt->terms.cancellation_limit_minutes, now);
    if (!step) {
        return step.error();
    }
    // The code goes from the one to the other: it is unique.
    if (!save_appointment(session, step->before)) {
        return fail(ErrorCode::conflict, "appointment_changed_meanwhile");
    }
    if (!insert_moved(session, step->after, now)) {
        return fail(ErrorCode::conflict, "appointment_id_taken", "/appointment_id");
    }
    give_back_place(session, before, &step->after);
    if (gone_ && is_here(before.state)) {
        if (auto const told = gone_(session, step->before, now); !told) {
            return told.error();
        }
    }
    return shown_to(attempt->by, step->after);
}

Result<Appointment> AppointmentService::move(Requester const& by, AppointmentId const& id,
                                             ChosenSlot const& slot) {
    auto const now = clock_.now();
    if (auto const sound = check_new_number(slot.telephone); !sound) {
        return sound.error();
    }
    std::optional<Appointment> left;
    auto done = database_.write([&](db::Session& session) -> Result<Appointment> {
        auto const before = find_appointment(session, id);
        if (before && before->moved_to == slot.appointment_id) {
            auto const after = find_appointment(session, slot.appointment_id);
            auto const acting = by.staff
                                    ? booking_for(by, after->network_id, after->partner_id, after->site_id)
                                    : acting_on(by, after.value());
            return acting ? Result<Appointment>(shown_to(*acting, *after))
                          : fail(ErrorCode::not_found, "appointment_unknown");
        }
        if (!before || !acting_on(by, *before)) {
            return fail(ErrorCode::not_found, "appointment_unknown");
        }
        left = before;
        return move_now(session, by, *before, slot, now);
    });
    if (done && left && told_) {
        left->state = AppointmentState::moved;
        told_(*left);
    }
    return tell(std::move(done));
}

} // namespace parvis::scheduling
