// SPDX-License-Identifier: EUPL-1.2
// Use cases of an interview's life. Each is one transaction on a worker thread, authorised by who asks, and
// harmless to repeat: the one who starts an interview chooses its id. After a change the feed is told.
//
// Errors of all: not_found "interview_unknown" (also for interviews of others), and the conflicts of
// interview.hpp.
#pragma once

#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/interview/console_link.hpp"
#include "server/interview/interview_card_store.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace parvis::interview {

class InterviewService {
  public:
    /// All must outlive this object.
    InterviewService(db::Database& database, Clock const& clock, ChangeFeed const& feed);

    // ---- started: not_found "kiosk_unknown", "offer_unknown"; invalid_input "offer_not_here" (/offer_id),
    // "value_unknown" (/subject, /language); conflict "offer_closed", "kiosk_busy", "adviser_busy",
    // "interview_id_taken"

    /// The citizen touched a subject at this kiosk.
    Result<InterviewCard> ring(KioskId const& kiosk, kiosk_protocol::from_kiosk::Ring const& wish);
    /// The mediator of the kiosk's site rings in the citizen's place; forbidden "not_your_site".
    Result<InterviewCard> connect_kiosk(identity::Caller const& caller, from_desk::ConnectKiosk const& wish);
    /// An adviser of the offer's group calls the kiosk; forbidden "not_your_group".
    Result<InterviewCard> call_kiosk(identity::Caller const& caller, from_adviser::CallKiosk const& wish);
    /// The same inside the write transaction of another use case, which tells the feed once it has committed.
    static Result<InterviewCard> call_kiosk_in(db::Session& session, identity::Caller const& caller,
                                               from_adviser::CallKiosk const& wish, Instant now);

    // ---- answered

    /// Exactly one adviser gets a ring: conflict "ring_taken" for the others, "adviser_busy" for one who
    /// holds another.
    Result<InterviewCard> accept(identity::Caller const& caller, InterviewId const& id);
    /// The same inside the write transaction of another use case, which tells the feed once it has committed.
    static Result<InterviewCard> accept_in(db::Session& session, identity::Caller const& caller,
                                           InterviewId const& id, Instant now);
    /// The citizen answers an adviser's call, or the mediator of the site does.
    Result<InterviewCard> answer(KioskId const& kiosk, InterviewId const& id);
    Result<InterviewCard> answer_call(identity::Caller const& caller, InterviewId const& id);
    /// Its adviser saw the first remote picture.
    Result<InterviewCard> media_connected(identity::Caller const& caller, InterviewId const& id);

    // ---- ended

    /// The citizen stops, whatever the state.
    Result<InterviewCard> stop_by_citizen(KioskId const& kiosk, InterviewId const& id);
    /// It was ended at the kiosk, maybe long before this could be told: by the citizen, or by the adviser's
    /// goodbye.
    Result<InterviewCard> leave(KioskId const& kiosk, kiosk_protocol::from_kiosk::Leave const& told);
    /// The mediator of the site takes a ring back.
    Result<InterviewCard> cancel_ring(identity::Caller const& caller, InterviewId const& id);
    /// The adviser takes a call back.
    Result<InterviewCard> cancel_call(identity::Caller const& caller, InterviewId const& id);
    /// Its adviser ends it, or tells now that it ended so long ago. Ended otherwise meanwhile: nothing
    /// changes.
    Result<InterviewCard> end(identity::Caller const& caller, InterviewId const& id,
                              std::int64_t waited_ms = 0);

    // ---- ended by circumstances; the system acts

    /// Rings and calls that nobody answered in time.
    Result<std::vector<InterviewCard>> end_unanswered(std::chrono::milliseconds ring_patience,
                                                      std::chrono::milliseconds call_patience);
    Result<InterviewCard> end_lost(InterviewId const& id);
    Result<std::vector<InterviewCard>> end_of_revoked(KioskId const& kiosk);
    Result<std::vector<InterviewCard>> end_of_signed_out(AccountId const& adviser);

    /// For its adviser and the partner managers of its body.
    Result<InterviewCard> read(identity::Caller const& caller, InterviewId const& id);

  private:
    struct Start;
    struct Begun;
    using Decide = std::function<Result<Interview>(db::Session&, Interview const&, Instant now)>;

    static Interview begin(Start const& wish, Instant now);
    static bool is_same(Interview const& known, Start const& wish);
    static Result<Start> call_of(db::Session& session, identity::Caller const& caller,
                                 from_adviser::CallKiosk const& wish);
    static Result<Begun> start_in(db::Session& session, Start const& wish, Instant now);
    Result<InterviewCard> start(std::function<Result<Start>(db::Session&)> const& authorise);
    Result<InterviewCard> change(InterviewId const& id, std::string const& actor, Decide const& decide);
    Result<InterviewCard> change_by_mediator(identity::Caller const& caller, InterviewId const& id,
                                             Decide const& decide);
    Result<InterviewCard> change_by_adviser(identity::Caller const& caller, InterviewId const& id,
                                            Decide const& decide);
    Result<std::vector<InterviewCard>>
    give_up(std::function<std::vector<Interview>(db::Session&, Instant)> const& which,
            std::function<EndReason(Interview const&)> const& reason);

    db::Database& database_;
    Clock const& clock_;
    ChangeFeed const& feed_;
};

} // namespace parvis::interview
