// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wall_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::queue {

namespace {

constexpr char save_statement[] =
    "INSERT INTO wall_display (wall_id, network_id, site_id, name, secret_hash, made_by, made_at)"
    " VALUES (:wall, :network, :site, :name, :secret, :by, :at) ON CONFLICT (wall_id) DO UPDATE SET"
    " name = excluded.name, secret_hash = excluded.secret_hash, made_by = excluded.made_by,"
    " made_at = excluded.made_at"
    " WHERE wall_display.site_id = excluded.site_id AND wall_display.revoked_at IS NULL";
std::string const select_wall =
    "SELECT wall_id, site_id, name, made_at FROM wall_display WHERE revoked_at IS NULL";
constexpr char revoke_statement[] =
    "UPDATE wall_display SET revoked_at = :now WHERE wall_id = :wall AND revoked_at IS NULL";
constexpr char select_network[] = "SELECT network_id FROM site WHERE site_id = :site";

std::vector<WallView> walls(db::Session& session, std::string const& condition, std::string const& value) {
    std::vector<WallView> found;
    std::string wall;
    std::string site;
    std::string name;
    long long made = 0;
    soci::statement rows = (session.sql().prepare << select_wall + condition, soci::use(value),
                            soci::into(wall), soci::into(site), soci::into(name), soci::into(made));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::id_of<WallId>(wall), db::id_of<SiteId>(site), name, Instant{made}});
    }
    return found;
}

std::optional<WallView> first_of(std::vector<WallView> found) {
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

} // namespace

bool save_wall(db::Session& session, WallRow const& row) {
    long long const at = row.wall.made_at.ms;
    soci::statement st =
        (session.sql().prepare << save_statement, soci::use(row.wall.wall_id.text()),
         soci::use(row.network_id.text()), soci::use(row.wall.site_id.text()), soci::use(row.wall.name),
         soci::use(row.secret_hash), soci::use(row.made_by.text()), soci::use(at));
    st.execute(true);
    return db::changed(st) == 1;
}

std::optional<WallView> find_wall(db::Session& session, WallId const& wall) {
    return first_of(walls(session, " AND wall_id = :wall", wall.text()));
}

std::optional<WallView> wall_opened_by(db::Session& session, std::string const& secret_hash) {
    return first_of(walls(session, " AND secret_hash = :secret", secret_hash));
}

std::vector<WallView> walls_at(db::Session& session, SiteId const& site) {
    return walls(session, " AND site_id = :site ORDER BY made_at DESC, wall_id", site.text());
}

void revoke_wall(db::Session& session, WallId const& wall, Instant now) {
    long long const at = now.ms;
    session.sql() << revoke_statement, soci::use(at), soci::use(wall.text());
}

std::optional<NetworkId> network_of(db::Session& session, SiteId const& site) {
    std::string network;
    session.sql() << select_network, soci::use(site.text()), soci::into(network);
    return session.sql().got_data() ? std::optional(db::id_of<NetworkId>(network)) : std::nullopt;
}

} // namespace parvis::queue
