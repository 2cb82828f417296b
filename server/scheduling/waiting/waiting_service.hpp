// SPDX-License-Identifier: EUPL-1.2
// The waiting list: who found nothing, or only something late, is told when a place is freed. The first in
// order whom a free place suits is asked by message; the place is truly held for them meanwhile (an
// appointment that is held, under the guard of taken_tick_store.hpp), and when they refuse or do not answer
// in time it goes to the next.
//
// Every step is one transaction; a program that dies between two leaves an entry that waits, or an offer that
// the next run settles. Entries are saved over the revision that was read and places are unique in the
// database: nobody is offered two places, and no place is offered twice, whichever servers run.
//
// Errors: not_found "waiting_unknown" (also for those of others), those of waiting_list.hpp and of
// SupplyBook::terms.
#pragma once

#include "platform/time/instant.hpp"
#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/appointments/hold_limit.hpp"
#include "server/scheduling/reminders/reminder.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"
#include "server/scheduling/waiting/waiting_view.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct WaitingSettings {
    AskingHours hours;
    bool email_offered{};
    bool text_messages_offered{};
};

class WaitingList {
  public:
    /// All but the settings must outlive this object.
    WaitingList(db::Database& database, Clock const& clock, SupplyBook const& book,
                AppointmentService& appointments, SlotSearchService& search, WaitingSettings settings);

    // ---- staff: mediators for their own site, the body's own, coordinators; others forbidden
    // "not_your_booking" or "not_your_site"

    /// invalid_input of check_visitor and check_wish; not_found "site_unknown" (/site_id); conflict
    /// "waiting_id_taken" (/entry_id).
    Result<WaitingView> join(Requester const& by, WaitingId const& id, WaitingForm const& form);
    /// Those of a site that are not over, in order, and those that ended in the last week.
    Result<WaitingEntries> list(Requester const& by, SiteId const& site);
    Result<WaitingView> accept(Requester const& by, WaitingId const& id);
    Result<WaitingView> refuse(Requester const& by, WaitingId const& id, bool stays);
    Result<WaitingView> withdraw(Requester const& by, WaitingId const& id);

    // ---- citizens, by their code; errors of it as for appointments

    WaitingWays ways() const;
    /// As join(), and invalid_input "waiting_contact_unreachable" (/visitor/telephone; ways) when no message
    /// can tell them; rate_limited "too_many_holds" (retry_after_seconds).
    Result<PublicWaiting> join_own(std::string const& client_address, WaitingId const& id,
                                   WaitingForm const& form);
    Result<PublicWaiting> read_own(std::string const& client_address, CodeForm const& form);
    Result<PublicWaiting> accept_own(std::string const& client_address, CodeForm const& form);
    Result<PublicWaiting> refuse_own(std::string const& client_address, CodeRefusal const& form);
    Result<PublicWaiting> withdraw_own(std::string const& client_address, CodeForm const& form);

    // ---- by itself

    /// Ends offers that nobody answered and entries whose last day went by, and offers what is free: soon
    /// after something was freed, and every minute. One thread at a time; several servers at once are fine.
    void run();
    /// Any thread: what is being done is finished, nothing further begun.
    void stop() { stopping_ = true; }

  private:
    struct Candidate;
    using Step = std::function<Result<WaitingEntry>(db::Session&, WaitingEntry const&, ActingAs, Instant)>;

    Result<WaitingEntry> begin(Requester const& by, WaitingId const& id, WaitingForm const& form);
    Result<WaitingEntry> change(Requester const& by, WaitingId const& id, Step const& step);
    Result<WaitingEntry> own(std::string const& client_address, std::string const& code);
    Result<PublicWaiting> change_own(std::string const& client_address, std::string const& code,
                                     Step const& step);
    Step accepting() const;
    Step refusing(bool stays);
    Step withdrawing();
    Result<WaitingView> view(Result<WaitingEntry> const& entry);
    Result<PublicWaiting> public_view(Result<WaitingEntry> const& entry);
    std::vector<MessageChannel> channels_to(Visitor const& visitor) const;

    bool settle_offers(Instant now);
    void end_past(Instant now);
    bool is_time_to_look(Instant now);
    void offer_all(Instant now);
    void offer_one(WaitingEntry const& entry, std::string const& time_zone, Instant now);
    std::vector<Candidate> candidates(WaitingEntry const& entry, std::string const& time_zone, Instant now);
    Result<void> place_offer(WaitingEntry const& entry, Candidate const& candidate, Instant now);

    db::Database& database_;
    Clock const& clock_;
    SupplyBook const& book_;
    AppointmentService& appointments_;
    SlotSearchService& search_;
    WaitingSettings settings_;
    std::mutex mutex_;
    HoldLimit joined_; ///< under the mutex
    std::atomic<bool> stopping_ = false;
    std::atomic<bool> something_changed_ = true;
    Instant looked_at_;                 ///< of the one thread that runs
    std::set<std::string> nothing_for_; ///< likewise: for whom this look found nothing at all
};

} // namespace parvis::scheduling
