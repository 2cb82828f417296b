// SPDX-License-Identifier: EUPL-1.2
#include "bench/booking/fight.hpp"
#include "bench/booking/filled_ground_store.hpp"
#include "server/scheduling/slots/kept_supply_book_store.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <random>

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr int days = 90;

constexpr int bodies = 11;
constexpr std::size_t named_places = 200;

/// Milliseconds of each search at a random site for a random body, in order of length.
std::vector<double> times(SlotSearchService& service, Ground const& ground, int searches, unsigned seed) {
    std::mt19937 chance(seed);
    std::vector<double> took;
    for (int i = 0; i < searches; ++i) {
        auto const site = ground.sites[chance() % ground.sites.size()];
        auto const motive = ground.bodies[chance() % ground.bodies.size()].motive;
        auto const begin = std::chrono::steady_clock::now();
        (void)service.find({{motive}, Door::kiosk, site, {}, 20}).value();
        std::chrono::duration<double, std::milli> const span = std::chrono::steady_clock::now() - begin;
        took.push_back(span.count());
    }
    std::sort(took.begin(), took.end());
    return took;
}

/// Where to ask over HTTP: ["<site>","<motive>"], ...
std::string some_places(Ground const& ground) {
    std::mt19937 chance(1);
    std::vector<std::string> places;
    for (std::size_t i = 0; i < named_places; ++i) {
        places.push_back(fmt::format("[\"{}\",\"{}\"]", ground.sites[chance() % ground.sites.size()].text(),
                                     ground.bodies[chance() % ground.bodies.size()].motive.text()));
    }
    return fmt::format("{}", fmt::join(places, ","));
}

double share(std::vector<double> const& sorted, double part) {
    auto const at = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
    return sorted[std::min(sorted.size() - 1, at)];
}

} // namespace

int search(std::string const& url, int sites, long long bookings, int runs, int searches) {
    auto const database = open_database(url, 2);
    auto const ground = furnish(*database, {sites, 1, 8, 8, bodies});
    auto const begin = std::chrono::steady_clock::now();
    auto const written = fill(*database, ground, days, bookings);
    std::chrono::duration<double> const filling = std::chrono::steady_clock::now() - begin;
    SystemClock const clock;
    StoredSupplyBook const stored;
    KeptSupplyBook const book(stored);
    SlotSearchService service(*database, clock, book);
    // First each site for the first time, then as it goes on.
    auto const cold = times(service, ground, searches, 1);
    std::vector<double> medians;
    std::vector<double> p99;
    double longest = 0;
    for (int run = 0; run < runs; ++run) {
        auto const warm = times(service, ground, searches, 1);
        medians.push_back(share(warm, 0.5));
        p99.push_back(share(warm, 0.99));
        longest = std::max(longest, warm.back());
    }
    fmt::print("{{\"sites\":{},\"bookings\":{},\"filling_seconds\":{:.1f},\"searches\":{},\"cold\":{},"
               "\"medians\":[{}],\"p99\":[{}],\"longest\":{},\"places\":[{}]}}\n",
               sites, written, filling.count(), searches, share(cold, 0.99), fmt::join(medians, ","),
               fmt::join(p99, ","), longest, some_places(ground));
    return 0;
}

} // namespace parvis::bench
