// SPDX-License-Identifier: EUPL-1.2
// Tells people about their appointments: at once when one is booked, moved or cancelled, 48 hours before, and
// the same morning; by mail and by text message, as far as each is offered and they left an address.
//
// What is to be told is written in the transaction that changes the appointment (appointment_event_store.hpp)
// and becomes messages here, each once. A message is marked before it is sent and after: when the program
// dies between the two, nobody knows whether it left, and it is sent again under the same name (Message-ID,
// reference), which lets a mail program or a gateway drop the second. So each death of the program repeats at
// most the one message of each server that was on its way, and no message is begun more than message_attempts
// times. What was cancelled in the seconds of the sending may still be reminded of; the cancellation follows.
#pragma once

#include "platform/mail/smtp.hpp"
#include "platform/sms/text_gateway.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/reminders/reminder_store.hpp"

#include <atomic>
#include <functional>
#include <string>

namespace parvis::scheduling {

/// How messages leave; an empty one is not offered. Called by the worker; may take a minute each.
struct MessageChannels {
    std::function<Result<void>(mail::Message const&)> email;
    std::function<Result<void>(sms::TextMessage const&)> text_message;
};

struct MessageSender {
    mail::Mailbox from;
    std::string portal_url; ///< where people cancel or move; may be empty
};

class ReminderService {
  public:
    /// All but the channels and the sender must outlive it.
    ReminderService(db::Database& database, Clock const& clock, MessageChannels channels,
                    MessageSender sender);

    /// Plans what follows from new events, for webhooks as well, and sends people what is due, until nothing
    /// is or stop() was called. A channel that cannot be reached is left alone until the next run. One thread
    /// at a time; several servers at once are fine.
    void run();
    /// Any thread: the message that is on its way is finished, no further one begun.
    void stop() { stopping_ = true; }

    /// Coordinators, technicians and administrators of the network. Errors: not_found "network_unknown",
    /// forbidden "role_missing".
    Result<MessageReport> report(identity::Caller const& caller, NetworkId const& network);
    /// After a repair: what was given up is tried again if it is still of use. The report afterwards. Errors
    /// as above.
    Result<MessageReport> try_again(identity::Caller const& caller, NetworkId const& network);
    /// The failing ones of a site, for its mediators and those above. Errors: not_found "site_unknown",
    /// forbidden "not_your_site".
    Result<MessageReport> report_of(identity::Caller const& caller, SiteId const& site);
    /// One that failed: it is tried now; or somebody told them by telephone, and it is seen no more.
    /// Mediators of the site of the appointment, and those above. Errors: not_found "message_unknown".
    Result<void> try_one(identity::Caller const& caller, NamedMessage const& which);
    Result<void> settle_by_telephone(identity::Caller const& caller, NamedMessage const& which);
    /// Whoever may see the appointment (errors of AppointmentService::read).
    Result<Tellings> tellings(identity::Caller const& caller, AppointmentId const& appointment);

  private:
    struct Outgoing;

    bool offers(MessageChannel channel) const;
    Telling telling_of(db::Session& session, Appointment const& appointment, MessageChannel channel,
                       Language language) const;
    std::vector<MessageChannel> channels_to(Visitor const& visitor) const;
    void plan(db::Session& session, AppointmentEvent const& event, Instant now) const;
    bool plan_some();
    bool send_some(MessageChannel channel);
    /// False when the channel cannot be reached.
    bool send_one(MessageKey const& key);
    Result<std::optional<Outgoing>> take(db::Session& session, MessageKey const& key, Instant now) const;
    Result<void> give(Outgoing const& outgoing) const;
    Result<void> change_one(identity::Caller const& caller, NamedMessage const& which,
                            bool (*change)(db::Session&, MessageKey const&, Instant));
    MessageReport finished(identity::Caller const& caller, MessageReport report) const;
    Result<void> settle(MessageKey const& key, int attempts, Instant useful_until, Result<void> const& given);
    mail::Message mail_of(Outgoing const& outgoing) const;

    db::Database& database_;
    Clock const& clock_;
    MessageChannels channels_;
    MessageSender sender_;
    std::atomic<bool> stopping_ = false;
};

} // namespace parvis::scheduling
