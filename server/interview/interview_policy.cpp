// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_policy.hpp"

#include "server/interview/outcome.hpp"

#include <algorithm>

namespace parvis::interview {

using identity::Caller;
using identity::Role;

bool may_answer_for(Caller const& caller, std::vector<AdviserGroupId> const& groups, PartnerId const& partner,
                    AdviserGroupId const& group) {
    return caller.adviser_for(partner) != nullptr &&
           std::find(groups.begin(), groups.end(), group) != groups.end();
}

bool is_its_adviser(Caller const& caller, Interview const& interview) {
    return interview.adviser_id == caller.account_id && caller.adviser_for(interview.partner_id) != nullptr;
}

bool may_read(Caller const& caller, Interview const& interview) {
    if (is_its_adviser(caller, interview)) {
        return true;
    }
    return std::any_of(caller.memberships.begin(), caller.memberships.end(), [&](auto const& membership) {
        return membership.role == Role::partner_manager && membership.network_id == interview.network_id &&
               membership.partner_id == interview.partner_id;
    });
}

std::vector<std::string> allowed_actions(Caller const& caller, Interview const& interview,
                                         Instant outcome_until, Instant now) {
    std::vector<std::string> actions;
    if (!is_its_adviser(caller, interview) || !interview.accepted_at) {
        return actions;
    }
    if (is_live(interview) || now <= outcome_until) {
        actions.emplace_back("save_outcome");
    }
    if (has_words(interview, now)) {
        actions.emplace_back("read_receipt");
    }
    if (is_live(interview)) {
        actions.emplace_back("end_interview");
    }
    return actions;
}

} // namespace parvis::interview
