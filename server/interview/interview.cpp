// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview.hpp"

#include <algorithm>
#include <cassert>

namespace parvis::interview {

namespace {

void become(Interview& interview, InterviewState state) {
    assert(may_become(interview.state, state));
    interview.state = state;
    ++interview.revision;
}

void run(Interview& interview, std::string const& code, Instant now) {
    become(interview, InterviewState::running);
    interview.accepted_at = now;
    interview.code = code;
}

} // namespace

bool may_become(InterviewState from, InterviewState to) {
    switch (from) {
    case InterviewState::ringing:
    case InterviewState::calling:
        return to == InterviewState::running || to == InterviewState::ended;
    case InterviewState::running:
        return to == InterviewState::ended;
    case InterviewState::ended:
        return false;
    }
    return false;
}

bool holds_adviser(Interview const& interview) {
    return interview.state == InterviewState::calling || interview.state == InterviewState::running;
}

Result<Interview> accepted(Interview interview, AccountId const& adviser, std::string const& first_name,
                           std::string const& code, Instant now) {
    switch (interview.state) {
    case InterviewState::ringing:
        interview.adviser_id = adviser;
        interview.adviser_name = first_name;
        run(interview, code, now);
        return interview;
    case InterviewState::running:
        if (interview.adviser_id == adviser) {
            return interview;
        }
        return fail(ErrorCode::conflict, "ring_taken");
    case InterviewState::calling:
        return fail(ErrorCode::conflict, "ring_taken");
    case InterviewState::ended:
        break;
    }
    return fail(ErrorCode::conflict, "interview_ended");
}

Result<Interview> answered(Interview interview, std::string const& code, Instant now) {
    switch (interview.state) {
    case InterviewState::calling:
        run(interview, code, now);
        return interview;
    case InterviewState::running:
        return interview;
    case InterviewState::ringing:
        return fail(ErrorCode::conflict, "not_called");
    case InterviewState::ended:
        break;
    }
    return fail(ErrorCode::conflict, "interview_ended");
}

Interview stopped_by_citizen(Interview interview, Instant now) {
    switch (interview.state) {
    case InterviewState::ringing:
        return given_up(std::move(interview), EndReason::withdrawn, now);
    case InterviewState::calling:
        return given_up(std::move(interview), EndReason::declined, now);
    case InterviewState::running:
        return given_up(std::move(interview), EndReason::citizen_left, now);
    case InterviewState::ended:
        break;
    }
    return interview;
}

Result<Interview> taken_back(Interview interview, Instant now) {
    if (interview.state == InterviewState::running) {
        return fail(ErrorCode::conflict, "interview_running");
    }
    return given_up(std::move(interview), EndReason::withdrawn, now);
}

Interview finished(Interview interview, Instant now) {
    auto const reason =
        interview.state == InterviewState::running ? EndReason::finished : EndReason::withdrawn;
    return given_up(std::move(interview), reason, now);
}

Interview given_up(Interview interview, EndReason reason, Instant now) {
    if (is_live(interview)) {
        become(interview, InterviewState::ended);
        interview.ended_at = now;
        interview.end_reason = reason;
    }
    return interview;
}

Result<Interview> connected(Interview interview, Instant now) {
    if (interview.connected_at) {
        return interview;
    }
    if (interview.state != InterviewState::running) {
        return fail(ErrorCode::conflict, "interview_not_running");
    }
    interview.connected_at = now;
    ++interview.revision;
    return interview;
}

Instant happened_at(Instant told, Instant not_before, Instant now) {
    return std::max(std::min(told, now), not_before);
}

Instant happened_before(std::int64_t waited_ms, Instant not_before, Instant now) {
    auto const longest = (now - not_before).count();
    auto const waited = std::clamp<std::int64_t>(waited_ms, 0, std::max<std::int64_t>(longest, 0));
    return happened_at(now - std::chrono::milliseconds(waited), not_before, now);
}

std::string first_name(std::string_view full_name) {
    auto const from = full_name.find_first_not_of(' ');
    if (from == std::string_view::npos) {
        return {};
    }
    auto const rest = full_name.substr(from);
    return std::string(rest.substr(0, rest.find(' ')));
}

} // namespace parvis::interview
