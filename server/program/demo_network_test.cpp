// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "server/migrations/migrations.hpp"
#include "server/network/network_store.hpp"
#include "server/program/demo_network.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/calendar_shared_store.hpp"
#include "server/scheduling/supply/supply_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <unistd.h>

namespace parvis {
namespace {

using scheduling::Modality;
using scheduling::SupplyRecord;

class DemoNetwork : public ::testing::Test {
  protected:
    DemoNetwork() {
        std::string pattern = (std::filesystem::temp_directory_path() / "parvis-demo-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        database = db::Database::open("sqlite:" + folder + "/parvis.db", 2, nullptr).value();
        database->migrate(server_migrations(), folder).value();
        identity::AccountService accounts(
            *database, clock, [](identity::SignedOut const&) {}, crypto::test_password_cost);
        (void)furnish_demo(*database, accounts, clock).value();
    }
    ~DemoNetwork() override {
        database.reset();
        std::filesystem::remove_all(folder);
    }

    /// What `f` reads of the network.
    template <class F>
    auto read(F f) {
        using Found = std::invoke_result_t<F, db::Session&, NetworkId const&>;
        return database
            ->read([&](db::Session& session) -> Result<Found> {
                return f(session, network::all_networks(session).front());
            })
            .value();
    }
    std::vector<SupplyRecord> supply() {
        return read([](db::Session& session, NetworkId const& network) {
            return scheduling::supply_records(session, {network}, {2026, 3, 1}, {2026, 4, 1});
        });
    }

    ManualClock clock{{1'772'614'800'000}}; // Wednesday 4 March 2026
    std::string folder;
    std::unique_ptr<db::Database> database;
};

TEST_F(DemoNetwork, shows_all_three_ways_of_working_in_one_week) {
    std::set<Modality> ways;
    for (auto const& record : supply()) {
        ways.insert(record.supply.modality);
    }
    EXPECT_EQ(ways, (std::set{Modality::appointment, Modality::time_window, Modality::half_day_session}));
}

TEST_F(DemoNetwork, would_be_accepted_from_a_manager) {
    auto const all = supply();
    for (auto const& record : all) {
        auto const served = read([&](db::Session& session, NetworkId const&) {
            return scheduling::sites_served_by(session, record.supply.group_id);
        });
        EXPECT_TRUE(scheduling::check_supply(record.supply, served).ok());
        for (auto const& other : all) {
            EXPECT_TRUE(other.supply.supply_id == record.supply.supply_id ||
                        !scheduling::first_clash(record.supply, other.supply, {2026, 3, 2}).value());
        }
    }
    auto const motives = read([](db::Session& session, NetworkId const& network) {
        return scheduling::motives_of_network(session, network);
    });
    for (auto const& motive : motives) {
        EXPECT_TRUE(scheduling::check_motive(motive).ok()) << motive.label.fr;
        EXPECT_TRUE(std::ranges::any_of(
            all, [&](SupplyRecord const& record) { return scheduling::serves(record.supply, motive); }))
            << motive.label.fr << " is offered, but nobody ever answers";
    }
}

TEST_F(DemoNetwork, knows_where_each_of_its_sites_is) {
    auto const [positions, sites] = read([](db::Session& session, NetworkId const& network) {
        return std::pair(scheduling::site_positions(session, network),
                         network::network_view(session, network).value().sites.size());
    });
    EXPECT_EQ(positions.size(), sites);
    for (auto const& position : positions) { // between the Lot and the Vienne
        EXPECT_TRUE(position.latitude_microdegrees > 44'500'000 &&
                    position.latitude_microdegrees < 46'600'000);
        EXPECT_TRUE(position.longitude_microdegrees > 500'000 && position.longitude_microdegrees < 2'100'000);
    }
}

} // namespace
} // namespace parvis
