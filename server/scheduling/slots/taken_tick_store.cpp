// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/taken_tick_store.hpp"

#include "platform/db/sql.hpp"

#include <algorithm>
#include <stdexcept>

namespace parvis::scheduling {

namespace {

constexpr char select_kiosk[] = "SELECT resource_id FROM bookable_resource WHERE kiosk_id = :kiosk";
constexpr char insert_kiosk[] =
    "INSERT INTO bookable_resource (kiosk_id) VALUES (:kiosk) ON CONFLICT DO NOTHING";
constexpr char select_seat[] =
    "SELECT resource_id FROM bookable_resource WHERE supply_id = :supply AND seat = :seat";
constexpr char insert_seat[] =
    "INSERT INTO bookable_resource (supply_id, seat) VALUES (:supply, :seat) ON CONFLICT DO NOTHING";
constexpr char delete_ticks[] =
    "DELETE FROM taken_tick WHERE resource_id = :resource AND tick >= :from_tick AND tick < :to_tick";
constexpr char delete_tick[] = "DELETE FROM taken_tick WHERE resource_id = :resource AND tick = :tick";
constexpr char select_ticks[] = "SELECT tick FROM taken_tick"
                                " WHERE resource_id = :resource AND tick >= :from_tick AND tick < :to_tick"
                                " ORDER BY tick";
constexpr char select_seats[] =
    "SELECT r.seat, t.tick FROM bookable_resource r JOIN taken_tick t ON t.resource_id = r.resource_id"
    " WHERE r.supply_id = :supply AND t.tick >= :from_tick AND t.tick < :to_tick ORDER BY r.seat, t.tick";
constexpr char delete_old[] = "DELETE FROM taken_tick WHERE tick < :before AND resource_id = :resource";
constexpr char select_newest[] = "SELECT COALESCE(MAX(resource_id), 0) FROM bookable_resource";

/// Resources whose past is deleted in one transaction: it must not keep others waiting.
constexpr ResourceNumber resources_at_once = 200;
constexpr int rows_at_once = 200;

std::optional<ResourceNumber> find(db::Session& session, KioskId const& kiosk) {
    ResourceNumber number = 0;
    session.sql() << select_kiosk, soci::use(kiosk.text()), soci::into(number);
    return session.sql().got_data() ? std::optional(number) : std::nullopt;
}

std::optional<ResourceNumber> find(db::Session& session, Seat const& seat) {
    ResourceNumber number = 0;
    session.sql() << select_seat, soci::use(seat.first.text()), soci::use(seat.second), soci::into(number);
    return session.sql().got_data() ? std::optional(number) : std::nullopt;
}

/// "INSERT ... VALUES (7, 1), (7, 2) ..." of numbers alone: one statement for a whole interview.
std::string insert_ticks(ResourceNumber resource, TickRange ticks) {
    std::string text = "INSERT INTO taken_tick (resource_id, tick) VALUES ";
    auto const number = std::to_string(resource);
    for (auto tick = ticks.from; tick < ticks.to; ++tick) {
        text += tick == ticks.from ? "(" : ", (";
        text += number + ", " + std::to_string(tick) + ")";
    }
    return text + " ON CONFLICT DO NOTHING RETURNING tick";
}

std::vector<long long> insert(db::Session& session, ResourceNumber resource, TickRange ticks) {
    std::vector<long long> inserted(static_cast<std::size_t>(ticks.count()));
    session.sql() << insert_ticks(resource, ticks), soci::into(inserted);
    return inserted;
}

std::vector<Tick> read_ticks(db::Session& session, std::optional<ResourceNumber> resource, TickRange within) {
    std::vector<Tick> taken;
    if (!resource) {
        return taken;
    }
    long long const from = within.from;
    long long const to = within.to;
    std::vector<long long> rows(rows_at_once);
    soci::statement st = (session.sql().prepare << select_ticks, soci::use(*resource), soci::use(from),
                          soci::use(to), soci::into(rows));
    st.execute();
    while (st.fetch()) {
        taken.insert(taken.end(), rows.begin(), rows.end());
        rows.resize(rows_at_once);
    }
    return taken;
}

} // namespace

ResourceNumber resource_of(db::Session& session, KioskId const& kiosk) {
    if (auto const known = find(session, kiosk)) {
        return *known;
    }
    session.sql() << insert_kiosk, soci::use(kiosk.text());
    return find(session, kiosk).value();
}

ResourceNumber resource_of(db::Session& session, Seat const& seat) {
    if (auto const known = find(session, seat)) {
        return *known;
    }
    session.sql() << insert_seat, soci::use(seat.first.text()), soci::use(seat.second);
    return find(session, seat).value();
}

bool take(db::Session& session, ResourceNumber resource, TickRange ticks) {
    auto const inserted = insert(session, resource, ticks);
    if (static_cast<Tick>(inserted.size()) == ticks.count()) {
        return true;
    }
    for (long long const tick : inserted) {
        session.sql() << delete_tick, soci::use(resource), soci::use(tick);
    }
    return false;
}

void give_back(db::Session& session, ResourceNumber resource, TickRange ticks) {
    long long const from = ticks.from;
    long long const to = ticks.to;
    soci::statement st =
        (session.sql().prepare << delete_ticks, soci::use(resource), soci::use(from), soci::use(to));
    st.execute(true);
    if (db::changed(st) != ticks.count()) {
        throw std::logic_error("an appointment gave back a place that it did not have");
    }
}

std::vector<Tick> taken_of(db::Session& session, KioskId const& kiosk, TickRange within) {
    return read_ticks(session, find(session, kiosk), within);
}

std::map<Seat, std::vector<Tick>> taken_of(db::Session& session, SupplyId const& supply, TickRange within) {
    std::map<Seat, std::vector<Tick>> taken;
    long long const from = within.from;
    long long const to = within.to;
    std::vector<int> seats(rows_at_once);
    std::vector<long long> ticks(rows_at_once);
    soci::statement st = (session.sql().prepare << select_seats, soci::use(supply.text()), soci::use(from),
                          soci::use(to), soci::into(seats), soci::into(ticks));
    st.execute();
    while (st.fetch()) {
        for (std::size_t row = 0; row < seats.size(); ++row) {
            taken[{supply, seats[row]}].push_back(ticks[row]);
        }
        seats.resize(rows_at_once);
        ticks.resize(rows_at_once);
    }
    return taken;
}

std::optional<ResourceNumber> forget_ticks(db::Session& session, Tick before, ResourceNumber after) {
    ResourceNumber newest = 0;
    session.sql() << select_newest, soci::into(newest);
    long long const limit = before;
    // One by one: the key begins with the resource.
    for (auto number = after + 1; number <= std::min(after + resources_at_once, newest); ++number) {
        session.sql() << delete_old, soci::use(limit), soci::use(number);
    }
    auto const last = after + resources_at_once;
    return last < newest ? std::optional(last) : std::nullopt;
}

} // namespace parvis::scheduling
