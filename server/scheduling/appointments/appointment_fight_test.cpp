// SPDX-License-Identifier: EUPL-1.2
// Many want the same places at the same moment, and a process that is killed while it books.
#include "platform/db/sql.hpp"
#include "server/migrations/migrations.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/appointments/test_book.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <map>
#include <set>
#include <sys/wait.h>
#include <thread>

namespace parvis::scheduling {
namespace {

using namespace testing_support;

class Fight : public ::testing::TestWithParam<parvis::testing::Engine> {
  protected:
    static Visitor reachable() {
        Visitor visitor;
        visitor.telephone = "06 12 34 56 78";
        return visitor;
    }
    /// The slots of the first day, and of more.
    BookingWish wish(TestBook const& book, int slot, int day = 0) const {
        auto const from = to_instant(add_days(first_day, day), 480 + 30 * slot, "Europe/Paris");
        return {{AppointmentId::make(world.clock.now()), book.supply, from, Door::telephone, {}},
                {book.motive}};
    }

    /// Never returns: books one slot after another and tells the id of each on the pipe once it came back.
    [[noreturn]] void book_until_killed(TestBook const& book, int pipe, int first) {
        try {
            auto const database = db::Database::open(world.url(), 1, nullptr).value();
            AppointmentService appointments(*database, world.clock, book);
            for (int slot = first; slot < 8 * days; ++slot) {
                auto const booked =
                    appointments.book(Requester::citizen(), wish(book, slot % 8, slot / 8), reachable());
                auto const told = booked ? booked->appointment_id.text() : std::string(26, '-');
                if (::write(pipe, told.data(), told.size()) != static_cast<ssize_t>(told.size())) {
                    ::_exit(1);
                }
            }
            ::_exit(3);
        } catch (...) {
            ::_exit(2);
        }
    }

    static std::vector<std::string> kill_after(pid_t child, int pipe, int count) {
        std::vector<std::string> told;
        std::array<char, 26> id{};
        while (::read(pipe, id.data(), id.size()) == static_cast<ssize_t>(id.size())) {
            told.emplace_back(id.data(), id.size());
            if (--count == 0) {
                ::kill(child, SIGKILL);
            }
        }
        return told;
    }

    static constexpr int days = 40;
    LocalDate const first_day{2026, 3, 5};
    parvis::testing::World world{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Each, Fight, ::testing::ValuesIn(parvis::testing::engines()),
                         [](auto const& one) { return parvis::testing::engine_name(one.param); });

TEST_P(Fight, for_the_last_slots_of_a_day_is_won_by_one_each_and_nobody_who_was_told_yes_is_lost) {
    constexpr int clients = 12;
    constexpr int slots = 8;
    constexpr int seats = 2;
    TestBook const book{world, first_day, 1, seats};
    AppointmentService appointments(world.database(), world.clock, book);
    std::array<std::vector<AppointmentId>, clients> told;
    std::atomic<int> refused = 0;
    std::atomic<int> unexpected = 0;
    std::vector<std::thread> threads;
    threads.reserve(clients);
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            for (int slot = 0; slot < slots; ++slot) {
                auto const one = wish(book, slot);
                auto const booked = appointments.book(Requester::citizen(), one, reachable());
                if (booked) {
                    told[static_cast<std::size_t>(client)].push_back(booked->appointment_id);
                } else {
                    ++(booked.error().reason == "slot_taken" ? refused : unexpected);
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::set<AppointmentId> all;
    for (auto const& of_one : told) {
        all.insert(of_one.begin(), of_one.end());
    }
    EXPECT_EQ(unexpected, 0);
    EXPECT_EQ(all.size(), static_cast<std::size_t>(slots * seats)) << "each place is given, and given once";
    EXPECT_EQ(refused, clients * slots - slots * seats);
    EXPECT_EQ(number(world.database(), "SELECT COUNT(*) FROM appointment WHERE state = 'confirmed'"),
              slots * seats);
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

TEST_P(Fight, over_moving_cancelling_and_expiring_leaves_the_guard_exactly_as_the_appointments_say) {
    constexpr int clients = 6;
    TestBook const book{world, first_day, 1, 1};
    AppointmentService appointments(world.database(), world.clock, book);
    std::vector<std::thread> threads;
    threads.reserve(clients);
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            for (int step = 0; step < 20; ++step) {
                auto const held = appointments.hold(Requester::citizen(), wish(book, (client + step) % 8));
                if (!held) {
                    continue;
                }
                auto const by = Requester::citizen(held->code);
                if (step % 3 == 0) {
                    world.clock.advance(std::chrono::minutes(2));
                    continue;
                }
                (void)appointments.confirm(by, held->appointment_id, {});
                auto const moved =
                    appointments.move(by, held->appointment_id, wish(book, (step * 5) % 8).slot);
                auto const& last = moved ? moved->appointment_id : held->appointment_id;
                (void)appointments.cancel(by, last, CancelReason::no_longer_needed);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(fault_of_guard(world.database()), "");
    world.clock.advance(std::chrono::minutes(10));
    (void)appointments.release_expired().value();
    EXPECT_EQ(fault_of_guard(world.database()), "");
}

TEST_P(Fight, against_kill_nine_loses_no_booking_that_was_told_and_keeps_no_half_of_one) {
    TestBook const book{world, first_day, days, 1};
    std::vector<std::string> told;
    for (int round = 0; round < 4; ++round) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        auto const first = static_cast<int>(told.size()) + round;
        pid_t const child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            book_until_killed(book, ends[1], first);
        }
        ::close(ends[1]);
        auto const acknowledged = kill_after(child, ends[0], 10 + round * 7);
        ::close(ends[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);
        told.insert(told.end(), acknowledged.begin(), acknowledged.end());

        auto const database = db::Database::open(world.url(), 1, nullptr).value();
        auto const lost = database->read([&](db::Session& session) -> Result<int> {
            int missing = 0;
            for (auto const& id : told) {
                auto const known = AppointmentId::parse(id);
                missing += known && find_appointment(session, *known) ? 0 : 1;
            }
            return missing;
        });
        EXPECT_EQ(lost.value(), 0) << "of " << told.size();
        EXPECT_EQ(fault_of_guard(*database), "");
        auto const rows = number(*database, "SELECT COUNT(*) FROM appointment");
        EXPECT_LE(rows, static_cast<long long>(told.size()) + round + 1)
            << "only those whose acknowledgement was under way may be there besides";
        EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM appointment_motive"), rows);
    }
}

} // namespace
} // namespace parvis::scheduling
