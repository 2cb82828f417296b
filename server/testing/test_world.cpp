// SPDX-License-Identifier: EUPL-1.2
#include "server/testing/test_world.hpp"

#include "platform/db/sql.hpp"
#include "server/identity/account_store.hpp"
#include "server/migrations/migrations.hpp"
#include "server/network/furnish_store.hpp"

#include <cstdlib>

namespace parvis::testing {

using identity::Role;

namespace {

constexpr char postgresql_variable[] = "PARVIS_TEST_POSTGRESQL";

std::vector<kiosk_protocol::OpeningPeriod> all_week() {
    std::vector<kiosk_protocol::OpeningPeriod> periods;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        periods.push_back({weekday, 0, 1440});
    }
    return periods;
}

} // namespace

std::vector<Engine> engines() {
    return std::getenv(postgresql_variable) == nullptr ? std::vector{Engine::sqlite}
                                                       : std::vector{Engine::sqlite, Engine::postgresql};
}

std::string engine_name(Engine engine) {
    return engine == Engine::sqlite ? "sqlite" : "postgresql";
}

World::World(Engine engine) : engine_(engine) {
    auto const unique = Id<struct WorldTag>::make(SystemClock{}.now()).text();
    folder_ = std::filesystem::temp_directory_path() / ("parvis-test-" + unique);
    std::filesystem::create_directories(folder_);
    if (engine == Engine::sqlite) {
        url_ = "sqlite:" + (folder_ / "parvis.db").string();
    } else {
        std::string const base = std::getenv(postgresql_variable);
        schema_ = "w_" + unique;
        auto admin = db::Database::open(base, 1, nullptr).value();
        admin
            ->write([&](db::Session& session) -> Result<void> {
                session.sql() << "CREATE SCHEMA \"" + schema_ + "\"";
                return {};
            })
            .value();
        url_ = base + (base.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D%22" +
               schema_ + "%22";
    }
    database_ = db::Database::open(url_, 4, nullptr).value();
    database_->migrate(server_migrations(), folder_.string()).value();
    furnish();
}

World::~World() {
    database_.reset();
    if (engine_ == Engine::postgresql) {
        auto admin = db::Database::open(std::getenv(postgresql_variable), 1, nullptr).value();
        admin
            ->write([&](db::Session& session) -> Result<void> {
                session.sql() << "DROP SCHEMA \"" + schema_ + "\" CASCADE";
                return {};
            })
            .value();
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Site World::add_site(db::Session& session, std::string const& name) {
    auto const now = clock.now();
    auto const territory = network::TerritoryId::make(now);
    network::add_territory(session, network, territory, name);
    Site site{SiteId::make(now), KioskId::make(now), OfferId::make(now), OfferId::make(now)};
    network::add_site(
        session, network, territory,
        {site.site_id, name, name, "1 place de la Mairie", "05 65 00 00 00", "Europe/Paris", all_week()});
    network::add_kiosk(session, network, site.site_id, network::RoomId::make(now),
                       {site.kiosk_id, "Borne", "Salle des permanences"});
    network::Offer family{site.family_offer, network, site.site_id, caf,       caf_group, {},
                          "family",          {},      {},           all_week()};
    network::Offer pension{site.pension_offer, network, site.site_id, carsat,    carsat_group, {},
                           "retirement",       {},      {},           all_week()};
    network::add_offer(session, family);
    network::add_offer(session, pension);
    return site;
}

void World::furnish() {
    auto const now = clock.now();
    network = NetworkId::make(now);
    caf = PartnerId::make(now);
    carsat = PartnerId::make(now);
    caf_group = network::AdviserGroupId::make(now);
    carsat_group = network::AdviserGroupId::make(now);
    database_
        ->write([&](db::Session& session) -> Result<void> {
            network::add_network(session, {network, "Essai", "Europe/Paris", true});
            network::add_subject(session, network,
                                 {"retirement", {"Ma retraite", "My pension"}, "retirement", 1});
            network::add_subject(
                session, network,
                {"family", {"Ma famille, mes aides", "My family, my benefits"}, "family", 2});
            network::add_partner(session, network,
                                 {caf, "CAF", {"Allocations familiales", "Family benefits"}});
            network::add_partner(session, network, {carsat, "Carsat", {"Retraite", "Pensions"}});
            network::add_group(session, network, caf, caf_group, "CAF");
            network::add_group(session, network, carsat, carsat_group, "Carsat");
            bretenoux = add_site(session, "Bretenoux");
            salviac = add_site(session, "Salviac");
            return {};
        })
        .value();
}

identity::Caller World::account(std::string const& name, Role role, std::optional<PartnerId> partner,
                                std::optional<SiteId> site) {
    identity::NewAccount wanted{name + "@exemple.fr", name, "fr", password, network, role, partner, site, {}};
    if (partner && role == Role::adviser) {
        wanted.group_ids = {*partner == caf ? caf_group : carsat_group};
    }
    identity::AccountService accounts(
        *database_, clock, [](identity::SignedOut const&) {}, crypto::test_password_cost);
    auto const view = accounts.create_from_console(wanted).value();
    return {view.account_id, view.name, view.language, view.memberships};
}

} // namespace parvis::testing
