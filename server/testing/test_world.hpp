// SPDX-License-Identifier: EUPL-1.2
// A migrated database with a small network inside, for tests of services and stores: SQLite in a temporary
// folder, or a schema of its own on PostgreSQL when PARVIS_TEST_POSTGRESQL is set and `Engine::postgresql` is
// asked for.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/account_service.hpp"
#include "server/network/offer.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace parvis::testing {

enum class Engine { sqlite, postgresql };

/// SQLite always, PostgreSQL when the environment names one.
std::vector<Engine> engines();
std::string engine_name(Engine engine);

struct Site {
    SiteId site_id;
    KioskId kiosk_id;
    OfferId family_offer;  // answered by the CAF
    OfferId pension_offer; // answered by the Carsat
};

/// Two sites (Bretenoux, Salviac) with one kiosk each; CAF and Carsat serve both, open all week; nobody is
/// signed in.
class World {
  public:
    explicit World(Engine engine = Engine::sqlite);
    ~World();
    World(World const&) = delete;
    World& operator=(World const&) = delete;

    db::Database& database() { return *database_; }
    std::string const& url() const { return url_; }

    ManualClock clock{{1'772'614'800'000}}; // Wednesday 4 March 2026, 10:00 in Paris
    NetworkId network;
    PartnerId caf;
    PartnerId carsat;
    network::AdviserGroupId caf_group;
    network::AdviserGroupId carsat_group;
    Site bretenoux;
    Site salviac;

    /// A saved account with that one role; password "une phrase assez longue".
    identity::Caller account(std::string const& name, identity::Role role,
                             std::optional<PartnerId> partner = std::nullopt,
                             std::optional<SiteId> site = std::nullopt);
    static constexpr char password[] = "une phrase assez longue";

  private:
    void furnish();
    Site add_site(db::Session& session, std::string const& name);

    Engine engine_;
    std::filesystem::path folder_;
    std::string url_;
    std::string schema_;
    std::unique_ptr<db::Database> database_;
};

} // namespace parvis::testing
