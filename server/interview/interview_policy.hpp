// SPDX-License-Identifier: EUPL-1.2
// Who may do what with an interview. Pure. One body never learns of another body's interviews: what a caller
// may not see does not exist for them.
#pragma once

#include "server/identity/caller.hpp"
#include "server/interview/interview.hpp"

#include <string>
#include <vector>

namespace parvis::interview {

/// Rings and calls of a group are for the advisers who belong to it, while they are advisers of its body.
bool may_answer_for(identity::Caller const& caller, std::vector<AdviserGroupId> const& groups,
                    PartnerId const& partner, AdviserGroupId const& group);
/// The one who holds it, as long as they are an adviser of its body.
bool is_its_adviser(identity::Caller const& caller, Interview const& interview);
/// Its adviser, and the partner managers of its body.
bool may_read(identity::Caller const& caller, Interview const& interview);
/// What a page may offer: "save_outcome", "read_receipt", "end_interview".
/// `outcome_until`: the last moment at which the outcome may be written.
std::vector<std::string> allowed_actions(identity::Caller const& caller, Interview const& interview,
                                         Instant outcome_until, Instant now);

} // namespace parvis::interview
