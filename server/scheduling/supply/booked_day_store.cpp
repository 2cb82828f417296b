// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/supply/booked_day_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::scheduling {
namespace {

// By group, because appointments are found by their group and time.
constexpr char select_seats[] =
    "SELECT a.supply_id, a.partner_id, COALESCE(a.site_id, ''), a.starts_at, a.minutes, a.state FROM "
    "adviser_group g"
    " JOIN appointment a ON a.group_id = g.group_id AND a.starts_at >= :from_at AND a.starts_at < :to_at"
    " WHERE g.network_id = :network AND (g.partner_id = :partner OR :any_partner = 1) AND a.seat IS NOT NULL"
    " AND a.state <> 'held'"
    " ORDER BY a.starts_at, a.appointment_id";

} // namespace

std::vector<BookedSeat> booked_seats(db::Session& session, NetworkId const& network,
                                     std::optional<PartnerId> const& partner, Instant from, Instant to) {
    std::vector<BookedSeat> found;
    std::string const wanted = partner ? partner->text() : "";
    int const any_partner = partner ? 0 : 1;
    long long const after = from.ms;
    long long const before = to.ms;
    std::string supply;
    std::string body;
    std::string site;
    std::string state;
    long long starts_at = 0;
    int minutes = 0;
    soci::statement rows =
        (session.sql().prepare << select_seats, soci::use(after), soci::use(before),
         soci::use(network.text()), soci::use(wanted), soci::use(any_partner), soci::into(supply),
         soci::into(body), soci::into(site), soci::into(starts_at), soci::into(minutes), soci::into(state));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::id_of<SupplyId>(supply), db::id_of<PartnerId>(body),
                         db::optional_id_of<SiteId>(site), Instant{starts_at}, minutes, state == "no_show"});
    }
    return found;
}

} // namespace parvis::scheduling
