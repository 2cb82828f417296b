// SPDX-License-Identifier: EUPL-1.2
// Append-only, hash-chained trail of security-relevant acts. Each entry commits to the one before:
//   commitment = BLAKE2b-256(salt || canonical JSON of the act);  chain = BLAKE2b-256(previous chain ||
//   number || commitment)
// What may have to be erased (actor, subject, detail, salt) lives in a table beside it, so that erasing it
// leaves the chain whole.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::identity {

/// `act` is a stable word such as "signed_in", "kiosk_paired", "papers_wiped". `actor` is "account:<id>",
/// "kiosk:<id>" or "system"; `subject` what it was done to, e.g. "interview:<id>"; `detail` counts and words,
/// never content or names.
struct AuditAct {
    std::string act;
    std::string actor;
    std::string subject;
    std::string detail;
    Instant occurred_at;
};

/// An act as it is shown.
struct AuditEntry {
    std::int64_t number{};
    std::string act;
    std::string actor;
    std::string subject;
    std::string detail;
    Instant occurred_at;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (number, act, actor, subject, detail, occurred_at))

/// How the trail names whoever acted, and what it was done to: "account:<id>", "kiosk:<id>",
/// "interview:<id>".
std::string trail_name(AccountId const& account);
std::string trail_name(KioskId const& kiosk);
std::string trail_name(InterviewId const& interview);

/// Appends inside the caller's write transaction: the act and its trace are saved together or not at all.
void append_audit(db::Session& session, AuditAct const& act, Instant recorded_at);

/// One link of the chain. Whoever kept one elsewhere can see that all before it is still there, unchanged:
/// the chain alone does not show that its end was cut off, nor that all of it was made anew.
struct AuditLink {
    std::int64_t number{};
    std::string chain; ///< 64 hexadecimal digits
};

/// "17:<chain>", as it is logged each day and given to "parvis audit verify --link"; none: it is no link.
std::string audit_link_text(AuditLink const& link);
std::optional<AuditLink> audit_link_of(std::string const& text);

struct AuditVerdict {
    std::int64_t entries{};
    /// Number of the first entry that does not fit; entries + 1: it must have been there, and is not.
    std::optional<std::int64_t> first_broken;
    std::optional<AuditLink> newest; ///< none: an empty trail
};

/// How long what was said of an act is kept (docs/architecture.md).
inline constexpr std::chrono::hours acts_kept_for{1096 * 24};

/// Recomputes the whole chain, and the commitment of every act; one that is gone before its time does not
/// fit. `kept_elsewhere`: a link that must be there. Worker thread.
AuditVerdict verify_audit(db::Session& session, Instant now,
                          std::optional<AuditLink> const& kept_elsewhere = std::nullopt);

/// The newest link; none: an empty trail.
std::optional<AuditLink> newest_link(db::Session& session);

/// Erases what was said of acts whose time is over; the chain stays whole.
void erase_acts(db::Session& session, Instant now);

/// The newest 200 acts, newest first, of the networks that `reader` administers. Acts that belong to no
/// network (a sign-in under an unknown address) are shown to whoever administers every network of the server.
std::vector<AuditEntry> newest_acts(db::Session& session, AccountId const& reader);

} // namespace parvis::identity
