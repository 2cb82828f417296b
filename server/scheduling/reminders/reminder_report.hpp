// SPDX-License-Identifier: EUPL-1.2
// What did not reach people, for whoever can do something about it. Names nobody.
#pragma once

#include "server/scheduling/reminders/reminder.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct FailingMessage {
    AppointmentId appointment_id;
    std::optional<SiteId> site_id;
    Instant starts_at; ///< the appointment
    MessageKind kind{};
    MessageChannel channel{};
    std::string recipient; ///< masked: enough to know which of two numbers is wrong
    MessageState state{};
    std::int32_t attempts{};
    std::optional<Instant> next_at; ///< it is tried again by itself
    std::string problem;            ///< stable word
    std::string explanation;        ///< in the language of whoever asks
};
BOOST_DESCRIBE_STRUCT(FailingMessage, (),
                      (appointment_id, site_id, starts_at, kind, channel, recipient, state, attempts, next_at,
                       problem, explanation))

/// `late`: due for ten minutes and not sent. `failing`: the newest 200 that are tried again or were given up.
struct MessageReport {
    bool email_offered{};
    bool text_messages_offered{};
    std::int64_t waiting{};
    std::int64_t late{};
    std::int64_t sent{};
    std::int64_t given_up{};
    std::vector<FailingMessage> failing;
};
BOOST_DESCRIBE_STRUCT(MessageReport, (),
                      (email_offered, text_messages_offered, waiting, late, sent, given_up, failing))

/// One of them.
struct NamedMessage {
    AppointmentId appointment_id;
    MessageKind kind{};
    MessageChannel channel{};
};
BOOST_DESCRIBE_STRUCT(NamedMessage, (), (appointment_id, kind, channel))

/// "06 •• •• •• 78", "o•••@exemple.fr"; nothing for what is neither.
std::string masked(MessageChannel channel, std::string const& telephone, std::string const& email);

/// What became of telling somebody of their appointment. queued: on its way. failing: tried again by itself.
/// not_offered: the network sends none of this kind. no_mobile: a landline takes no text message.
BOOST_DEFINE_ENUM_CLASS(TellingState, queued, sent, failing, given_up, not_offered, no_mobile)

struct Telling {
    MessageChannel channel{};
    TellingState state{};
    std::string explanation; ///< of what went wrong, in the language of whoever asks
};
BOOST_DESCRIBE_STRUCT(Telling, (), (channel, state, explanation))

/// One for each address that they left; none before the appointment is booked.
struct Tellings {
    std::vector<Telling> tellings;
};
BOOST_DESCRIBE_STRUCT(Tellings, (), (tellings))

} // namespace parvis::scheduling
