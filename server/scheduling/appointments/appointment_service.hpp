// SPDX-License-Identifier: EUPL-1.2
// Use cases of an appointment's life. Each is one transaction on a worker thread, authorised by who asks, and
// harmless to repeat: whoever books or moves chooses the id. That nobody is double-booked is the database's
// word (taken_tick_store.hpp), not a look beforehand.
//
// Errors of all: not_found "appointment_unknown" (also for those of others), and those of appointment.hpp.
#pragma once

#include "platform/time/instant.hpp"
#include "server/scheduling/appointments/appointment_policy.hpp"
#include "server/scheduling/appointments/appointment_view.hpp"
#include "server/scheduling/slots/supply_book_store.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace parvis::scheduling {

/// A moment that somebody chose, as a search gave it.
struct ChosenSlot {
    AppointmentId appointment_id; ///< chosen by who asks
    SupplyId supply_id;
    Instant starts_at;
    Door door{};
    std::optional<SiteId> site_id; ///< needed by kiosk and on site
    std::string telephone{};       ///< with a move: where they are called from now on; "": as before
};

/// `promised_at`: when somebody without network promised it, at most a week ago: the rules of that moment
/// hold. `code`: already printed by a desk without network; normal (appointment_code.hpp), "" for a new one.
struct BookingWish {
    ChosenSlot slot;
    std::vector<MotiveId> motives;
    std::optional<Instant> promised_at{};
    std::string code{};
};

/// For whom a freed place is held, and until when.
struct HeldFor {
    Visitor visitor;
    Instant until;
};

/// Told inside the transaction in which somebody who was here already is cancelled or moved.
using GoneAfterArrival = std::function<Result<void>(db::Session&, Appointment const&, Instant now)>;

/// Told after the commit; what has not changed may be told as well.
using AppointmentTold = std::function<void(Appointment const&)>;

class AppointmentService {
  public:
    /// All must outlive this object.
    AppointmentService(db::Database& database, Clock const& clock, SupplyBook const& book,
                       GoneAfterArrival gone = {}, AppointmentTold told = {});

    // ---- booked: invalid_input of SupplyBook::terms, claim_of and check_visitor, "site_missing" (/site_id),
    // "telephone_needed"; forbidden "not_your_booking"; conflict "slot_taken", "site_closed",
    // "appointment_id_taken"

    /// Keeps the place for five minutes, counted from the promise.
    Result<Appointment> hold(Requester const& by, BookingWish const& wish);
    /// Inside the write transaction of the waiting list: the place is held for somebody who is asked.
    Result<Appointment> hold_for(db::Session& session, BookingWish const& wish, HeldFor const& whom,
                                 Instant now) const;
    Result<Appointment> confirm(Requester const& by, AppointmentId const& id, Visitor const& visitor);
    /// The same for a citizen, who has no code yet: the id, which they alone chose, stands for it.
    Result<Appointment> confirm_own(AppointmentId const& id, Visitor const& visitor);
    Result<Appointment> give_up_own(AppointmentId const& id);
    /// Both at once. `keep_as_request`: somebody promised it while there was no network; when the place is
    /// gone the wish is kept, for a person to settle.
    Result<Appointment> book(Requester const& by, BookingWish const& wish, Visitor const& visitor,
                             IfTaken if_taken = IfTaken::refuse);
    /// Another time, door or site; everything else is kept. The new place is taken before the old one is
    /// given back. Also settles a request. The answer is the appointment that it lives on in.
    Result<Appointment> move(Requester const& by, AppointmentId const& id, ChosenSlot const& slot);

    // ---- took place, or not

    Result<Appointment> cancel(Requester const& by, AppointmentId const& id, CancelReason reason);
    /// `occurred_at`: when they came, which may be told late; never later than now.
    Result<Appointment> arrive(Requester const& by, AppointmentId const& id, Instant occurred_at);
    /// The same inside the write transaction of another use case.
    static Result<Appointment> arrive_in(db::Session& session, Requester const& by, AppointmentId const& id,
                                         Instant occurred_at, Instant now);
    /// What the queue has done with who arrived, inside its write transaction (see followed()). An
    /// appointment that is not known changes nothing.
    static Result<void> follow_in(db::Session& session, AppointmentId const& id, AppointmentState to,
                                  CancelReason reason, Instant now);
    /// By telephone: the adviser has called, see phoned().
    Result<Appointment> finish(Requester const& by, AppointmentId const& id);
    Result<Appointment> miss(Requester const& by, AppointmentId const& id);

    // ---- read

    Result<Appointment> read(Requester const& by, AppointmentId const& id);
    static Result<Appointment> read_in(db::Session& session, Requester const& by, AppointmentId const& id);
    /// The citizen's way in. Whoever calls it counts wrong codes.
    Result<Appointment> read_by_code(std::string const& code);
    // The following show everybody what they may see, and refuse strangers: forbidden "not_your_site".

    /// Those of a site between two instants, for its mediators, coordinators, and each body its own; without
    /// holds that came to nothing.
    Result<std::vector<Appointment>> list(Requester const& by, SiteId const& site, Instant from, Instant to);
    /// Promised while a desk was cut off, and their place was gone: for a person to settle.
    Result<std::vector<Appointment>> requests(Requester const& by, SiteId const& site);
    /// By the beginning of a first name, or by code; from a week ago on, the nearest in time first, at most
    /// twenty. invalid_input "field_missing" (/q).
    Result<std::vector<Appointment>> search(Requester const& by, SiteId const& site, std::string const& text);
    /// Those of an adviser's groups, over all sites.
    Result<std::vector<Appointment>> list_of_groups(identity::Caller const& adviser, Instant from,
                                                    Instant to);

    // ---- by itself

    /// Gives back places that nobody confirmed in time; how many. Run every minute; who wants such a place
    /// does not wait for it.
    Result<int> release_expired();

  private:
    struct Attempt;
    /// Passes it on to who wants to know, when it went well.
    Result<Appointment> tell(Result<Appointment> done) const;
    using Decide = std::function<Result<Appointment>(db::Session&, Appointment const&, ActingAs, Instant)>;

    Result<Attempt> prepare(db::Session& session, Requester const& by, ChosenSlot const& slot,
                            std::vector<MotiveId> const& motives, Instant now) const;
    Result<Appointment> start(Requester const& by, BookingWish const& wish, Visitor const* visitor,
                              IfTaken if_taken);
    Result<Appointment> begin(db::Session& session, Requester const& by, BookingWish const& wish,
                              Visitor const* visitor, IfTaken if_taken, Instant now) const;
    Result<Appointment> move_now(db::Session& session, Requester const& by, Appointment before,
                                 ChosenSlot const& slot, Instant now) const;
    Result<Appointment> change(Requester const& by, AppointmentId const& id, Decide const& decide);
    Result<std::string> code_of_own(AppointmentId const& id, Visitor const* visitor);

    db::Database& database_;
    Clock const& clock_;
    SupplyBook const& book_;
    GoneAfterArrival gone_;
    AppointmentTold told_;
};

} // namespace parvis::scheduling
