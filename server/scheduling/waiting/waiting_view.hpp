// SPDX-License-Identifier: EUPL-1.2
// What desks and citizens send about the waiting list, and how they see it.
#pragma once

#include "server/scheduling/appointments/appointment_view.hpp"
#include "server/scheduling/waiting/waiting_list.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// Days and hours are local; those that are left out suit always. `unmet_id`: under which the proposals were
/// asked for, so that a request that stays unmet counts once. `language`: in which they are written to, "fr"
/// or "en".
struct WaitingForm {
    SiteId site_id;
    std::vector<MotiveId> motives;
    std::vector<Door> doors; ///< in the order in which they are liked
    LocalDate from_day;
    LocalDate to_day;                                  ///< included
    std::optional<std::vector<std::int32_t>> weekdays; ///< 1 = Monday .. 7 = Sunday
    std::optional<std::int32_t> from_minute;
    std::optional<std::int32_t> to_minute;
    std::optional<UnmetId> unmet_id;
    VisitorForm visitor;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(WaitingForm, (),
                      (site_id, motives, doors, from_day, to_day, weekdays, from_minute, to_minute, unmet_id,
                       visitor, language))

/// `stays`: that one does not suit, and they go on waiting.
struct OfferRefusal {
    bool stays{};
};
BOOST_DESCRIBE_STRUCT(OfferRefusal, (), (stays))

struct CodeRefusal {
    std::string code;
    bool stays{};
};
BOOST_DESCRIBE_STRUCT(CodeRefusal, (), (code, stays))

struct OfferView {
    AppointmentId appointment_id;
    Instant starts_at;
    Instant ends_at;
    Door door{};
    bool by_screen{};
    Instant answer_until;
};
BOOST_DESCRIBE_STRUCT(OfferView, (), (appointment_id, starts_at, ends_at, door, by_screen, answer_until))

/// For staff. `reachable`: a message can tell them; others must be called.
struct WaitingView {
    WaitingId entry_id;
    WaitingState state{};
    SlotPlace site;
    network::PartnerRow body;
    std::vector<MotiveCard> motives;
    std::vector<Door> doors;
    LocalDate from_day;
    LocalDate to_day;
    std::vector<std::int32_t> weekdays;
    std::int32_t from_minute{};
    std::int32_t to_minute{};
    std::string first_name;
    std::string telephone;
    std::string email;
    std::string code;
    bool reachable{};
    Instant made_at;
    std::optional<Instant> ended_at;
    std::optional<OfferView> offer;
};
BOOST_DESCRIBE_STRUCT(WaitingView, (),
                      (entry_id, state, site, body, motives, doors, from_day, to_day, weekdays, from_minute,
                       to_minute, first_name, telephone, email, code, reachable, made_at, ended_at, offer))

struct WaitingEntries {
    std::string time_zone;
    std::vector<WaitingView> entries;
};
BOOST_DESCRIBE_STRUCT(WaitingEntries, (), (time_zone, entries))

/// As the citizen sees it, who has the code and no account.
struct PublicWaiting {
    WaitingState state{};
    std::string time_zone;
    std::string code;
    std::string first_name;
    network::PartnerRow body;
    std::vector<MotiveCard> motives;
    std::vector<kiosk_protocol::PlainWords> papers; ///< to bring, each once
    PlaceToCome place;
    LocalDate from_day;
    LocalDate to_day;
    std::optional<OfferView> offer;
};
BOOST_DESCRIBE_STRUCT(PublicWaiting, (),
                      (state, time_zone, code, first_name, body, motives, papers, place, from_day, to_day,
                       offer))

/// How this server tells people of freed places.
struct WaitingWays {
    bool email_offered{};
    bool text_messages_offered{};
    std::int32_t answer_minutes{};
};
BOOST_DESCRIBE_STRUCT(WaitingWays, (), (email_offered, text_messages_offered, answer_minutes))

} // namespace parvis::scheduling
