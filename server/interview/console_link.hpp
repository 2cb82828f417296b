// SPDX-License-Identifier: EUPL-1.2
// Messages between the server and the adviser console (`/api/v1/link`, hello.surface = "adviser") and the
// front desk (hello.surface = "desk", with hello.site_id). Signed in by cookie; what is sent depends on the
// caller's memberships.
#pragma once

#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/interview.hpp"
#include "kiosk_protocol/kiosk_link.hpp"

#include <boost/json/object.hpp>

#include <string_view>

namespace parvis::interview {

using kiosk_protocol::BellState;
using kiosk_protocol::DeviceReport;
using kiosk_protocol::EndReason;
using kiosk_protocol::IceServer;
using kiosk_protocol::InterviewState;
using kiosk_protocol::OfferEntry;
using kiosk_protocol::PartnerCard;
using kiosk_protocol::PlainWords;
using kiosk_protocol::WayIn;
using kiosk_protocol::WipeCounts;

/// available: may be rung; pause: signed in, not rung; closed: the body answers nobody through this adviser.
BOOST_DEFINE_ENUM_CLASS(Availability, available, pause, closed)

/// Somebody rings: what an adviser of the right group may know before accepting.
struct RingView {
    InterviewId interview_id;
    std::string site_name;
    std::string kiosk_name;
    std::string subject;
    PlainWords subject_label;
    PartnerCard partner;
    WayIn way_in{};
    Instant requested_at;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(RingView, (),
                      (interview_id, site_name, kiosk_name, subject, subject_label, partner, way_in,
                       requested_at, language))

BOOST_DEFINE_ENUM_CLASS(KioskActivity, offline, free, ringing, calling, in_interview)

/// A kiosk on a board. `partner_acronym` is all that is told of an interview to advisers of other bodies; the
/// desk gets its id besides, to take a ring back or to answer a call.
struct KioskView {
    KioskId kiosk_id;
    std::string name;
    std::string room;
    SiteId site_id;
    std::string site_name;
    KioskActivity activity{};
    Instant since;
    DeviceReport devices;              // the last known ones; unknown before the first report
    std::optional<Instant> devices_at; // when the kiosk told them
    BellState bell{};
    std::optional<Instant> bell_since;
    std::optional<InterviewId> interview_id;
    std::optional<std::string> partner_acronym;
    std::vector<OfferEntry> offers; // what this caller may start there
};
BOOST_DESCRIBE_STRUCT(KioskView, (),
                      (kiosk_id, name, room, site_id, site_name, activity, since, devices, devices_at, bell,
                       bell_since, interview_id, partner_acronym, offers))

/// The interview as its adviser sees it.
struct AdviserInterview {
    InterviewId interview_id;
    InterviewState state{};
    WayIn way_in{};
    KioskId kiosk_id;
    std::string kiosk_name;
    std::string site_name;
    std::string subject;
    PlainWords subject_label;
    PartnerCard partner;
    std::string language;
    Instant requested_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> ended_at;
    std::vector<IceServer> ice_servers; // once running
    std::optional<std::string> grant;   // once running; refreshed before it expires
    std::optional<std::string> code;    // receipt code, once running
    std::optional<EndReason> end_reason;
    bool has_outcome{};
    std::optional<WipeCounts> wiped; // told by the kiosk after the end
};
BOOST_DESCRIBE_STRUCT(AdviserInterview, (),
                      (interview_id, state, way_in, kiosk_id, kiosk_name, site_name, subject, subject_label,
                       partner, language, requested_at, accepted_at, ended_at, ice_servers, grant, code,
                       end_reason, has_outcome, wiped))

namespace to_adviser { // server -> adviser console

struct Snapshot {
    static constexpr std::string_view type = "snapshot";
    static constexpr std::string_view schema_name = "ToAdviserSnapshot";
    Availability availability{};
    std::vector<RingView> rings; // oldest first
    std::vector<KioskView> kiosks;
    std::optional<AdviserInterview> interview; // running, calling, or ended without outcome
    Instant server_time;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (availability, rings, kiosks, interview, server_time))

struct AvailabilityChanged {
    static constexpr std::string_view type = "availability";
    static constexpr std::string_view schema_name = "ToAdviserAvailabilityChanged";
    Availability availability{};
};
BOOST_DESCRIBE_STRUCT(AvailabilityChanged, (), (availability))

struct Rings {
    static constexpr std::string_view type = "rings";
    static constexpr std::string_view schema_name = "ToAdviserRings";
    std::vector<RingView> rings;
};
BOOST_DESCRIBE_STRUCT(Rings, (), (rings))

struct Kiosks {
    static constexpr std::string_view type = "kiosks";
    static constexpr std::string_view schema_name = "ToAdviserKiosks";
    std::vector<KioskView> kiosks;
};
BOOST_DESCRIBE_STRUCT(Kiosks, (), (kiosks))

struct Interview {
    static constexpr std::string_view type = "interview";
    static constexpr std::string_view schema_name = "ToAdviserInterview";
    AdviserInterview interview;
};
BOOST_DESCRIBE_STRUCT(Interview, (), (interview))

using Signal = kiosk_protocol::to_kiosk::Signal;

} // namespace to_adviser

namespace from_adviser { // adviser console -> server commands

struct SetAvailability {
    static constexpr std::string_view type = "set_availability";
    static constexpr std::string_view schema_name = "FromAdviserSetAvailability";
    Availability availability{};
};
BOOST_DESCRIBE_STRUCT(SetAvailability, (), (availability))

/// Exactly one adviser gets a ring; the others are refused with `ring_taken`.
struct AcceptRing {
    static constexpr std::string_view type = "accept_ring";
    static constexpr std::string_view schema_name = "FromAdviserAcceptRing";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(AcceptRing, (), (interview_id))

/// Refused with `kiosk_offline`, `kiosk_busy` or `adviser_busy`.
struct CallKiosk {
    static constexpr std::string_view type = "call_kiosk";
    static constexpr std::string_view schema_name = "FromAdviserCallKiosk";
    InterviewId interview_id;
    KioskId kiosk_id;
    OfferId offer_id;
};
BOOST_DESCRIBE_STRUCT(CallKiosk, (), (interview_id, kiosk_id, offer_id))

struct CancelCall {
    static constexpr std::string_view type = "cancel_call";
    static constexpr std::string_view schema_name = "FromAdviserCancelCall";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(CancelCall, (), (interview_id))

struct EndInterview {
    static constexpr std::string_view type = "end_interview";
    static constexpr std::string_view schema_name = "FromAdviserEndInterview";
    InterviewId interview_id;
    std::optional<std::int64_t> waited_ms; // how long ago it ended, when it could not be told at once
};
BOOST_DESCRIBE_STRUCT(EndInterview, (), (interview_id, waited_ms))

using Signal = kiosk_protocol::from_kiosk::Signal;

/// First remote frame seen, or media lost: measured, and counted as `connected_at`.
struct MediaConnected {
    static constexpr std::string_view type = "media_connected";
    static constexpr std::string_view schema_name = "FromAdviserMediaConnected";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(MediaConnected, (), (interview_id))

} // namespace from_adviser

namespace to_desk { // server -> front desk

struct Snapshot {
    static constexpr std::string_view type = "snapshot";
    static constexpr std::string_view schema_name = "ToDeskSnapshot";
    kiosk_protocol::SiteCard site;
    std::vector<KioskView> kiosks;
    Instant server_time;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (site, kiosks, server_time))

using Kiosks = to_adviser::Kiosks;

} // namespace to_desk

namespace from_desk { // front desk -> server commands

/// The mediator connects the kiosk to a service, in the citizen's place.
struct ConnectKiosk {
    static constexpr std::string_view type = "connect_kiosk";
    static constexpr std::string_view schema_name = "FromDeskConnectKiosk";
    InterviewId interview_id;
    KioskId kiosk_id;
    OfferId offer_id;
    std::string subject;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(ConnectKiosk, (), (interview_id, kiosk_id, offer_id, subject, language))

struct CancelRing {
    static constexpr std::string_view type = "cancel_ring";
    static constexpr std::string_view schema_name = "FromDeskCancelRing";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(CancelRing, (), (interview_id))

/// The mediator answers an adviser's call in the citizen's place.
struct AnswerCall {
    static constexpr std::string_view type = "answer_call";
    static constexpr std::string_view schema_name = "FromDeskAnswerCall";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(AnswerCall, (), (interview_id))

struct AnswerBell {
    static constexpr std::string_view type = "answer_bell";
    static constexpr std::string_view schema_name = "FromDeskAnswerBell";
    KioskId kiosk_id;
};
BOOST_DESCRIBE_STRUCT(AnswerBell, (), (kiosk_id))

} // namespace from_desk

// ---- HTTP ----
//   PUT /api/v1/interviews/{interview_id}/outcome   OutcomeForm -> Outcome   (its adviser; may be repeated
//   until the day after) GET /api/v1/interviews/{interview_id}/receipt.pdf                        (its
//   adviser; plain words, big type)

using OutcomeId = Id<struct OutcomeTag>;
BOOST_DEFINE_ENUM_CLASS(OutcomeKind, solved, partly, follow_up, sent_to_meeting, technical_failure)

/// "What next, who, when": date is local, YYYY-MM-DD.
struct NextStep {
    std::string what;
    std::string who;
    std::optional<std::string> by_date;
};
BOOST_DESCRIBE_STRUCT(NextStep, (), (what, who, by_date))

struct OutcomeForm {
    OutcomeKind outcome{};
    std::string subject;
    std::vector<std::string> done;    // at most 8 short sentences for the receipt
    std::vector<NextStep> next_steps; // at most 8
    std::int32_t pages_received{};
    std::int32_t pages_printed{};
    std::optional<OutcomeId> outcome_id; // chosen by the page: told again, it is the same outcome
    std::optional<std::int64_t>
        waited_ms; // how long the page kept it while the server was away; never read back
};
BOOST_DESCRIBE_STRUCT(OutcomeForm, (),
                      (outcome, subject, done, next_steps, pages_received, pages_printed, outcome_id,
                       waited_ms))

struct Outcome {
    InterviewId interview_id;
    std::string code;
    OutcomeForm form;
    Instant occurred_at; // when it was written
    Instant recorded_at; // when the server took it
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (interview_id, code, form, occurred_at, recorded_at))

} // namespace parvis::interview
