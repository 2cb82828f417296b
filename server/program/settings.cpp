// SPDX-License-Identifier: EUPL-1.2
#include "server/program/settings.hpp"

namespace parvis {
namespace {

Error unfit(std::string const& key, std::string const& expected) {
    return fail(ErrorCode::invalid_input, "config_value_invalid", "/" + key,
                {{"key", key}, {"source", "the settings together"}, {"expected", expected}});
}

Result<void> check(Settings const& settings) {
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
