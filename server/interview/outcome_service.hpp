// SPDX-License-Identifier: EUPL-1.2
// Use cases at the end of an interview: the adviser writes what came of it, and the citizen gets a receipt.
// Worker thread.
#pragma once

#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/interview/console_link.hpp"
#include "server/interview/interview_card_store.hpp"
#include "server/interview/receipt.hpp"
#include "server/network/network_view.hpp"

#include <string>
#include <vector>

namespace parvis::interview {

/// An interview as its adviser or their manager reads it afterwards.
struct InterviewReading {
    AdviserInterview interview; ///< without relay credentials and grant
    std::optional<Outcome> outcome;
    std::vector<network::SubjectRow> subjects; ///< of its network: what it may have been about
    std::vector<std::string> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(InterviewReading, (), (interview, outcome, subjects, allowed_actions))

struct InterviewList {
    std::vector<InterviewReading> interviews;
};
BOOST_DESCRIBE_STRUCT(InterviewList, (), (interviews))

class OutcomeService {
  public:
    /// All must outlive this object.
    OutcomeService(db::Database& database, Clock const& clock, ChangeFeed const& feed);

    /// Its adviser only; may be corrected until the end of the day after: the one that was written last
    /// counts, and stands in the answer. The same outcome_id again changes nothing. Also after the interview
    /// ended otherwise. Errors: those of check_outcome; invalid_input "subject_unknown" (not
    /// one of the network's); not_found "interview_unknown"; conflict "interview_not_held" (nobody ever
    /// answered); expired "outcome_closed".
    Result<Outcome> save(identity::Caller const& caller, InterviewId const& id, OutcomeForm const& form);

    /// What the receipt says. Its adviser only, also long after the citizen has gone; conflict
    /// "outcome_missing" before the outcome was saved; expired "receipt_erased" once its words are due.
    Result<Receipt> receipt(identity::Caller const& caller, InterviewId const& id);

    /// Not_found "interview_unknown" unless the caller may read it.
    Result<InterviewReading> read(identity::Caller const& caller, InterviewId const& id);

    /// The caller's own last interviews that were held and have ended, newest first, at most 20.
    Result<InterviewList> latest(identity::Caller const& caller);

  private:
    db::Database& database_;
    Clock const& clock_;
    ChangeFeed const& feed_;
};

} // namespace parvis::interview
