// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/closure_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::scheduling {
namespace {

constexpr char select_spans[] = "SELECT from_at, to_at FROM body_closure WHERE partner_id = :partner AND "
                                "(group_id IS NULL OR group_id = :group)"
                                " AND to_at > :from_at AND from_at < :to_at ORDER BY from_at";

std::string const body_columns = "SELECT closure_id, network_id, partner_id, COALESCE(group_id, ''), "
                                 "from_at, to_at, reason FROM body_closure";
std::string const select_of_network =
    body_columns +
    " WHERE network_id = :network AND to_at > :from_at AND from_at < :to_at ORDER BY from_at, closure_id";
std::string const select_body_closure = body_columns + " WHERE closure_id = :id";
constexpr char upsert_body_closure[] =
    "INSERT INTO body_closure (closure_id, network_id, partner_id, group_id, from_at, to_at, reason)"
    " VALUES (:id, :network, :partner, NULLIF(:group_id, ''), :from_at, :to_at, :reason)"
    " ON CONFLICT (closure_id) DO UPDATE SET group_id = excluded.group_id, from_at = excluded.from_at,"
    " to_at = excluded.to_at, reason = excluded.reason";
constexpr char delete_body_closure[] = "DELETE FROM body_closure WHERE closure_id = :id";

std::string const place_columns =
    "SELECT closure_id, site_id, COALESCE(room_id, ''), COALESCE(kiosk_id, ''), from_at,"
    " to_at, reason FROM place_closure";
std::string const select_of_site =
    place_columns +
    " WHERE site_id = :site AND to_at > :from_at AND from_at < :to_at ORDER BY from_at, closure_id";
std::string const select_place_closure = place_columns + " WHERE closure_id = :id";
constexpr char upsert_place_closure[] =
    "INSERT INTO place_closure (closure_id, network_id, site_id, room_id, kiosk_id, from_at, to_at, reason)"
    " VALUES (:id, :network, :site, NULLIF(:room, ''), NULLIF(:kiosk, ''), :from_at, :to_at, :reason)"
    " ON CONFLICT (closure_id) DO UPDATE SET room_id = excluded.room_id, kiosk_id = excluded.kiosk_id,"
    " from_at = excluded.from_at, to_at = excluded.to_at, reason = excluded.reason";
constexpr char delete_place_closure[] = "DELETE FROM place_closure WHERE closure_id = :id";

struct BodyRow {
    std::string id;
    std::string network;
    std::string partner;
    std::string group;
    long long from = 0;
    long long to = 0;
    std::string reason;

    BodyClosure closure() const {
        return {db::id_of<ClosureId>(id),
                db::id_of<NetworkId>(network),
                db::id_of<PartnerId>(partner),
                db::optional_id_of<network::AdviserGroupId>(group),
                Instant{from},
                Instant{to},
                reason};
    }
};

struct PlaceRow {
    std::string id;
    std::string site;
    std::string room;
    std::string kiosk;
    long long from = 0;
    long long to = 0;
    std::string reason;

    PlaceClosure closure() const {
        return {db::id_of<ClosureId>(id),
                db::id_of<SiteId>(site),
                db::optional_id_of<network::RoomId>(room),
                db::optional_id_of<KioskId>(kiosk),
                Instant{from},
                Instant{to},
                reason};
    }
};

} // namespace

std::vector<OpenSpan> body_closures(db::Session& session, PartnerId const& partner,
                                    network::AdviserGroupId const& group, Instant from, Instant to) {
    std::vector<OpenSpan> spans;
    long long const after = from.ms;
    long long const before = to.ms;
    long long from_at = 0;
    long long to_at = 0;
    soci::statement rows =
        (session.sql().prepare << select_spans, soci::use(partner.text()), soci::use(group.text()),
         soci::use(after), soci::use(before), soci::into(from_at), soci::into(to_at));
    rows.execute();
    while (rows.fetch()) {
        spans.push_back({Instant{from_at}, Instant{to_at}});
    }
    return spans;
}

std::vector<BodyClosure> body_closures_of(db::Session& session, NetworkId const& network, Instant from,
                                          Instant to) {
    std::vector<BodyClosure> found;
    long long const after = from.ms;
    long long const before = to.ms;
    BodyRow row;
    soci::statement rows =
        (session.sql().prepare << select_of_network, soci::use(network.text()), soci::use(after),
         soci::use(before), soci::into(row.id), soci::into(row.network), soci::into(row.partner),
         soci::into(row.group), soci::into(row.from), soci::into(row.to), soci::into(row.reason));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(row.closure());
    }
    return found;
}

std::optional<BodyClosure> find_body_closure(db::Session& session, ClosureId const& closure) {
    BodyRow row;
    session.sql() << select_body_closure, soci::use(closure.text()), soci::into(row.id),
        soci::into(row.network), soci::into(row.partner), soci::into(row.group), soci::into(row.from),
        soci::into(row.to), soci::into(row.reason);
    return session.sql().got_data() ? std::optional(row.closure()) : std::nullopt;
}

void save_body_closure(db::Session& session, BodyClosure const& closure) {
    std::string const group = closure.group_id ? closure.group_id->text() : "";
    long long const from = closure.from.ms;
    long long const to = closure.to.ms;
    session.sql() << upsert_body_closure, soci::use(closure.closure_id.text()),
        soci::use(closure.network_id.text()), soci::use(closure.partner_id.text()), soci::use(group),
        soci::use(from), soci::use(to), soci::use(closure.reason);
}

void remove_body_closure(db::Session& session, ClosureId const& closure) {
    session.sql() << delete_body_closure, soci::use(closure.text());
}

std::vector<PlaceClosure> place_closures_of(db::Session& session, SiteId const& site, Instant from,
                                            Instant to) {
    std::vector<PlaceClosure> found;
    long long const after = from.ms;
    long long const before = to.ms;
    PlaceRow row;
    soci::statement rows =
        (session.sql().prepare << select_of_site, soci::use(site.text()), soci::use(after), soci::use(before),
         soci::into(row.id), soci::into(row.site), soci::into(row.room), soci::into(row.kiosk),
         soci::into(row.from), soci::into(row.to), soci::into(row.reason));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(row.closure());
    }
    return found;
}

std::optional<PlaceClosure> find_place_closure(db::Session& session, ClosureId const& closure) {
    PlaceRow row;
    session.sql() << select_place_closure, soci::use(closure.text()), soci::into(row.id),
        soci::into(row.site), soci::into(row.room), soci::into(row.kiosk), soci::into(row.from),
        soci::into(row.to), soci::into(row.reason);
    return session.sql().got_data() ? std::optional(row.closure()) : std::nullopt;
}

void save_place_closure(db::Session& session, NetworkId const& network, PlaceClosure const& closure) {
    std::string const room = closure.room_id ? closure.room_id->text() : "";
    std::string const kiosk = closure.kiosk_id ? closure.kiosk_id->text() : "";
    long long const from = closure.from.ms;
    long long const to = closure.to.ms;
    session.sql() << upsert_place_closure, soci::use(closure.closure_id.text()), soci::use(network.text()),
        soci::use(closure.site_id.text()), soci::use(room), soci::use(kiosk), soci::use(from), soci::use(to),
        soci::use(closure.reason);
}

void remove_place_closure(db::Session& session, ClosureId const& closure) {
    session.sql() << delete_place_closure, soci::use(closure.text());
}

} // namespace parvis::scheduling
