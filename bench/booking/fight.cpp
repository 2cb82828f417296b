// SPDX-License-Identifier: EUPL-1.2
#include "bench/booking/fight.hpp"

#include "bench/booking/ground_store.hpp"
#include "server/scheduling/slots/kept_supply_book_store.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr int clients = 64;
constexpr std::size_t workers = 8; ///< sessions, as a server has
constexpr int slots_of_day = 16;
constexpr int quiet_days = 300; ///< for the rate; the fights are on the days after
constexpr int fought_days = 90;
constexpr std::chrono::milliseconds rate_time{3000};
constexpr std::size_t id_length = 26;

BookingWish wish(Ground const& ground, int day, int slot) {
    auto const from = to_instant(add_days(ground.first_day, day), 480 + 30 * slot, "Europe/Paris");
    return {{AppointmentId::make(SystemClock{}.now()), ground.bodies[0].supplies[0], from, Door::kiosk,
             ground.sites[0]},
            {ground.bodies[0].motive}};
}

/// How often `step(client, round)` succeeded in a second.
template <class Step>
double rate(Step const& step) {
    std::atomic<long> done = 0;
    auto const begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            while (std::chrono::steady_clock::now() - begin < rate_time) {
                done += step(client) ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
    return static_cast<double>(done) / took.count();
}

double booking_rate(AppointmentService& appointments, Ground const& ground) {
    return rate([&](int) {
        thread_local std::mt19937 chance{std::random_device{}()};
        auto const day = 1 + static_cast<int>(chance() % quiet_days);
        auto const one = wish(ground, day, static_cast<int>(chance() % slots_of_day));
        return appointments.book(Requester::citizen(), one, {}).ok();
    });
}

double bare_rate(db::Database& database, Appointment const& example) {
    static std::atomic<long long> number = 0;
    return rate([&](int) { return write_bare(database, example, ++number); });
}

/// Never returns: clients go through the days and take what they can; each booking is told once it came back.
[[noreturn]] void book_until_killed(std::string const& url, Ground const& ground, int pipe, unsigned seed) {
    auto const database = open_database(url, workers);
    SystemClock const clock;
    StoredSupplyBook const stored;
    KeptSupplyBook const book(stored);
    AppointmentService appointments(*database, clock, book);
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            std::mt19937 chance(seed + static_cast<unsigned>(client));
            for (auto step = seed;; ++step) {
                auto const day = quiet_days + 1 + static_cast<int>(step / slots_of_day % fought_days);
                auto const one = wish(ground, day, static_cast<int>(chance() % slots_of_day));
                auto const booked = appointments.book(Requester::citizen(), one, {});
                if (booked && ::write(pipe, booked->appointment_id.text().data(), id_length) !=
                                  static_cast<ssize_t>(id_length)) {
                    ::_exit(1);
                }
            }
        });
    }
    threads.front().join();
    ::_exit(2);
}

/// What one process acknowledged until it was killed, at a random moment of its work.
std::vector<std::string> one_life(std::string const& url, Ground const& ground, std::mt19937& chance) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        throw std::runtime_error("no pipe");
    }
    auto const seed = static_cast<unsigned>(chance());
    auto const most = 1 + static_cast<int>(chance() % 40);
    auto const wait = std::chrono::microseconds(chance() % 20'000);
    pid_t const child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        book_until_killed(url, ground, ends[1], seed);
    }
    ::close(ends[1]);
    std::vector<std::string> told;
    std::array<char, id_length> id{};
    while (::read(ends[0], id.data(), id.size()) == static_cast<ssize_t>(id.size())) {
        told.emplace_back(id.data(), id.size());
        if (static_cast<int>(told.size()) == most) {
            std::this_thread::sleep_for(wait);
            ::kill(child, SIGKILL);
        }
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status)) {
        throw std::runtime_error("the booking process ended by itself");
    }
    return told;
}

} // namespace

int fight(std::string const& url, int runs, int kills) {
    auto database = open_database(url, workers);
    auto const ground = furnish(*database, {});
    std::vector<double> ours;
    std::vector<double> bare;
    std::vector<std::string> told;
    {
        SystemClock const clock;
        StoredSupplyBook const stored;
        KeptSupplyBook const book(stored);
        AppointmentService appointments(*database, clock, book);
        auto const example = appointments.book(Requester::citizen(), wish(ground, 1, 0), {}).value();
        for (int run = 0; run < runs; ++run) {
            ours.push_back(booking_rate(appointments, ground));
            bare.push_back(bare_rate(*database, example));
        }
    }
    // The bare rows overlap one another on purpose; they claim resources of their own.
    drop_bare(*database);
    database.reset();

    std::mt19937 chance(20'260'329);
    for (int life = 0; life < kills; ++life) {
        auto const acknowledged = one_life(url, ground, chance);
        told.insert(told.end(), acknowledged.begin(), acknowledged.end());
    }
    database = open_database(url, 1);
    auto const verdict = judge(*database, told);
    fmt::print("{{\"booked\":[{}],\"bare\":[{}],\"kills\":{},\"acknowledged\":{},\"doubled\":{},\"lost\":{},"
               "\"guard_agrees\":{}}}\n",
               fmt::join(ours, ","), fmt::join(bare, ","), kills, told.size(), verdict.doubled, verdict.lost,
               verdict.guard_agrees);
    return verdict.doubled == 0 && verdict.lost == 0 && verdict.guard_agrees ? 0 : 1;
}

} // namespace parvis::bench
