// SPDX-License-Identifier: EUPL-1.2
#include "bench/booking/filled_ground_store.hpp"

#include "platform/db/sql.hpp"
#include "platform/time/zone.hpp"
#include "server/scheduling/slots/taken_tick_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <random>

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr char paris[] = "Europe/Paris";
constexpr int slots_of_day = 16;
constexpr int first_minute = 480;
constexpr int slot_minutes = 30;
constexpr int minutes_taken = 25;
constexpr int preparation = 5;
constexpr int at_once = 400;               ///< bookings in one statement
constexpr std::size_t sites_at_once = 100; ///< in one transaction

/// "INSERT INTO ... VALUES (...), (...)": made of ids and numbers of our own.
class Rows {
  public:
    explicit Rows(std::string head) : head_(std::move(head)) {}
    void add(std::string const& row) { text_ += text_.empty() ? head_ + row : "," + row; }
    void write(db::Session& session) {
        if (!text_.empty()) {
            session.sql() << text_;
            text_.clear();
        }
    }

  private:
    std::string head_;
    std::string text_;
};

class Filler {
  public:
    Filler(Ground const& ground, int days, long long count)
        : ground_(ground), days_(days),
          share_(static_cast<double>(count) /
                 (static_cast<double>(ground.sites.size()) * days * slots_of_day)),
          block_((ground.sites.size() + ground.bodies.front().supplies.size() - 1) /
                 ground.bodies.front().supplies.size()),
          now_(SystemClock{}.now()) {
        for (int day = 0; day < days; ++day) {
            mornings_.push_back(to_instant(add_days(ground.first_day, day), first_minute, paris));
        }
    }

    void fill_site(db::Session& session, std::size_t site) {
        auto const kiosk = resource_of(session, ground_.kiosks[site]);
        std::vector<ResourceNumber> seats;
        // Each site of a block has a seat of its own, so that no two of them can meet.
        auto const seat = static_cast<int>(site % block_);
        for (auto const& body : ground_.bodies) {
            seats.push_back(resource_of(session, Seat{body.supplies[site / block_], seat}));
        }
        for (int day = 0; day < days_; ++day) {
            for (int slot = 0; slot < slots_of_day; ++slot) {
                if (std::bernoulli_distribution(share_)(chance_)) {
                    auto const body = chance_() % ground_.bodies.size();
                    auto const from =
                        mornings_[static_cast<std::size_t>(day)] + std::chrono::minutes(slot_minutes * slot);
                    book(site, body, seat, from);
                    take(seats[body], ticks_of(from, from + std::chrono::minutes(minutes_taken)));
                    take(kiosk, ticks_of(from, from + std::chrono::minutes(minutes_taken + preparation)));
                    if (++written % at_once == 0) {
                        write(session);
                    }
                }
            }
        }
    }
    void write(db::Session& session) {
        appointments_.write(session);
        motives_.write(session);
        events_.write(session);
        ticks_.write(session);
    }

    long long written = 0;

  private:
    void book(std::size_t site, std::size_t number, int seat, Instant from) {
        auto const& body = ground_.bodies[number];
        auto const id =
            AppointmentId::make(now_ - std::chrono::hours(24) + std::chrono::milliseconds(written));
        appointments_.add(fmt::format("('{}','{}','{}','{}','{}',{},'{}','{}','kiosk',{},{},{},'confirmed',1,"
                                      "'{:010}',0,0,'fr',{},{},{})",
                                      id.text(), ground_.network.text(), body.partner.text(),
                                      body.group.text(), body.supplies[site / block_].text(), seat,
                                      ground_.sites[site].text(), ground_.kiosks[site].text(), from.ms,
                                      minutes_taken, preparation, written, now_.ms, now_.ms, now_.ms));
        motives_.add(fmt::format("('{}',0,'{}')", id.text(), body.motive.text()));
        // Told already: a server that is measured shall not be busy with telling two million people.
        events_.add(fmt::format("('{0}','confirmed','{1}','{0}',0,{2},{2})", id.text(),
                                ground_.network.text(), now_.ms));
    }
    void take(ResourceNumber resource, TickRange ticks) {
        for (auto tick = ticks.from; tick < ticks.to; ++tick) {
            ticks_.add(fmt::format("({},{})", resource, tick));
        }
    }

    Ground const& ground_;
    int days_;
    double share_;
    std::size_t block_;
    Instant now_;
    std::vector<Instant> mornings_;
    std::mt19937 chance_{20'260'329};
    Rows appointments_{
        "INSERT INTO appointment (appointment_id, network_id, partner_id, group_id, supply_id,"
        " seat, site_id, kiosk_id, door, starts_at, minutes, preparation_minutes, state, revision,"
        " code, companions, note_is_confidential, language, created_at, confirmed_at, recorded_at)"
        " VALUES "};
    Rows motives_{"INSERT INTO appointment_motive (appointment_id, position, motive_id) VALUES "};
    Rows events_{"INSERT INTO appointment_event (appointment_id, kind, network_id, root_id, sequence,"
                 " occurred_at, spread_at) VALUES "};
    Rows ticks_{"INSERT INTO taken_tick (resource_id, tick) VALUES "};
};

} // namespace

long long fill(db::Database& database, Ground const& ground, int days, long long count) {
    Filler filler(ground, days, count);
    for (std::size_t first = 0; first < ground.sites.size(); first += sites_at_once) {
        database
            .write([&](db::Session& session) -> Result<void> {
                auto const last = std::min(first + sites_at_once, ground.sites.size());
                for (auto site = first; site < last; ++site) {
                    filler.fill_site(session, site);
                }
                filler.write(session);
                return {};
            })
            .value();
    }
    return filler.written;
}

} // namespace parvis::bench
