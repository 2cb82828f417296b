// SPDX-License-Identifier: EUPL-1.2
// When people are told about their appointment, and how often it is tried. Pure: the moment is given.
#pragma once

#include "platform/text/language.hpp"
#include "server/scheduling/appointments/appointment_event.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::scheduling {

/// confirmed, moved and cancelled are told at once; two_days_before and same_morning remind; offered: a place
/// was freed, and is held for somebody of the waiting list.
BOOST_DEFINE_ENUM_CLASS(MessageKind, confirmed, moved, cancelled, two_days_before, same_morning, offered)
BOOST_DEFINE_ENUM_CLASS(MessageChannel, email, text_message)
/// sending: given to a channel, and no answer yet. dropped: no longer true, or nobody to tell. given_up: it
/// could not be delivered.
BOOST_DEFINE_ENUM_CLASS(MessageState, waiting, sending, sent, dropped, given_up)

inline constexpr std::chrono::milliseconds first_reminder_before = std::chrono::hours(48);
/// Local time of the second one; an early appointment is told an hour before.
inline constexpr int morning_minute = 7 * 60 + 30;
/// Who has just been told is not reminded.
inline constexpr std::chrono::milliseconds reminder_least_after = std::chrono::hours(2);
/// Attempts in all, those that a crash cut short included.
inline constexpr int message_attempts = 8;
/// Whoever sends and says nothing for so long is taken for dead. Longer than any sending takes.
inline constexpr std::chrono::milliseconds sending_patience = std::chrono::minutes(3);

/// A message of one kind: from when on it is sent, and from when on it is of no use any more.
struct PlannedMessage {
    MessageKind kind{};
    Instant due_at;
    Instant useful_until;

    friend bool operator==(PlannedMessage const&, PlannedMessage const&) = default;
};

/// What follows from an event: it is told at once, and an appointment that is to come is reminded of.
/// `time_zone`: of the network. Nothing once the appointment has begun.
std::vector<PlannedMessage> planned_messages(AppointmentEventKind event, Instant starts_at,
                                             std::string_view time_zone, Instant now);

/// Whether that is still true of the appointment: nobody is reminded of one that was cancelled, moved, or has
/// begun.
bool is_still_true(MessageKind kind, AppointmentState state);

/// When a message that was tried `attempts` times is tried again; nothing: it is given up.
std::optional<Instant> next_attempt(int attempts, Instant now, Instant useful_until);

/// The number of a mobile telephone in the form of E.164, "+33612345678"; nothing for a landline, which takes
/// no text, and for what is no number. Without a country it is French: 06 and 07, and overseas those that the
/// numbering plan gives to mobiles (Arcep, décision 2018-0881).
std::optional<std::string> mobile_number(std::string_view typed);

} // namespace parvis::scheduling
