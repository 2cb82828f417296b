// SPDX-License-Identifier: EUPL-1.2
// Every setting of the server, read once at start. The initialisers are the defaults; settings.cpp says what
// each means.
#pragma once

#include "platform/config/config.hpp"
#include "platform/mail/smtp.hpp"
#include "platform/sms/text_gateway.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace parvis {

struct ListenSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
};
BOOST_DESCRIBE_STRUCT(ListenSettings, (), (address, port))

struct TlsSettings {
    std::string certificate;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(TlsSettings, (), (certificate, key))

struct TurnSettings {
    std::vector<std::string> urls;
    std::string secret;
    std::int64_t lifetime_minutes = 120;
};
BOOST_DESCRIBE_STRUCT(TurnSettings, (), (urls, secret, lifetime_minutes))

struct InterviewSettings {
    std::int64_t ring_minutes = 10;
    std::int64_t call_seconds = 120;
    std::int64_t lost_minutes = 15;
};
BOOST_DESCRIBE_STRUCT(InterviewSettings, (), (ring_minutes, call_seconds, lost_minutes))

/// Mail to citizens; without a host none is sent.
struct MailSettings {
    std::string host;
    std::uint16_t port = 587;
    mail::Encryption encryption = mail::Encryption::starttls;
    std::string user;
    std::string password;
    std::string from;
    std::string from_name;
    std::string trust_file;
};
BOOST_DESCRIBE_STRUCT(MailSettings, (), (host, port, encryption, user, password, from, from_name, trust_file))

/// Text messages to citizens; without a gateway none is sent.
struct TextMessageSettings {
    sms::Protocol protocol = sms::Protocol::parvis;
    std::string url;
    std::string token;
    std::string user;
    std::string password;
    std::string sender;
    std::string trust_file;
};
BOOST_DESCRIBE_STRUCT(TextMessageSettings, (), (protocol, url, token, user, password, sender, trust_file))

struct WebhookSettings {
    bool allow_private = false;
};
BOOST_DESCRIBE_STRUCT(WebhookSettings, (), (allow_private))

/// When people of the waiting list are asked, in local time, and how long they may take to answer.
struct WaitingListSettings {
    std::int64_t answer_seconds = 7200;
    std::int64_t ask_from_hour = 8;
    std::int64_t ask_to_hour = 20;
    bool ask_on_sundays = false;
};
BOOST_DESCRIBE_STRUCT(WaitingListSettings, (), (answer_seconds, ask_from_hour, ask_to_hour, ask_on_sundays))

struct Settings {
    std::string data = "/var/lib/parvis";
    std::string database;
    std::string web = "/usr/share/parvis/web";
    std::vector<std::string> trusted_proxies;
    std::string portal_url;
    std::uint32_t workers = 4;
    std::int64_t link_keep_seconds = 60;
    ListenSettings listen;
    TlsSettings tls;
    TurnSettings turn;
    InterviewSettings interview;
    MailSettings mail;
    TextMessageSettings text_messages;
    WebhookSettings webhooks;
    WaitingListSettings waiting_list;

    /// The database named, or the SQLite file of the data folder.
    std::string database_url() const { return database.empty() ? "sqlite:" + data + "/parvis.db" : database; }
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (data, database, web, trusted_proxies, portal_url, workers, link_keep_seconds, listen,
                       tls, turn, interview, mail, text_messages, webhooks, waiting_list))

config::HelpTexts settings_help();

/// Errors: those of config::load, and invalid_input "config_value_invalid" for values that do not fit
/// together.
Result<Settings> load_settings(std::vector<std::string> const& arguments, std::string const& file);

} // namespace parvis
