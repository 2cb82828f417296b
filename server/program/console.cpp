// SPDX-License-Identifier: EUPL-1.2
#include "server/program/console.hpp"

#include "platform/json/encode.hpp"
#include "platform/text/catalogue.hpp"
#include "server/identity/account_service.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/network/furnish_store.hpp"
#include "server/network/network_store.hpp"
#include "server/program/storage.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace parvis {
namespace {

int refused(Error const& error) {
    fmt::print(stderr, "parvis: {}\n", text::say(Language::en, error));
    return 1;
}

int wrong_use(std::string const& what) {
    fmt::print(stderr, "parvis: {}\n", what);
    return 2;
}

/// Typed characters stay invisible while it lives.
class Silent {
  public:
    Silent() {
        tcgetattr(STDIN_FILENO, &before_);
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    ~Silent() { tcsetattr(STDIN_FILENO, TCSANOW, &before_); }
    Silent(Silent const&) = delete;
    Silent& operator=(Silent const&) = delete;

  private:
    termios before_{};
};

std::string ask(char const* prompt) {
    fmt::print(stderr, "{}: ", prompt);
    Silent const silent;
    std::string line;
    std::getline(std::cin, line);
    fmt::print(stderr, "\n");
    return line;
}

Result<std::string> read_password() {
    if (isatty(STDIN_FILENO) == 0) {
        std::string line;
        std::getline(std::cin, line);
        return line;
    }
    auto const first = ask("Password");
    if (ask("Password again") != first) {
        return fail(ErrorCode::invalid_input, "passwords_differ");
    }
    return first;
}

template <class Rows, class Matches>
auto find_row(Rows const& rows, Matches matches) -> decltype(&rows.front()) {
    auto const found = std::ranges::find_if(rows, matches);
    return found == rows.end() ? nullptr : &*found;
}

Result<network::NetworkView> find_network(db::Database& database, std::string const& wanted) {
    return database.read([&](db::Session& session) -> Result<network::NetworkView> {
        auto const all = network::all_networks(session);
        if (wanted.empty() && all.size() == 1) {
            return network::network_view(session, all.front());
        }
        for (auto const& id : all) {
            auto view = network::network_view(session, id);
            if (view && (view->name == wanted || id.text() == wanted)) {
                return view;
            }
        }
        return fail(ErrorCode::not_found, wanted.empty() ? "network_must_be_named" : "network_unknown");
    });
}

/// The account asked for, with names resolved inside the network.
Result<identity::NewAccount> account_of(UserAdd const& wanted, network::NetworkView const& network) {
    auto const role = json::parse_enum<identity::Role>(wanted.role);
    if (!role) {
        return fail(ErrorCode::invalid_input, "role_unknown", "/role");
    }
    identity::NewAccount account{wanted.email, wanted.name,  wanted.language, "", network.network_id,
                                 *role,        std::nullopt, std::nullopt,    {}};
    if (!wanted.partner.empty()) {
        auto const* partner =
            find_row(network.partners, [&](auto const& row) { return row.acronym == wanted.partner; });
        if (partner == nullptr) {
            return fail(ErrorCode::not_found, "partner_unknown", "/partner");
        }
        account.partner_id = partner->partner_id;
        for (auto const& group : network.groups) {
            if (group.partner_id == partner->partner_id) {
                account.group_ids.push_back(group.group_id);
            }
        }
    }
    if (!wanted.site.empty()) {
        auto const* site = find_row(network.sites, [&](auto const& row) {
            return row.name == wanted.site || row.commune == wanted.site;
        });
        if (site == nullptr) {
            return fail(ErrorCode::not_found, "site_unknown", "/site");
        }
        account.site_id = site->site_id;
    }
    return account;
}

} // namespace

int user_add(Settings const& settings, UserAdd const& wanted) {
    auto database = open_storage(settings, nullptr);
    if (!database) {
        return refused(database.error());
    }
    auto const network = find_network(**database, wanted.network);
    if (!network) {
        return refused(network.error());
    }
    auto account = account_of(wanted, *network);
    if (!account) {
        return refused(account.error());
    }
    auto const password = read_password();
    if (!password) {
        return refused(password.error());
    }
    account->password = *password;
    SystemClock const clock;
    identity::AccountService accounts(**database, clock, [](identity::SignedOut const&) {});
    auto const made = accounts.create_from_console(*account);
    if (!made) {
        return refused(made.error());
    }
    fmt::print("{} {} ({})\n", made->account_id.text(), made->email, wanted.role);
    return 0;
}

int network_add(Settings const& settings, std::string const& name) {
    if (name.empty()) {
        return wrong_use("a network needs a name");
    }
    auto database = open_storage(settings, nullptr);
    if (!database) {
        return refused(database.error());
    }
    auto const id = NetworkId::make(SystemClock{}.now());
    auto const added = (*database)->write([&](db::Session& session) -> Result<void> {
        network::add_network(session, {id, name, "Europe/Paris", false});
        return {};
    });
    if (!added) {
        return refused(added.error());
    }
    fmt::print("{} {}\n", id.text(), name);
    return 0;
}

int audit_verify(Settings const& settings, std::string const& link) {
    auto const kept = identity::audit_link_of(link);
    if (!link.empty() && !kept) {
        fmt::print(stderr,
                   "parvis: --link is a number, a colon and 64 hexadecimal digits, as the log says it each "
                   "day (audit_trail)\n");
        return 2;
    }
    auto database = open_storage(settings, nullptr);
    if (!database) {
        return refused(database.error());
    }
    auto const verdict = (*database)->read([&](db::Session& session) -> Result<identity::AuditVerdict> {
        return identity::verify_audit(session, SystemClock{}.now(), kept);
    });
    if (!verdict) {
        return refused(verdict.error());
    }
    if (verdict->first_broken > verdict->entries) {
        fmt::print("The audit trail ends after entry {}; entry {} was there.\n", verdict->entries,
                   kept->number);
        return 1;
    }
    if (verdict->first_broken) {
        fmt::print("The audit trail is broken at entry {} of {}.\n", *verdict->first_broken,
                   verdict->entries);
        return 1;
    }
    fmt::print("The audit trail holds: {} entries, each fits the one before.\n", verdict->entries);
    if (verdict->newest) {
        fmt::print("Newest link, to keep elsewhere: {}\n", identity::audit_link_text(*verdict->newest));
    }
    return 0;
}

} // namespace parvis
