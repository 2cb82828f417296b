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

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr int days = 90;

} // namespace

int search(std::string const& url, int sites, long long bookings, int searches) {
    auto const database = open_database(url, 2);
    auto const ground = furnish(*database, {sites, 1, 8, 8});
    auto const written = fill(*database, ground, days, bookings);
    SystemClock const clock;
    StoredSupplyBook const stored;
    KeptSupplyBook const book(stored);
    SlotSearchService service(*database, clock, book);
    std::mt19937 chance(20'260'329);
    std::vector<double> took;
    std::size_t found = 0;
    for (int i = 0; i < searches; ++i) {
        auto const site = ground.sites[chance() % ground.sites.size()];
        auto const begin = std::chrono::steady_clock::now();
        found += service.find({{ground.motive}, Door::kiosk, site, {}, 20}).value().size();
        std::chrono::duration<double, std::milli> const span = std::chrono::steady_clock::now() - begin;
        took.push_back(span.count());
    }
    std::sort(took.begin(), took.end());
    auto const at = [&](double share) {
        return took[std::min(took.size() - 1,
                             static_cast<std::size_t>(share * static_cast<double>(took.size())))];
    };
    fmt::print("{{\"sites\":{},\"bookings\":{},\"searches\":{},\"slots\":{},\"median\":{},\"p99\":{},"
               "\"longest\":{}}}\n",
               sites, written, searches, found, at(0.5), at(0.99), took.back());
    return 0;
}

} // namespace parvis::bench
