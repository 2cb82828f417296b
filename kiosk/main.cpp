// SPDX-License-Identifier: EUPL-1.2
// parvis-kiosk: run, doctor, version, and the two workers that run starts by itself.
#include "kiosk/daemon.hpp"
#include "kiosk/doctor.hpp"
#include "kiosk/imaging/image_worker.hpp"
#include "kiosk/scanner/scan_worker.hpp"
#include "kiosk/settings.hpp"
#include "platform/log/log.hpp"
#include "platform/text/catalogue.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <malloc.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace parvis;

constexpr int exit_wrong_use = 2;

void print_help() {
    std::cout
        << "Usage: parvis-kiosk run [--config FILE] [settings]\n"
           "       parvis-kiosk doctor [--config FILE] [settings]\n"
           "       parvis-kiosk version\n\n"
           "run      serves the kiosk's page, drives scanner and printer, keeps the link to the server\n"
           "doctor   looks at scanner, printer, disk and clock, and says what is wrong; moves no paper\n\n"
           "Settings, also as PARVIS_KIOSK_* variables and in the TOML file:\n"
        << kiosk::settings_help() << '\n';
}

/// People's papers are in this process's memory: no core file, no reading by other programs of this account,
/// and memory that libraries give back is overwritten (what C++ gives back: forgetful_heap.cpp).
void protect_memory() {
    rlimit const none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    constexpr int overwrite_with = 0xA5;
    ::mallopt(M_PERTURB, overwrite_with);
}

Result<kiosk::KioskSettings> read_settings(std::vector<std::string> arguments) {
    std::optional<std::string> file;
    for (auto at = arguments.begin(); at != arguments.end(); ++at) {
        if (at->starts_with("--config=")) {
            file = at->substr(std::string_view("--config=").size());
            arguments.erase(at);
            break;
        }
        if (*at == "--config" && at + 1 != arguments.end()) {
            file = *(at + 1);
            arguments.erase(at, at + 2);
            break;
        }
    }
    return kiosk::load_settings(arguments, file);
}

int refuse(Error const& error) {
    auto const of_settings = error.reason.starts_with("config_");
    std::cerr << "parvis-kiosk: " << (of_settings ? config::explain(error) : text::say(Language::en, error))
              << '\n';
    return exit_wrong_use;
}

int run(std::vector<std::string> const& arguments) {
    auto const settings = read_settings(arguments);
    if (!settings) {
        return refuse(settings.error());
    }
    protect_memory();
    std::signal(SIGPIPE, SIG_IGN);
    boost::asio::io_context io(1);
    boost::asio::signal_set signals(io, SIGTERM, SIGINT);
    auto daemon = kiosk::Daemon::start(io, *settings);
    if (!daemon) {
        std::cerr << "parvis-kiosk: " << text::say(Language::en, daemon.error()) << '\n';
        log::error("not_started", {{"cause", describe(daemon.error())}});
        return EXIT_FAILURE;
    }
    std::cout << (*daemon)->start_url() << std::endl;
    signals.async_wait([&](boost::system::error_code failure, int) {
        if (!failure) {
            log::info("stopping");
            (*daemon)->stop([&io] { io.stop(); });
        }
    });
    io.run();
    daemon->reset();
    log::info("stopped");
    return EXIT_SUCCESS;
}

int doctor(std::vector<std::string> const& arguments) {
    auto const settings = read_settings(arguments);
    return settings ? kiosk::print_self_test(*settings) : refuse(settings.error());
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> const arguments(argv + 1, argv + argc);
    std::string_view const command = arguments.empty() ? "" : std::string_view(arguments.front());
    std::vector<std::string> const rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    try {
        if (command == "run") {
            return run(rest);
        }
        if (command == "doctor") {
            return doctor(rest);
        }
        if (command == "scan-worker") {
            return kiosk::scan_worker_main(argc, argv);
        }
        if (command == "image-worker") {
            return kiosk::image_worker_main(argc, argv);
        }
        if (command == "version" || command == "--version") {
            std::cout << "parvis-kiosk " PARVIS_VERSION "\n";
            return EXIT_SUCCESS;
        }
        print_help();
        return command == "help" || command == "--help" ? EXIT_SUCCESS : exit_wrong_use;
    } catch (std::exception const& unexpected) {
        std::cerr << "parvis-kiosk: " << unexpected.what() << '\n';
        log::error("failed", {{"cause", unexpected.what()}});
        return EXIT_FAILURE;
    }
}
