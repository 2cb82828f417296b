// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "server/migrations/migrations.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/network/network_store.hpp"
#include "server/program/demo_day.hpp"
#include "server/program/demo_network.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/queue/queue_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <unistd.h>

namespace parvis {
namespace {

using scheduling::Appointment;
using scheduling::AppointmentState;

/// The moment at which the demonstration is started, in Paris.
class DemoDay : public ::testing::TestWithParam<Instant> {
  protected:
    DemoDay() {
        std::string pattern = (std::filesystem::temp_directory_path() / "parvis-day-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        database = db::Database::open("sqlite:" + folder + "/parvis.db", 2, nullptr).value();
        database->migrate(server_migrations(), folder).value();
        accounts = std::make_unique<identity::AccountService>(
            *database, clock, [](identity::SignedOut const&) {}, crypto::test_password_cost);
        (void)furnish_demo(*database, *accounts, clock).value();
    }
    ~DemoDay() override {
        accounts.reset();
        database.reset();
        std::filesystem::remove_all(folder);
    }

    /// At Bretenoux, from yesterday on.
    std::vector<Appointment> expected() {
        return database
            ->read([&](db::Session& session) -> Result<std::vector<Appointment>> {
                auto const view =
                    network::network_view(session, network::all_networks(session).front()).value();
                auto const site = std::ranges::find(view.sites, "Bretenoux", &network::SiteRow::commune);
                auto const now = clock.now();
                return scheduling::appointments_at(session, site->site_id, now - std::chrono::hours(24),
                                                   now + std::chrono::hours(24 * 60));
            })
            .value();
    }
    long long waiting() {
        return database
            ->read([&](db::Session& session) -> Result<long long> {
                auto const view =
                    network::network_view(session, network::all_networks(session).front()).value();
                long long count = 0;
                for (auto const& group : view.groups) {
                    count += std::ssize(queue::open_tickets_of(session, group.group_id));
                }
                return count;
            })
            .value();
    }

    /// Who waits for the CAF at Gourdon finds the kiosk there free.
    bool may_be_called_at_gourdon() {
        return database
            ->read([&](db::Session& session) -> Result<bool> {
                auto const view =
                    network::network_view(session, network::all_networks(session).front()).value();
                auto const site = std::ranges::find(view.sites, "Gourdon", &network::SiteRow::commune);
                auto const caf = std::ranges::find(view.groups, "CAF", &network::GroupRow::name);
                auto const line = queue::open_tickets_of(session, caf->group_id);
                return std::ranges::any_of(line, [&](queue::QueueTicket const& ticket) {
                    return ticket.site_id == site->site_id &&
                           queue::free_kiosk_for(session, ticket, clock.now()).has_value();
                });
            })
            .value();
    }

    ManualClock clock{GetParam()};
    std::string folder;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<identity::AccountService> accounts;
};

TEST_P(DemoDay, has_people_whatever_the_day_and_the_hour) {
    (void)live_demo_day(*database, *accounts, clock).value();
    auto const all = expected();
    auto const in = [&](AppointmentState state) {
        return std::ranges::count(all, state, &Appointment::state);
    };
    EXPECT_GE(in(AppointmentState::confirmed), 5);
    EXPECT_GE(waiting(), 6);
}

TEST_P(DemoDay, adds_nobody_when_it_is_started_again) {
    (void)live_demo_day(*database, *accounts, clock).value();
    auto const people = expected().size();
    auto const in_line = waiting();
    clock.advance(std::chrono::minutes(25));
    (void)live_demo_day(*database, *accounts, clock).value();
    EXPECT_EQ(expected().size(), people);
    EXPECT_EQ(waiting(), in_line);
}

TEST_P(DemoDay, lets_an_adviser_call_somebody_at_gourdon_while_bretenoux_keeps_its_kiosk_for_who_booked_it) {
    (void)live_demo_day(*database, *accounts, clock).value();
    for (int minute = 0; minute <= 10; ++minute) {
        EXPECT_TRUE(may_be_called_at_gourdon()) << minute << " minutes later";
        clock.advance(std::chrono::minutes(1));
    }
}

INSTANTIATE_TEST_SUITE_P(Each, DemoDay,
                         ::testing::Values(to_instant({2026, 3, 3}, 609, "Europe/Paris"),  // Tuesday, 10:09
                                           to_instant({2026, 3, 3}, 619, "Europe/Paris"),  // a slot ends
                                           to_instant({2026, 3, 4}, 600, "Europe/Paris"),  // Wednesday, 10:00
                                           to_instant({2026, 3, 1}, 195, "Europe/Paris"),  // Sunday, 3:15
                                           to_instant({2026, 3, 2}, 1400, "Europe/Paris"), // Monday, 23:20
                                           to_instant({2026, 5, 1}, 840, "Europe/Paris"))); // a holiday

} // namespace
} // namespace parvis
