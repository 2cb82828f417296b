// SPDX-License-Identifier: EUPL-1.2
#include "server/program/settings.hpp"

#include "platform/mail/mail_header.hpp"

namespace parvis {
namespace {

Error unfit(std::string const& key, std::string const& expected) {
    return fail(ErrorCode::invalid_input, "config_value_invalid", "/" + key,
                {{"key", key}, {"source", "the settings together"}, {"expected", expected}});
}

Result<void> check_mail(MailSettings const& mail) {
    if (mail.host.empty()) {
        bool const is_half_set = !mail.user.empty() || !mail.password.empty() || !mail.from.empty();
        return is_half_set ? unfit("mail.host", "the mail server when other settings of mail are there")
                           : Result<void>();
    }
    if (!mail::is_deliverable(mail.from)) {
        return unfit("mail.from", "the address that messages come from, e.g. rendez-vous@example.fr");
    }
    if (mail.port == 0) {
        return unfit("mail.port", "1 to 65535");
    }
    if (mail.user.empty() != mail.password.empty()) {
        return unfit("mail.password", "a user and its password, both or neither");
    }
    if (!mail.user.empty() && mail.encryption == mail::Encryption::none) {
        return unfit("mail.encryption", "starttls or tls when a password is sent");
    }
    return {};
}

bool is_private_enough(std::string const& url) {
    for (auto const* start : {"https://", "http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (url.starts_with(start)) {
            return true;
        }
    }
    return false;
}

Result<void> check_texts(TextMessageSettings const& texts) {
    if (texts.url.empty()) {
        bool const is_half_set = !texts.token.empty() || !texts.user.empty() || !texts.password.empty() ||
                                 !texts.sender.empty() || texts.protocol != sms::Protocol::parvis;
        return is_half_set
                   ? unfit("text_messages.url", "the gateway when other settings of text_messages are there")
                   : Result<void>();
    }
    if (!is_private_enough(texts.url)) {
        return unfit("text_messages.url", "an address that begins with https://, or http:// on this machine");
    }
    if (texts.sender.empty()) {
        return unfit("text_messages.sender", "who sends, as telephones show it");
    }
    if (texts.protocol == sms::Protocol::kannel) {
        if (!texts.token.empty()) {
            return unfit("text_messages.token", "nothing with kannel, which asks for a user and a password");
        }
        if (texts.user.empty() || texts.password.empty()) {
            return unfit("text_messages.password", "a user and its password: kannel asks for both");
        }
    } else if (!texts.user.empty() || !texts.password.empty()) {
        return unfit("text_messages.protocol", "kannel when there is a user or a password");
    }
    return {};
}

Result<void> check_waiting_list(WaitingListSettings const& list) {
    constexpr std::int64_t hours_of_a_day = 24;
    constexpr std::int64_t longest_answer = 7LL * 24 * 3600;
    if (list.answer_seconds <= 0 || list.answer_seconds > longest_answer) {
        return unfit("waiting_list.answer_seconds", "1 to " + std::to_string(longest_answer));
    }
    if (list.ask_from_hour < 0 || list.ask_to_hour > hours_of_a_day ||
        list.ask_from_hour >= list.ask_to_hour) {
        return unfit("waiting_list.ask_to_hour", "an hour after waiting_list.ask_from_hour, at most 24");
    }
    return {};
}

Result<void> check(Settings const& settings) {
    if (auto const mail = check_mail(settings.mail); !mail) {
        return mail;
    }
    if (auto const texts = check_texts(settings.text_messages); !texts) {
        return texts;
    }
    if (!settings.portal_url.empty() && !settings.portal_url.starts_with("https://") &&
        !settings.portal_url.starts_with("http://")) {
        return unfit("portal_url", "an address that begins with https:// or http://");
    }
    if (auto const list = check_waiting_list(settings.waiting_list); !list) {
        return list;
    }
    if (settings.workers == 0 || settings.workers > 64) {
        return unfit("workers", "1 to 64");
    }
    if (settings.tls.certificate.empty() != settings.tls.key.empty()) {
        return unfit("tls.key", "a certificate and its key, both or neither");
    }
    if (!settings.turn.urls.empty() && settings.turn.secret.empty()) {
        return unfit("turn.secret", "the secret shared with the relay when turn.urls is set");
    }
    if (settings.interview.ring_minutes <= 0 || settings.interview.call_seconds <= 0 ||
        settings.interview.lost_minutes <= 0 || settings.turn.lifetime_minutes <= 0 ||
        settings.link_keep_seconds <= 0) {
        return unfit("interview", "durations above zero");
    }
    return {};
}

} // namespace

config::HelpTexts settings_help() {
    return {
        {"data", "folder of the database and its backups"},
        {"database", "sqlite:/path or postgresql://user@host/name; empty: parvis.db in the data folder"},
        {"web", "folder of the web pages"},
        {"trusted_proxies", "addresses or networks of proxies whose X-Forwarded-For and -Proto count"},
        {"portal_url", "address of this server as citizens reach it, e.g. https://rdv.example.fr: messages "
                       "lead to its portal; "
                       "empty: they name none"},
        {"workers", "threads that run use cases, each with its own database session"},
        {"link_keep_seconds", "how long a link without connection keeps what was missed"},
        {"listen.address", "IP address to accept connections on"},
        {"listen.port", "TCP port to accept connections on"},
        {"tls.certificate", "PEM file with the certificate chain; empty: plain HTTP, for use behind a proxy"},
        {"tls.key", "PEM file with the private key"},
        {"turn.urls",
         "relays for calls, turn: and stun: addresses, e.g. turn:relay.example:3478?transport=udp"},
        {"turn.secret", "secret shared with the relay (coturn static-auth-secret)"},
        {"turn.lifetime_minutes", "the longest interview that relay credentials must last for"},
        {"interview.ring_minutes", "an unanswered ring ends after this"},
        {"interview.call_seconds", "an adviser's call to a kiosk that nobody answers ends after this"},
        {"interview.lost_minutes", "an interview ends when both ends have been gone for this long"},
        {"mail.host", "mail server (SMTP) for messages to citizens; empty: none is sent"},
        {"mail.port", "its TCP port"},
        {"mail.encryption",
         "starttls, tls (from the first byte, usually port 465), or none for this machine"},
        {"mail.user", "name to sign in with; empty: without"},
        {"mail.password", "its password"},
        {"mail.from", "address that messages come from"},
        {"mail.from_name", "name that messages come from"},
        {"mail.trust_file", "PEM file of the certificates to trust; empty: those of the system"},
        {"text_messages.url", "gateway for text messages to citizens; empty: none is sent"},
        {"text_messages.protocol", "what the gateway speaks: parvis (docs/operations.md) or kannel"},
        {"text_messages.token", "bearer token for the gateway (parvis)"},
        {"text_messages.user", "name to sign in to the gateway with (kannel)"},
        {"text_messages.password", "its password"},
        {"text_messages.sender",
         "who sends, as telephones show it: up to 11 letters and digits, or a number"},
        {"text_messages.trust_file", "PEM file of the certificates to trust; empty: those of the system"},
        {"webhooks.allow_private",
         "webhooks may go to private addresses and plain http, for a program beside"},
        {"waiting_list.answer_seconds",
         "how long a freed place is kept for who was asked; only hours in which people are asked count"},
        {"waiting_list.ask_from_hour", "nobody is asked before this hour of the day"},
        {"waiting_list.ask_to_hour", "nor from this hour on"},
        {"waiting_list.ask_on_sundays", "people are asked on Sundays as well"},
    };
}

Result<Settings> load_settings(std::vector<std::string> const& arguments, std::string const& file) {
    config::Sources sources;
    sources.arguments = arguments;
    sources.environment = config::process_environment();
    sources.other_variables = {"PARVIS_TEST_POSTGRESQL"};
    if (!file.empty()) {
        sources.file = file;
    }
    auto settings = config::load<Settings>(sources);
    if (!settings) {
        return settings;
    }
    if (auto const checked = check(*settings); !checked) {
        return checked.error();
    }
    return settings;
}

} // namespace parvis
