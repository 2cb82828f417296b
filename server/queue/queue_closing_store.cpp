// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_closing_store.hpp"

#include "platform/db/once.hpp"
#include "platform/db/row.hpp"

#include <algorithm>

namespace parvis::queue {

namespace {

constexpr char insert_statement[] =
    "INSERT INTO queue_closing (closing_id, network_id, group_id, site_id, message, closed_by, closed_at, "
    "until_at)"
    " VALUES (:id, :network, :group, NULLIF(:site, ''), :message, :by, :at, :until) ON CONFLICT DO NOTHING";
constexpr char select_closings[] =
    "SELECT COALESCE(site_id, ''), message FROM queue_closing WHERE group_id = :group AND until_at > :now"
    " ORDER BY closed_at, closing_id";
constexpr char select_closed_sites[] =
    "SELECT s.site_id, s.name FROM site s WHERE s.site_id IN (SELECT c.site_id FROM queue_closing c"
    " WHERE c.group_id = :group AND c.until_at > :now)";
constexpr char end_closings[] =
    "UPDATE queue_closing SET until_at = :now WHERE group_id = :group AND until_at > :now_again"
    " AND COALESCE(site_id, '') = :site";

std::string column_of(std::optional<SiteId> const& site) {
    return site ? site->text() : "";
}

} // namespace

bool insert_closing(db::Session& session, Closing const& closing) {
    long long const at = closing.closed_at.ms;
    long long const until = closing.until_at.ms;
    std::string const site = column_of(closing.site_id);
    soci::statement st =
        (session.sql().prepare << insert_statement, soci::use(closing.closing_id.text()),
         soci::use(closing.network_id.text()), soci::use(closing.group_id.text()), soci::use(site),
         soci::use(closing.message), soci::use(closing.closed_by.text()), soci::use(at), soci::use(until));
    st.execute(true);
    return db::changed(st) == 1;
}

Closings closings_of(db::Session& session, AdviserGroupId const& group, Instant now) {
    Closings found;
    std::string site;
    std::string message;
    long long const at = now.ms;
    auto rows = db::once(session, select_closings, soci::use(group.text()), soci::use(at), soci::into(site),
                         soci::into(message));
    rows.execute();
    while (rows.fetch()) {
        if (site.empty()) {
            found.everywhere = message;
        } else {
            found.at.insert_or_assign(db::id_of<SiteId>(site), message);
        }
    }
    return found;
}

std::vector<ClosedSite> closed_sites_of(db::Session& session, AdviserGroupId const& group,
                                        Closings const& closings, Instant now) {
    std::vector<ClosedSite> found;
    if (closings.at.empty()) {
        return found;
    }
    std::string id;
    std::string name;
    long long const at = now.ms;
    auto rows = db::once(session, select_closed_sites, soci::use(group.text()), soci::use(at), soci::into(id),
                         soci::into(name));
    rows.execute();
    while (rows.fetch()) {
        auto const site = db::id_of<SiteId>(id);
        found.push_back({site, name, closings.at.at(site)});
    }
    std::ranges::sort(found, {}, &ClosedSite::name);
    return found;
}

void reopen(db::Session& session, AdviserGroupId const& group, std::optional<SiteId> const& site,
            Instant now) {
    long long const at = now.ms;
    std::string const where = column_of(site);
    session.sql() << end_closings, soci::use(at), soci::use(group.text()), soci::use(at), soci::use(where);
}

} // namespace parvis::queue
