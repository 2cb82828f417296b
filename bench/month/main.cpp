// SPDX-License-Identifier: EUPL-1.2
// parvis-bench-month DATABASE_URL SEED: lives a month of a département of 20 town halls and writes one JSON
// line. Ends with 1 when anybody was lost or doubled, when an answer came that nobody expects, or when the
// judgement does not notice a damage that is done to it on purpose.
#include "bench/month/judgement_store.hpp"
#include "bench/month/simulated_month.hpp"

#include <fmt/core.h>

#include <chrono>

namespace parvis {
namespace {

void print(std::vector<std::string> const& lines) {
    for (auto const& line : lines) {
        fmt::print(stderr, "{}\n", line);
    }
}

int run(std::string const& url, unsigned seed) {
    auto const database = db::Database::open(url, 2, nullptr).value();
    auto const begin = std::chrono::steady_clock::now();
    // March has the change of the clocks, on its last Sunday.
    auto const lived = bench::SimulatedMonth(*database, {2026, 3, 1}, 31, 20, seed).live();
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
    auto const judgement = database
                               ->read([&](db::Session& session) -> Result<bench::Judgement> {
                                   return bench::judge(session, lived.visitors);
                               })
                               .value();
    auto const noticed = bench::try_damages(*database, lived.visitors);
    print(lived.refusals);
    print(judgement.findings);
    print(noticed.unnoticed);
    auto const& ends = judgement.ends;
    fmt::print("{{\"visitors\":{},\"served\":{},\"told\":{},\"unmet\":{},\"absent\":{},\"cancelled\":{},"
               "\"late\":{},\"moved\":{},\"breakdowns\":{},\"ill\":{},\"messages\":{},\"undelivered\":{},"
               "\"doubled\":{},"
               "\"lost\":{},\"unexpected\":{},\"damages_noticed\":\"{} of {}\",\"seconds\":{:.2f}}}\n",
               lived.visitors, ends.served, ends.told, ends.unmet, ends.absent, ends.cancelled, lived.late,
               lived.moved, lived.breakdowns, lived.ill, lived.messages, judgement.undelivered,
               judgement.doubled, judgement.lost, lived.refusals.size(),
               noticed.of - static_cast<int>(noticed.unnoticed.size()), noticed.of, took.count());
    bool const good =
        judgement.doubled == 0 && judgement.lost == 0 && lived.refusals.empty() && noticed.unnoticed.empty();
    return good ? 0 : 1;
}

} // namespace
} // namespace parvis

int main(int count, char** words) {
    if (count != 3) {
        fmt::print(stderr, "usage: parvis-bench-month DATABASE_URL SEED\n");
        return 2;
    }
    try {
        return parvis::run(words[1], static_cast<unsigned>(std::stoul(words[2])));
    } catch (std::exception const& error) {
        fmt::print(stderr, "error: {}\n", error.what());
        return 2;
    }
}
