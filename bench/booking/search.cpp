// SPDX-License-Identifier: EUPL-1.2
#include "bench/booking/fight.hpp"
#include "bench/booking/ground_store.hpp"
#include "server/scheduling/kept_supply_book_store.hpp"
#include "server/scheduling/slot_search_service.hpp"
#include "server/scheduling/stored_supply_book_store.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <random>
#include <sys/resource.h>

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr int days = 90;

/// Milliseconds of each search, in order of length; the same sites each time.
std::vector<double> times(SlotSearchService& service, Ground const& ground, int searches) {
    std::mt19937 chance(20'260'329);
    std::vector<double> took;
    for (int i = 0; i < searches; ++i) {
        auto const site = ground.sites[chance() % ground.sites.size()];
        auto const begin = std::chrono::steady_clock::now();
        (void)service.find({{ground.motive}, Door::kiosk, site, {}, 20}).value();
        std::chrono::duration<double, std::milli> const span = std::chrono::steady_clock::now() - begin;
        took.push_back(span.count());
    }
    std::sort(took.begin(), took.end());
    return took;
}

double share(std::vector<double> const& sorted, double part) {
    auto const at = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
    return sorted[std::min(sorted.size() - 1, at)];
}

long memory_mib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

int search(std::string const& url, int sites, long long bookings, int searches) {
    auto const database = open_database(url, 2);
    auto const ground = furnish(*database, {sites, 1, 8, 8});
    auto const written = fill(*database, ground, days, bookings);
    SystemClock const clock;
    StoredSupplyBook const stored;
    KeptSupplyBook const book(stored);
    SlotSearchService service(*database, clock, book);
    // First each site for the first time, then as it goes on.
    auto const cold = times(service, ground, searches);
    auto const warm = times(service, ground, searches);
    fmt::print(
        "{{\"sites\":{},\"bookings\":{},\"searches\":{},\"cold\":{},\"median\":{},\"p99\":{},\"longest\":{},"
        "\"memory_mib\":{}}}\n",
        sites, written, searches, share(cold, 0.99), share(warm, 0.5), share(warm, 0.99), warm.back(),
        memory_mib());
    return 0;
}

} // namespace parvis::bench
