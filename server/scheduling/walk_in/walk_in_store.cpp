// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/walk_in/walk_in_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/select.hpp"

#include <string>

namespace parvis::scheduling {

namespace {

constexpr char insert_one[] =
    "INSERT INTO walk_in (walk_in_id, network_id, site_id, partner_id, motive_id, guidance, occurred_at,"
    " recorded_at) VALUES (:id, :network, :site, NULLIF(:partner, ''), NULLIF(:motive, ''), :guidance,"
    " :occurred, :recorded) ON CONFLICT (walk_in_id) DO NOTHING";
std::string const select_them =
    "SELECT walk_in_id, site_id, COALESCE(partner_id, ''), COALESCE(motive_id, ''), guidance, occurred_at"
    " FROM walk_in ";

struct WalkInRow {
    std::string id;
    std::string site;
    std::string partner;
    std::string motive;
    std::string guidance;
    long long occurred = 0;

    void bind(soci::statement& st) {
        for (auto* text : {&id, &site, &partner, &motive, &guidance}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(occurred));
    }
    WalkIn value() const {
        return {db::id_of<WalkInId>(id),
                db::id_of<SiteId>(site),
                db::word_of<Guidance>(guidance),
                db::optional_id_of<PartnerId>(partner),
                db::optional_id_of<MotiveId>(motive),
                Instant{occurred}};
    }
};

} // namespace

void insert_walk_in(db::Session& session, NetworkId const& network, WalkIn const& walk_in,
                    Instant recorded_at) {
    std::string const partner = walk_in.partner_id ? walk_in.partner_id->text() : "";
    std::string const motive = walk_in.motive_id ? walk_in.motive_id->text() : "";
    std::string const guidance(json::enum_name(walk_in.guidance));
    long long const occurred = walk_in.occurred_at.ms;
    long long const recorded = recorded_at.ms;
    session.sql() << insert_one, soci::use(walk_in.walk_in_id.text()), soci::use(network.text()),
        soci::use(walk_in.site_id.text()), soci::use(partner), soci::use(motive), soci::use(guidance),
        soci::use(occurred), soci::use(recorded);
}

std::optional<WalkIn> find_walk_in(db::Session& session, WalkInId const& id) {
    return db::first_of(db::select<WalkInRow>(session, select_them + "WHERE walk_in_id = :id", id.text()));
}

std::vector<WalkIn> walk_ins_of(db::Session& session, NetworkId const& network, Instant from, Instant to) {
    return db::select<WalkInRow>(
        session,
        select_them + "WHERE network_id = :network AND occurred_at >= :from_at AND occurred_at < :to_at"
                      " ORDER BY occurred_at, walk_in_id",
        network.text(), from.ms, to.ms);
}

} // namespace parvis::scheduling
