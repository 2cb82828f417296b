// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_views.hpp"

namespace parvis::interview {

namespace {

std::optional<std::string> unless_empty(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

kiosk_protocol::KioskInterview
kiosk_interview(InterviewCard const& card, std::vector<IceServer> const& ice_servers, std::int64_t ahead) {
    auto const& interview = card.interview;
    kiosk_protocol::KioskInterview view;
    view.interview_id = interview.interview_id;
    view.state = interview.state;
    view.way_in = interview.way_in;
    view.subject = interview.subject;
    view.subject_label = card.offer.subject_label;
    view.partner = card.offer.partner;
    view.requested_at = interview.requested_at;
    view.adviser_name = unless_empty(interview.adviser_name);
    if (interview.state == InterviewState::running) {
        view.ice_servers = ice_servers;
    }
    view.code = unless_empty(interview.code);
    view.end_reason = interview.end_reason;
    if (interview.state == InterviewState::ringing) {
        view.ahead = ahead;
    }
    return view;
}

AdviserInterview adviser_interview(InterviewCard const& card, std::vector<IceServer> const& ice_servers,
                                   std::optional<std::string> const& grant) {
    auto const& interview = card.interview;
    AdviserInterview view;
    view.interview_id = interview.interview_id;
    view.state = interview.state;
    view.way_in = interview.way_in;
    view.kiosk_id = interview.kiosk_id;
    view.kiosk_name = card.place.kiosk.name;
    view.site_name = card.place.site.name;
    view.subject = interview.subject;
    view.subject_label = card.offer.subject_label;
    view.partner = card.offer.partner;
    view.language = std::string(tag(interview.language));
    view.requested_at = interview.requested_at;
    view.accepted_at = interview.accepted_at;
    view.ended_at = interview.ended_at;
    if (interview.state == InterviewState::running) {
        view.ice_servers = ice_servers;
        view.grant = grant;
    }
    view.code = unless_empty(interview.code);
    view.end_reason = interview.end_reason;
    view.has_outcome = interview.has_outcome;
    view.wiped = card.wiped;
    return view;
}

RingView ring_view(InterviewCard const& card) {
    auto const& interview = card.interview;
    return {interview.interview_id, card.place.site.name,     card.place.kiosk.name,
            interview.subject,      card.offer.subject_label, card.offer.partner,
            interview.way_in,       interview.requested_at,   std::string(tag(interview.language))};
}

} // namespace parvis::interview
