// SPDX-License-Identifier: EUPL-1.2
// The interview as the two ends see it, and the grant under which an adviser commands a kiosk.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "kiosk_protocol/ids.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::kiosk_protocol {

/// Who started it: the citizen touched a tile, the mediator connected the kiosk, or the adviser called the
/// kiosk.
BOOST_DEFINE_ENUM_CLASS(WayIn, citizen, mediator, adviser)

/// ringing: waits for an adviser; calling: an adviser calls and waits for a touch at the kiosk (or the
/// mediator); running: both ends may talk; ended: over, see end_reason.
BOOST_DEFINE_ENUM_CLASS(InterviewState, ringing, calling, running, ended)

BOOST_DEFINE_ENUM_CLASS(EndReason, finished, citizen_left, withdrawn, declined, no_answer, adviser_left,
                        kiosk_lost, revoked)

BOOST_DEFINE_ENUM_CLASS(Decision, send, keep)

/// WebRTC server entry; `username` and `credential` are short-lived (coturn REST credentials).
struct IceServer {
    std::vector<std::string> urls;
    std::optional<std::string> username;
    std::optional<std::string> credential;
};
BOOST_DESCRIBE_STRUCT(IceServer, (), (urls, username, credential))

/// What the server signs (Ed25519). On the wire a grant is one string: base64url(json) "."
/// base64url(signature over the base64url text). The daemon executes a command only under a valid grant of
/// its own kiosk and running interview.
struct Grant {
    InterviewId interview_id;
    KioskId kiosk_id;
    AccountId adviser_id;
    std::vector<std::string> actions; // "scan", "print", "show"
    Instant not_before;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (interview_id, kiosk_id, adviser_id, actions, not_before, expires_at))

struct PartnerCard {
    std::string acronym;
    PlainWords name;
};
BOOST_DESCRIBE_STRUCT(PartnerCard, (), (acronym, name))

/// The interview as its kiosk sees it.
struct KioskInterview {
    InterviewId interview_id;
    InterviewState state{};
    WayIn way_in{};
    std::string subject;
    PlainWords subject_label;
    PartnerCard partner;
    Instant requested_at;
    std::optional<std::string> adviser_name; // first name and body only, once accepted or calling
    std::vector<IceServer> ice_servers;      // once running
    std::optional<std::string> code;         // receipt code, once running
    std::optional<EndReason> end_reason;
    std::optional<std::int64_t> ahead; // people waiting before this one while ringing
};
BOOST_DESCRIBE_STRUCT(KioskInterview, (),
                      (interview_id, state, way_in, subject, subject_label, partner, requested_at,
                       adviser_name, ice_servers, code, end_reason, ahead))

/// Counts, never content: what was wiped at the end of an interview, per named store.
struct WipeCounts {
    std::int64_t daemon_papers{};
    std::int64_t daemon_bytes{};
    std::int64_t page_papers{};
    std::int64_t spool_jobs{};
    std::int64_t profile_entries{};
};
BOOST_DESCRIBE_STRUCT(WipeCounts, (), (daemon_papers, daemon_bytes, page_papers, spool_jobs, profile_entries))

BOOST_DEFINE_ENUM_CLASS(RecordKind, page_sent, page_kept, print_agreed, print_refused, paper_received, wiped)

/// A fact that the kiosk owes the audit trail; kept by the daemon until the server has answered. Repeating it
/// is harmless.
struct KioskRecord {
    RecordId record_id;
    std::optional<InterviewId> interview_id; // absent: wipe at start-up after a crash
    RecordKind kind{};
    Instant occurred_at;
    std::optional<std::string> wipe_reason; // ended, abandoned, startup
    std::optional<WipeCounts> counts;
};
BOOST_DESCRIBE_STRUCT(KioskRecord, (), (record_id, interview_id, kind, occurred_at, wipe_reason, counts))

} // namespace parvis::kiosk_protocol
