// SPDX-License-Identifier: EUPL-1.2
// parvis-bench-call-next DATABASE_URL CALLS: 5,000 people wait at 600 sites for one group of 500 advisers,
// who call through as many workers as a server has. Each call is timed from the use case to its answer, its
// commit included; between two calls an adviser finishes with somebody, and somebody else comes. Writes one
// JSON line.
#include "platform/crypto/crypto.hpp"
#include "platform/db/database.hpp"
#include "server/identity/account_service.hpp"
#include "server/migrations/migrations.hpp"
#include "server/network/furnish_store.hpp"
#include "server/queue/line_order.hpp"
#include "server/queue/queue_service.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <thread>

namespace parvis {
namespace {

constexpr int sites = 600;
constexpr int people = 5'000;
constexpr int advisers = 500;
constexpr int workers = 4;
constexpr std::chrono::milliseconds between_calls{40};

using queue::QueueTicket;
using queue::TicketActId;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Place {
    SiteId site_id;
    OfferId offer_id;
};

class Town {
  public:
    explicit Town(std::string const& url)
        : database(db::Database::open(url, workers, nullptr).value()), queue(*database, clock, feed) {
        database->migrate(server_migrations(), std::filesystem::temp_directory_path().string()).value();
        furnish();
        hire();
    }

    std::unique_ptr<db::Database> database;
    ManualClock clock{{1'772'614'800'000}}; // Wednesday 4 March 2026, 10:00 in Paris
    interview::ChangeFeed feed;
    queue::QueueService queue;
    std::vector<identity::Caller> staff;

    /// Somebody comes to one of the sites; a fifth of them with an appointment around now.
    void come(db::Session& session, std::mt19937& random) {
        auto const& place = places_[random() % places_.size()];
        auto const now = clock.now();
        QueueTicket ticket;
        ticket.ticket_id = queue::TicketId::make(now);
        ticket.network_id = network_;
        ticket.site_id = place.site_id;
        ticket.offer_id = place.offer_id;
        ticket.partner_id = partner_;
        ticket.group_id = group_;
        ticket.subject = "family";
        ticket.day = {2026, 3, 4};
        ticket.number = queue::give_number(session, place.site_id, ticket.day, std::nullopt);
        ticket.state = queue::TicketState::waiting;
        ticket.arrived_at = now - std::chrono::seconds(random() % 3'600);
        if (random() % 5 == 0) {
            ticket.appointment_id = scheduling::AppointmentId::make(now);
            ticket.appointment_at = now + std::chrono::minutes(random() % 60) - std::chrono::minutes(30);
        }
        ticket.place_at = queue::place_for(
            ticket.arrived_at, queue::last_place(session, group_, ticket.site_id, ticket.arrived_at));
        queue::insert_ticket(session, ticket, now);
    }
    void write(std::function<void(db::Session&)> const& change) {
        while (!database->write([&](db::Session& session) -> Result<void> {
            change(session);
            return {};
        })) {
        }
    }
    int open_tickets() {
        auto const open = database->read([&](db::Session& session) -> Result<std::vector<QueueTicket>> {
            return queue::open_tickets_of(session, group_);
        });
        return static_cast<int>(open->size());
    }

  private:
    void furnish() {
        auto const now = clock.now();
        network_ = NetworkId::make(now);
        partner_ = PartnerId::make(now);
        group_ = network::AdviserGroupId::make(now);
        auto const territory = network::TerritoryId::make(now);
        write([&](db::Session& session) {
            places_.clear();
            network::add_network(session, {network_, "Mesure", "Europe/Paris", false});
            network::add_territory(session, network_, territory, "Mesure");
            network::add_subject(session, network_, {"family", {"Ma famille", "My family"}, "family", 1});
            network::add_partner(session, network_, {partner_, "CAF", {"CAF", "CAF"}});
            network::add_group(session, network_, partner_, group_, "CAF");
            for (int i = 0; i < sites; ++i) {
                add_place(session, territory, "Mairie " + std::to_string(i));
            }
        });
        std::mt19937 random(1);
        write([&](db::Session& session) {
            for (int i = 0; i < people; ++i) {
                come(session, random);
            }
        });
    }
    void add_place(db::Session& session, network::TerritoryId const& territory, std::string const& name) {
        auto const now = clock.now();
        Place const place{SiteId::make(now), OfferId::make(now)};
        network::add_site(session, network_, territory,
                          {place.site_id, name, name, "1 place", "05 65 00 00 00", "Europe/Paris", {}});
        network::add_kiosk(session, network_, place.site_id, network::RoomId::make(now),
                           {KioskId::make(now), "Borne", "Salle"});
        network::Offer offer;
        offer.offer_id = place.offer_id;
        offer.network_id = network_;
        offer.site_id = place.site_id;
        offer.partner_id = partner_;
        offer.group_id = group_;
        offer.subject = "family";
        network::add_offer(session, offer);
        places_.push_back(place);
    }
    void hire() {
        identity::AccountService accounts(
            *database, clock, [](identity::SignedOut const&) {}, crypto::test_password_cost);
        for (int i = 0; i < advisers; ++i) {
            auto const name = "a" + std::to_string(i);
            identity::NewAccount wanted{name + "@exemple.fr",
                                        name,
                                        "fr",
                                        "une phrase assez longue",
                                        network_,
                                        identity::Role::adviser,
                                        partner_,
                                        std::nullopt,
                                        {group_}};
            auto const view = accounts.create_from_console(wanted).value();
            staff.push_back({view.account_id, view.name, view.language, view.memberships});
        }
    }

    NetworkId network_;
    PartnerId partner_;
    network::AdviserGroupId group_;
    std::vector<Place> places_;
};

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
void call(Town& town, Tally& tally, Job const& job) {
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
void finish(Town& town, identity::Caller const& adviser, std::mt19937& random) {
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

void work(Town& town, Tally& tally, std::vector<Job> const& jobs, std::atomic<std::size_t>& next,
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
    Town town(url);
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
    auto const lost = people - town.open_tickets();
    fmt::print("{{\"p50_ms\":{:.3f},\"p99_ms\":{:.3f},\"most_ms\":{:.3f},\"calls\":{},\"repeated\":{},"
               "\"doubled\":{},"
               "\"lost\":{},\"positions_ms\":{:.3f},\"waiting\":{}}}\n",
               at(tally.waits, 0.5), at(tally.waits, 0.99), tally.waits.back(), tally.waits.size(),
               tally.busy.load(), doubled, lost, positions.count(), seen.lines.at(0).waiting);
    return 0;
}

} // namespace
} // namespace parvis

int main(int count, char** words) {
    if (count != 3) {
        fmt::print(stderr, "usage: parvis-bench-call-next DATABASE_URL CALLS\n");
        return 2;
    }
    return parvis::run(words[1], std::stoi(words[2]));
}
