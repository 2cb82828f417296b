// SPDX-License-Identifier: EUPL-1.2
// What a technician can set: a TOML file, PARVIS_KIOSK_* variables, flags (later ones win).
#pragma once

#include "platform/config/config.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parvis::kiosk {

struct PageSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8484;
    std::string host = "borne.localhost";
    std::string web_dir = "/usr/share/parvis/web/kiosk";
    std::int32_t idle_seconds = 60;
    std::int32_t end_seconds = 20;
    std::string browser_profile_dir;
};
BOOST_DESCRIBE_STRUCT(PageSettings, (),
                      (address, port, host, web_dir, idle_seconds, end_seconds, browser_profile_dir))

struct ScannerSettings {
    std::string device;
    std::vector<std::string> options;
};
BOOST_DESCRIBE_STRUCT(ScannerSettings, (), (device, options))

struct PrinterSettings {
    std::string queue;
    std::string server;
};
BOOST_DESCRIBE_STRUCT(PrinterSettings, (), (queue, server))

struct BellSettings {
    std::vector<std::string> player{"aplay", "-q", "-"};
    std::string sound;
};
BOOST_DESCRIBE_STRUCT(BellSettings, (), (player, sound))

struct KioskSettings {
    std::string server = "https://parvis.example";
    std::string trust_file;
    std::string state_dir = "/var/lib/parvis-kiosk";
    std::string runtime_dir = "/run/parvis-kiosk";
    PageSettings page;
    ScannerSettings scanner;
    PrinterSettings printer;
    BellSettings bell;
};
BOOST_DESCRIBE_STRUCT(KioskSettings, (),
                      (server, trust_file, state_dir, runtime_dir, page, scanner, printer, bell))

/// From `arguments` (flags only), this process's PARVIS_KIOSK_* variables and the file. Errors: those of
/// config::load; invalid_input "server_url_invalid" (/server), "scanner_option_malformed" (/scanner/options),
/// "value_out_of_range".
Result<KioskSettings> load_settings(std::vector<std::string> const& arguments,
                                    std::optional<std::string> const& file);

/// For --help.
std::string settings_help();

/// {"filename", "/tmp/page.ppm"} from "filename=/tmp/page.ppm"; the texts have been checked by load_settings.
std::map<std::string, std::string> scanner_options(ScannerSettings const& scanner);

} // namespace parvis::kiosk
