// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/place_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

namespace parvis::scheduling {
namespace {

constexpr char select_of_site[] = "SELECT network_id FROM site WHERE site_id = :id";
constexpr char select_of_partner[] = "SELECT network_id FROM partner WHERE partner_id = :id";
constexpr char count_room[] = "SELECT COUNT(*) FROM room WHERE room_id = :id AND site_id = :owner";
constexpr char count_kiosk[] =
    "SELECT COUNT(*) FROM kiosk WHERE kiosk_id = :id AND site_id = :owner AND at_home = 0";
constexpr char count_subject[] = "SELECT COUNT(*) FROM subject WHERE subject = :id AND network_id = :owner";
constexpr char select_regions[] =
    "SELECT DISTINCT holiday_region FROM site WHERE network_id = :id ORDER BY holiday_region";

bool has_row(db::Session& session, char const* query, std::string const& id, std::string const& owner) {
    long long count = 0;
    session.sql() << query, soci::use(id), soci::use(owner), soci::into(count);
    return count > 0;
}

Result<NetworkId> read_network(db::Session& session, char const* query, std::string const& id,
                               char const* unknown) {
    std::string network;
    session.sql() << query, soci::use(id), soci::into(network);
    return session.sql().got_data() ? Result<NetworkId>(db::id_of<NetworkId>(network))
                                    : fail(ErrorCode::not_found, unknown);
}

} // namespace

Result<NetworkId> network_of(db::Session& session, SiteId const& site) {
    return read_network(session, select_of_site, site.text(), "site_unknown");
}

Result<NetworkId> network_of(db::Session& session, PartnerId const& partner) {
    return read_network(session, select_of_partner, partner.text(), "partner_unknown");
}

bool is_at(db::Session& session, network::RoomId const& room, SiteId const& site) {
    return has_row(session, count_room, room.text(), site.text());
}

bool is_at(db::Session& session, KioskId const& kiosk, SiteId const& site) {
    return has_row(session, count_kiosk, kiosk.text(), site.text());
}

bool has_subject(db::Session& session, NetworkId const& network, std::string const& subject) {
    return has_row(session, count_subject, subject, network.text());
}

std::vector<HolidayRegion> holiday_regions_of(db::Session& session, NetworkId const& network) {
    std::vector<HolidayRegion> regions;
    std::string region;
    soci::statement rows =
        (session.sql().prepare << select_regions, soci::use(network.text()), soci::into(region));
    rows.execute();
    while (rows.fetch()) {
        regions.push_back(db::word_of<HolidayRegion>(region));
    }
    return regions;
}

} // namespace parvis::scheduling
