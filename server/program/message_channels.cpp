// SPDX-License-Identifier: EUPL-1.2
#include "server/program/message_channels.hpp"

namespace parvis {

scheduling::MessageChannels message_channels(Settings const& settings) {
    scheduling::MessageChannels channels;
    if (auto const& mail = settings.mail; !mail.host.empty()) {
        mail::Server const server{mail.host,       mail.port, mail.encryption, mail.user, mail.password,
                                  mail.trust_file, {}};
        channels.email = [server](mail::Message const& message) { return mail::send(server, message); };
    }
    if (auto const& texts = settings.text_messages; !texts.url.empty()) {
        sms::Gateway const gateway{texts.url, texts.token,    texts.sender, texts.trust_file,
                                   {},        texts.protocol, texts.user,   texts.password};
        channels.text_message = [gateway](sms::TextMessage const& message) {
            return sms::send(gateway, message);
        };
    }
    return channels;
}

scheduling::MessageSender message_sender(Settings const& settings) {
    return {{settings.mail.from_name, settings.mail.from}, settings.portal_url};
}

scheduling::WaitingSettings waiting_settings(Settings const& settings) {
    constexpr int minutes_of_an_hour = 60;
    auto const& list = settings.waiting_list;
    return {{static_cast<int>(list.ask_from_hour) * minutes_of_an_hour,
             static_cast<int>(list.ask_to_hour) * minutes_of_an_hour, list.ask_on_sundays,
             std::chrono::seconds(list.answer_seconds)},
            !settings.mail.host.empty(),
            !settings.text_messages.url.empty()};
}

} // namespace parvis
