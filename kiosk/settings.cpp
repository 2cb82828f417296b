// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/settings.hpp"

#include <string_view>
#include <utility>

namespace parvis::kiosk {
namespace {

constexpr std::string_view our_prefix = "PARVIS_KIOSK_";
constexpr std::string_view common_prefix = "PARVIS_";

/// PARVIS_KIOSK_PAGE_PORT is the setting page.port; variables of the other program are none of ours.
std::map<std::string, std::string> our_environment() {
    std::map<std::string, std::string> ours;
    for (auto const& [name, value] : config::process_environment()) {
        if (name.starts_with(our_prefix)) {
            ours[std::string(common_prefix) + name.substr(our_prefix.size())] = value;
        }
    }
    return ours;
}

Error with_our_names(Error error) {
    for (auto& [name, value] : error.arguments) {
        if (value.starts_with(common_prefix)) {
            value = std::string(our_prefix) + value.substr(common_prefix.size());
        }
    }
    return error;
}

Result<void> check(KioskSettings const& settings) {
    auto const url = std::string_view(settings.server);
    auto const host_at = url.starts_with("https://") ? 8U : url.starts_with("http://") ? 7U : url.size();
    if (host_at >= url.size() || url.substr(host_at).find('/') != std::string_view::npos) {
        return fail(ErrorCode::invalid_input, "server_url_invalid", "/server",
                    {{"expected", "https://host[:port] without a path"}});
    }
    for (auto const& option : settings.scanner.options) {
        if (option.find('=') == std::string::npos || option.starts_with('=')) {
            return fail(ErrorCode::invalid_input, "scanner_option_malformed", "/scanner/options",
                        {{"value", option}, {"expected", "name=value"}});
        }
    }
    if (settings.bell.player.empty()) {
        return fail(ErrorCode::invalid_input, "config_value_missing", "/bell/player",
                    {{"key", "bell.player"}, {"source", "the settings"}});
    }
    auto const seconds_fit = [](std::int32_t seconds) { return seconds >= 5 && seconds <= 3600; };
    if (!seconds_fit(settings.page.idle_seconds) || !seconds_fit(settings.page.end_seconds)) {
        return fail(ErrorCode::invalid_input, "value_out_of_range",
                    seconds_fit(settings.page.idle_seconds) ? "/page/end_seconds" : "/page/idle_seconds",
                    {{"lowest", "5"}, {"highest", "3600"}});
    }
    return {};
}

} // namespace

Result<KioskSettings> load_settings(std::vector<std::string> const& arguments,
                                    std::optional<std::string> const& file) {
    config::Sources sources;
    sources.arguments = arguments;
    sources.environment = our_environment();
    sources.file = file;
    auto settings = config::load<KioskSettings>(sources);
    if (!settings) {
        return with_our_names(std::move(settings).error());
    }
    while (settings->server.ends_with('/')) {
        settings->server.pop_back();
    }
    if (auto const sound = check(*settings); !sound) {
        return sound.error();
    }
    return settings;
}

std::string settings_help() {
    return config::help_table<KioskSettings>({
        {"server", "address of the Parvis server"},
        {"trust_file", "PEM file of the certificates to trust; empty: those of the system"},
        {"state_dir", "folder of the key, the pairing and the records owed (never papers)"},
        {"runtime_dir", "folder in memory (tmpfs) for the page token and the start address"},
        {"page.address", "loopback address of the kiosk page"},
        {"page.port", "TCP port of the kiosk page"},
        {"page.host", "name under which the browser opens the page; no other is answered"},
        {"page.web_dir", "folder of the kiosk page's files"},
        {"page.idle_seconds", "back to the first screen after this time without a touch"},
        {"page.end_seconds", "how long the end screen stays"},
        {"page.browser_profile_dir",
         "profile folder of the kiosk's browser (tmpfs), emptied of what is left of people"},
        {"scanner.device", "SANE name; empty: the first one found"},
        {"scanner.options", "SANE options for every scan, name=value"},
        {"printer.queue", "CUPS queue; empty: the default one"},
        {"printer.server", "CUPS server, host:port or socket; empty: the system's"},
        {"bell.player", "program and arguments that play a WAV file from standard input"},
        {"bell.sound", "WAV file for calling the mediator without a network; empty: built-in"},
    });
}

std::map<std::string, std::string> scanner_options(ScannerSettings const& scanner) {
    std::map<std::string, std::string> options;
    for (auto const& option : scanner.options) {
        auto const sign = option.find('=');
        options[option.substr(0, sign)] = option.substr(sign + 1);
    }
    return options;
}

} // namespace parvis::kiosk
