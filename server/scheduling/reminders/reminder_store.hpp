// SPDX-License-Identifier: EUPL-1.2
// SQL of the messages that people are sent about their appointments. Inside a transaction of platform/db;
// worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/reminders/reminder.hpp"
#include "server/scheduling/reminders/reminder_report.hpp"
#include "server/scheduling/reminders/reminder_words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct MessageKey {
    AppointmentId appointment_id;
    MessageKind kind{};
    MessageChannel channel{};
};

struct DueMessage {
    MessageKey key;
    AppointmentId root_id;
    int sequence{};
    Instant useful_until;
    MessageState state{};
    int attempts{}; ///< begun so far
};

/// A second planning of the same message changes nothing.
void plan_message(db::Session& session, AppointmentEvent const& event, PlannedMessage const& message,
                  MessageChannel channel);
/// What waits of earlier versions of the same appointment is dropped.
void drop_earlier(db::Session& session, AppointmentEvent const& event, Instant now);

/// Earliest first, at most `most`, also those whose sender is taken for dead. Reads only.
std::vector<MessageKey> due_messages(db::Session& session, MessageChannel channel, Instant now, int most);
/// Nothing when it is not due (any more).
std::optional<DueMessage> due_message(db::Session& session, MessageKey const& key, Instant now);
/// One attempt more; nobody else takes it before `until`.
void mark_sending(db::Session& session, MessageKey const& key, Instant until);
void end_message(db::Session& session, MessageKey const& key, MessageState state, std::string const& problem,
                 std::string const& answer, Instant now);
void try_again(db::Session& session, MessageKey const& key, Instant at, std::string const& problem,
               std::string const& answer);
/// Those that were given up and are still of use wait again, from the first attempt on; how many.
std::int64_t wait_again(db::Session& session, NetworkId const& network, Instant now);
/// One that failed is tried now; false when it is of no use any more, or did not fail.
bool wait_again(db::Session& session, MessageKey const& key, Instant now);
/// Somebody told them by telephone; false when it did not fail.
bool settle_message(db::Session& session, MessageKey const& key, Instant now);

/// Everything but the kind and the page.
ToldAppointment told_of(db::Session& session, Appointment const& appointment);

/// The newest of those that tell at once that it was booked, moved or cancelled.
struct ToldAtOnce {
    MessageState state{};
    std::string problem;
    std::string answer;
};
std::optional<ToldAtOnce> told_at_once(db::Session& session, AppointmentId const& appointment,
                                       MessageChannel channel);

/// Without what is offered. `explanation` holds the answer as it was stored. `only_site`: failing ones of
/// that site alone.
MessageReport message_report(db::Session& session, NetworkId const& network,
                             std::optional<SiteId> const& only_site, Instant now);
/// Sent or not, those that were of no use any more before that moment.
std::int64_t forget_messages(db::Session& session, Instant useless_since);

} // namespace parvis::scheduling
