// SPDX-License-Identifier: EUPL-1.2
// The whole life of the server program: what the command line asks for, and the one function that does it.
#include "platform/config/config.hpp"
#include "platform/json/parse.hpp"
#include "server/program/console.hpp"
#include "server/program/demo_day.hpp"
#include "server/program/demo_network.hpp"
#include "server/program/openapi.hpp"
#include "server/program/serve.hpp"
#include "server/program/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

namespace {

using namespace parvis;

int with_settings(CLI::App const& command, std::string const& file,
                  std::function<int(Settings const&)> const& run) {
    auto const settings = load_settings(command.remaining(), file);
    if (!settings) {
        fmt::print(stderr, "parvis: {}\n", config::explain(settings.error()));
        return 2;
    }
    return run(*settings);
}

int demo(Settings const& settings, bool with_a_day) {
    return serve(settings,
                 [with_a_day](db::Database& database, identity::AccountService& accounts,
                              Clock const& clock) -> Result<void> {
                     auto const people = furnish_demo(database, accounts, clock);
                     if (!people) {
                         return people.error();
                     }
                     fmt::print("Comptes de démonstration, mot de passe « {} » :\n", demo_password);
                     for (auto const& person : *people) {
                         fmt::print("  {:<26} {}\n", person.email, person.what);
                     }
                     std::fflush(stdout);
                     return with_a_day ? live_demo_day(database, accounts, clock) : Result<void>();
                 });
}

/// A subcommand that reads settings: its unknown flags are settings, and --config names a file.
CLI::App* add_command(CLI::App& app, std::string const& name, std::string const& what, std::string& file) {
    auto* command = app.add_subcommand(name, what);
    command->allow_extras();
    command->add_option("--config", file, "TOML file with settings")->check(CLI::ExistingFile);
    return command;
}

void add_user_options(CLI::App& command, UserAdd& wanted) {
    command.add_option("--email", wanted.email, "e-mail address to sign in with")->required();
    command.add_option("--name", wanted.name, "first and last name")->required();
    command
        .add_option("--role", wanted.role,
                    "mediator, adviser, partner_manager, coordinator, technician, funder, administrator")
        ->required();
    command.add_option("--network", wanted.network, "name or id of the network");
    command.add_option("--partner", wanted.partner, "acronym of the body, for advisers and partner managers");
    command.add_option("--site", wanted.site, "name of the site, for mediators");
    command.add_option("--language", wanted.language, "fr or en");
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Parvis: networks of public-service video counters");
    app.require_subcommand(1);
    app.footer("Settings (file, PARVIS_* environment, flags):\n" +
               config::help_table<Settings>(settings_help()));
    std::string file;
    auto* serve_command = add_command(app, "serve", "run the server", file);
    auto* demo_command = add_command(app, "demo", "run the server with a demonstration network", file);
    bool with_a_day = false;
    demo_command->add_flag("--with-a-day", with_a_day,
                           "people are expected and wait today, bodies answer at any hour");
    auto* user = app.add_subcommand("user", "staff accounts")->require_subcommand(1);
    auto* user_add_command =
        add_command(*user, "add", "add an account; the password is read from standard input", file);
    UserAdd wanted;
    add_user_options(*user_add_command, wanted);
    auto* network = app.add_subcommand("network", "networks")->require_subcommand(1);
    auto* network_add_command = add_command(*network, "add", "add an empty network", file);
    std::string network_name;
    network_add_command->add_option("--name", network_name, "name of the network")->required();
    auto* audit = app.add_subcommand("audit", "audit trail")->require_subcommand(1);
    auto* audit_verify_command =
        add_command(*audit, "verify", "recompute the chain of the audit trail", file);
    std::string audit_link;
    audit_verify_command->add_option("--link", audit_link, "a link kept elsewhere, which must be there");
    auto* openapi_command = app.add_subcommand("openapi", "print the OpenAPI document");
    auto* version_command = app.add_subcommand("version", "print the version");
    CLI11_PARSE(app, argc, argv);

    if (*serve_command) {
        return with_settings(*serve_command, file, [](Settings const& settings) { return serve(settings); });
    }
    if (*demo_command) {
        return with_settings(*demo_command, file, [&](Settings const& s) { return demo(s, with_a_day); });
    }
    if (*user_add_command) {
        return with_settings(*user_add_command, file, [&](Settings const& s) { return user_add(s, wanted); });
    }
    if (*network_add_command) {
        return with_settings(*network_add_command, file,
                             [&](Settings const& s) { return network_add(s, network_name); });
    }
    if (*audit_verify_command) {
        return with_settings(*audit_verify_command, file,
                             [&](Settings const& s) { return audit_verify(s, audit_link); });
    }
    if (*openapi_command) {
        fmt::print("{}\n", json::serialize(openapi_document()));
    }
    if (*version_command) {
        fmt::print("parvis {}\n", version);
    }
    return 0;
}
