// SPDX-License-Identifier: EUPL-1.2
// Messages between a kiosk's daemon and the server, on the link `/api/v1/kiosk-link`, in life-cycle order.
// The daemon proves itself in `hello.proof`: {kiosk_id, signature}, an Ed25519 signature (base64url) of
// "parvis-kiosk-link:" + nonce of the server's challenge.
#pragma once

#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/interview.hpp"

#include <boost/json/object.hpp>

#include <string_view>

namespace parvis::kiosk_protocol {

struct KioskProof {
    KioskId kiosk_id;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(KioskProof, (), (kiosk_id, signature))

BOOST_DEFINE_ENUM_CLASS(BellState, silent, ringing, answered)

namespace to_kiosk { // server -> daemon

/// First message of a new link, and after every restart of the server: everything, no history.
struct Snapshot {
    static constexpr std::string_view type = "snapshot";
    static constexpr std::string_view schema_name = "ToKioskSnapshot";
    KioskCard kiosk;
    SiteCard site;
    std::vector<SubjectTile> tiles;
    BellState bell{};
    std::optional<KioskInterview> interview;
    Instant server_time;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (kiosk, site, tiles, bell, interview, server_time))

struct Tiles {
    static constexpr std::string_view type = "tiles";
    static constexpr std::string_view schema_name = "ToKioskTiles";
    std::vector<SubjectTile> tiles;
};
BOOST_DESCRIBE_STRUCT(Tiles, (), (tiles))

struct Interview {
    static constexpr std::string_view type = "interview";
    static constexpr std::string_view schema_name = "ToKioskInterview";
    KioskInterview interview;
};
BOOST_DESCRIBE_STRUCT(Interview, (), (interview))

/// WebRTC signalling from the adviser's page, opaque to the server.
struct Signal {
    static constexpr std::string_view type = "signal";
    static constexpr std::string_view schema_name = "ToKioskSignal";
    InterviewId interview_id;
    boost::json::object payload;
};
BOOST_DESCRIBE_STRUCT(Signal, (), (interview_id, payload))

struct Bell {
    static constexpr std::string_view type = "bell";
    static constexpr std::string_view schema_name = "ToKioskBell";
    BellState bell{};
};
BOOST_DESCRIBE_STRUCT(Bell, (), (bell))

/// A technician asks; the daemon answers with `self_tested`.
struct RunSelfTest {
    static constexpr std::string_view type = "run_self_test";
    static constexpr std::string_view schema_name = "ToKioskRunSelfTest";
};
BOOST_DESCRIBE_STRUCT(RunSelfTest, (), ())

} // namespace to_kiosk

namespace from_kiosk { // daemon -> server commands; each is answered with done or refused

/// The citizen touched a subject. The kiosk chooses the id, so that repeating the command is harmless.
struct Ring {
    static constexpr std::string_view type = "ring";
    static constexpr std::string_view schema_name = "FromKioskRing";
    InterviewId interview_id;
    OfferId offer_id;
    std::string subject;
    std::string language; // "fr" or "en"
};
BOOST_DESCRIBE_STRUCT(Ring, (), (interview_id, offer_id, subject, language))

/// Stops waiting (ringing) or refuses an adviser's call (calling).
struct Withdraw {
    static constexpr std::string_view type = "withdraw";
    static constexpr std::string_view schema_name = "FromKioskWithdraw";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (interview_id))

/// The citizen touched "answer" while an adviser calls.
struct Answer {
    static constexpr std::string_view type = "answer";
    static constexpr std::string_view schema_name = "FromKioskAnswer";
    InterviewId interview_id;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (interview_id))

/// A running interview was ended at the kiosk: by the citizen's stop, or by the adviser's goodbye while the
/// server was away. Told late when the server was away.
struct Leave {
    static constexpr std::string_view type = "leave";
    static constexpr std::string_view schema_name = "FromKioskLeave";
    InterviewId interview_id;
    std::optional<EndReason> end_reason; // `finished`: the adviser said goodbye; absent: the citizen stopped
    std::optional<Instant> left_at;      // by the kiosk's clock; the page leaves it out
};
BOOST_DESCRIBE_STRUCT(Leave, (), (interview_id, end_reason, left_at))

struct Signal {
    static constexpr std::string_view type = "signal";
    static constexpr std::string_view schema_name = "FromKioskSignal";
    InterviewId interview_id;
    boost::json::object payload;
};
BOOST_DESCRIBE_STRUCT(Signal, (), (interview_id, payload))

struct Bell {
    static constexpr std::string_view type = "bell";
    static constexpr std::string_view schema_name = "FromKioskBell";
    bool ringing{};
};
BOOST_DESCRIBE_STRUCT(Bell, (), (ringing))

struct Devices {
    static constexpr std::string_view type = "devices";
    static constexpr std::string_view schema_name = "FromKioskDevices";
    DeviceReport report;
};
BOOST_DESCRIBE_STRUCT(Devices, (), (report))

/// What a self-test found: the one at start, told once the link is there, and each that was ordered.
struct SelfTested {
    static constexpr std::string_view type = "self_tested";
    static constexpr std::string_view schema_name = "FromKioskSelfTested";
    SelfTestReport report;
};
BOOST_DESCRIBE_STRUCT(SelfTested, (), (report))

struct Records {
    static constexpr std::string_view type = "records";
    static constexpr std::string_view schema_name = "FromKioskRecords";
    std::vector<KioskRecord> records;
};
BOOST_DESCRIBE_STRUCT(Records, (), (records))

} // namespace from_kiosk
} // namespace parvis::kiosk_protocol
