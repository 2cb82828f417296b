// SPDX-License-Identifier: EUPL-1.2
// parvis-bench-call-next call DATABASE_URL CALLS: 5,000 people wait at 600 sites for one group of 500
// advisers, who call through as many workers as a server has. Each call is timed from the use case to its
// answer, its commit included; between two calls an adviser finishes with somebody, and somebody else comes.
// Writes one JSON line. parvis-bench-call-next furnish DATABASE_URL KEY...: the same line at 200 sites
// with a screen and a kiosk each, for a server to be started on; writes what opens the links of all advisers
// and screens, and the kiosks, which are paired with the given public keys.
#include "bench/queue/queue_town_store.hpp"
#include "server/queue/queue_store.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <thread>

namespace parvis {
namespace {

constexpr bench::QueueTownSize whole_town;
constexpr int advisers = whole_town.advisers;
constexpr int workers = 4;
/// Of the server that is measured with consoles and screens.
constexpr int screens = 200;
constexpr std::chrono::milliseconds between_calls{40};

using bench::QueueTown;
using queue::TicketActId;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Tally {
    std::mutex mutex;
    std::vector<double> waits;
    std::map<queue::TicketId, int> calls;
    std::atomic<int> busy{0};
};

/// One call, or one "finish", wanted at a moment.
struct Job {
    std::chrono::steady_clock::time_point wanted_at;
    std::size_t adviser = 0;
    bool is_call = false;
};

/// A call as a page makes it: repeated under its id when too many collided.
void call(QueueTown& town, Tally& tally, Job const& job) {
    queue::CallNext const wish{TicketActId::make(town.clock.now()), std::nullopt};
    auto next = town.queue.call_next(town.staff[job.adviser], wish);
    while (!next) {
        ++tally.busy;
        next = town.queue.call_next(town.staff[job.adviser], wish);
    }
    Milliseconds const took = std::chrono::steady_clock::now() - job.wanted_at;
    std::lock_guard const lock(tally.mutex);
    if (!next->ticket) {
        throw std::runtime_error("nobody was called although people wait at sites with a free kiosk");
    }
    tally.waits.push_back(took.count());
    ++tally.calls[next->ticket->ticket_id];
}

/// What happens between two calls of one adviser.
void finish(QueueTown& town, identity::Caller const& adviser, std::mt19937& random) {
    town.write([&](db::Session& session) {
        queue::take_turn(session);
        auto const held = queue::held_by(session, adviser.account_id);
        if (held) {
            auto ticket =
                queue::finished(queue::met(*held, town.clock.now()).value(), town.clock.now()).value();
            ticket.revision = held->revision + 1;
            queue::save_ticket(session, ticket);
            town.come(session, random);
        }
    });
}

/// All advisers call in turn; before their next call they finish, two seconds earlier.
std::vector<Job> plan(int calls) {
    std::mt19937 random(7);
    std::vector<Job> jobs;
    auto const start = std::chrono::steady_clock::now();
    for (int i = 0; i < calls; ++i) {
        auto const jitter = std::chrono::milliseconds(random() % 1'000);
        auto const at = start + std::chrono::seconds(2) + between_calls * i + jitter;
        auto const adviser = static_cast<std::size_t>(i % advisers);
        if (i >= advisers) {
            jobs.push_back({at - std::chrono::seconds(2), adviser, false});
        }
        jobs.push_back({at, adviser, true});
    }
    std::ranges::sort(jobs, {}, &Job::wanted_at);
    return jobs;
}

void work(QueueTown& town, Tally& tally, std::vector<Job> const& jobs, std::atomic<std::size_t>& next,
          unsigned seed) {
    std::mt19937 random(seed);
    for (auto number = next++; number < jobs.size(); number = next++) {
        auto const& job = jobs[number];
        std::this_thread::sleep_until(job.wanted_at);
        if (job.is_call) {
            call(town, tally, job);
        } else {
            finish(town, town.staff[job.adviser], random);
        }
    }
}

double at(std::vector<double> const& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

int run(std::string const& url, int calls) {
    // Wednesday 4 March 2026, 10:00 in Paris.
    QueueTown town(url, {1'772'614'800'000}, whole_town, workers);
    Tally tally;
    std::vector<std::thread> threads;
    auto const jobs = plan(calls);
    std::atomic<std::size_t> next{0};
    for (unsigned worker = 0; worker < workers; ++worker) {
        threads.emplace_back([&, worker] { work(town, tally, jobs, next, worker + 2); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    auto const before = std::chrono::steady_clock::now();
    auto const seen = town.queue.lines_of(town.staff[0]).value();
    Milliseconds const positions = std::chrono::steady_clock::now() - before;

    std::ranges::sort(tally.waits);
    auto const doubled = std::ranges::count_if(tally.calls, [](auto const& one) { return one.second > 1; });
    // Whenever somebody is finished with, somebody comes: as many are there as at first.
    auto const lost = whole_town.people - town.open_tickets();
    fmt::print("{{\"p50_ms\":{:.3f},\"p99_ms\":{:.3f},\"most_ms\":{:.3f},\"calls\":{},\"repeated\":{},"
               "\"doubled\":{},"
               "\"lost\":{},\"positions_ms\":{:.3f},\"waiting\":{}}}\n",
               at(tally.waits, 0.5), at(tally.waits, 0.99), tally.waits.back(), tally.waits.size(),
               tally.busy.load(), doubled, lost, positions.count(), seen.lines.at(0).waiting);
    return 0;
}

/// For a server that is started on it afterwards: whose browsers and screens may open links.
int furnish(std::string const& url, std::vector<std::string> const& public_keys) {
    QueueTown town(url, SystemClock{}.now(), {screens, whole_town.people, advisers}, workers);
    town.pair_kiosks(public_keys);
    std::vector<std::string> kiosks;
    std::ranges::transform(town.kiosks, std::back_inserter(kiosks), &KioskId::text);
    fmt::print("{{\"consoles\":[\"{}\"],\"screens\":[\"{}\"],\"kiosks\":[\"{}\"]}}\n",
               fmt::join(town.sign_in(advisers), "\",\""), fmt::join(town.hang_up_screens(screens), "\",\""),
               fmt::join(kiosks, "\",\""));
    return 0;
}

} // namespace
} // namespace parvis

int main(int count, char** words) {
    if (count > 3 && std::string_view(words[1]) == "furnish") {
        return parvis::furnish(words[2], {words + 3, words + count});
    }
    if (count != 4 || std::string_view(words[1]) != "call") {
        fmt::print(stderr, "usage: parvis-bench-call-next call DATABASE_URL CALLS\n"
                           "       parvis-bench-call-next furnish DATABASE_URL KEY...\n");
        return 2;
    }
    return parvis::run(words[2], std::stoi(words[3]));
}
