// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/motives/motive_shared_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

#include <functional>

namespace parvis::scheduling {
namespace {

std::string const columns =
    "SELECT motive_id, network_id, partner_id, subject, label_fr, label_en, acronym, duration_minutes,"
    " notice_least_minutes, notice_most_days, cancellation_limit_minutes FROM motive";
std::string const select_motive = columns + " WHERE motive_id = :id";
std::string const select_of_network =
    columns + " WHERE network_id = :network AND ended_at IS NULL ORDER BY subject, label_fr, motive_id";
std::string const select_of_subject = columns + " WHERE network_id = :network AND subject = :subject AND "
                                                "ended_at IS NULL ORDER BY subject, label_fr, motive_id";
constexpr char select_papers[] =
    "SELECT label_fr, label_en FROM motive_paper WHERE motive_id = :id ORDER BY position";
constexpr char select_modalities[] =
    "SELECT modality FROM motive_modality WHERE motive_id = :id ORDER BY modality";
constexpr char select_communes[] =
    "SELECT commune FROM motive_commune WHERE motive_id = :id ORDER BY commune";
constexpr char select_ended[] = "SELECT COUNT(*) FROM motive WHERE motive_id = :id AND ended_at IS NOT NULL";

void read_words(db::Session& session, char const* query, MotiveId const& motive,
                std::function<void(std::string const&)> const& tell) {
    std::string word;
    soci::statement rows = (session.sql().prepare << query, soci::use(motive.text()), soci::into(word));
    rows.execute();
    while (rows.fetch()) {
        tell(word);
    }
}

void complete(db::Session& session, Motive& motive) {
    kiosk_protocol::PlainWords paper;
    soci::statement rows = (session.sql().prepare << select_papers, soci::use(motive.motive_id.text()),
                            soci::into(paper.fr), soci::into(paper.en));
    rows.execute();
    while (rows.fetch()) {
        motive.papers.push_back(paper);
    }
    read_words(session, select_modalities, motive.motive_id, [&](std::string const& modality) {
        motive.modalities.push_back(db::word_of<Modality>(modality));
    });
    read_words(session, select_communes, motive.motive_id,
               [&](std::string const& commune) { motive.communes.push_back(commune); });
}

/// `first` and `second` are the values of the query; "" for one that it does not have.
std::vector<Motive> read(db::Session& session, std::string const& query, std::string const& first,
                         std::string const& second) {
    std::vector<Motive> found;
    std::string id;
    std::string network;
    std::string partner;
    Motive next;
    soci::statement rows(session.sql());
    rows.exchange(soci::use(first));
    if (!second.empty()) {
        rows.exchange(soci::use(second));
    }
    rows.exchange(soci::into(id));
    rows.exchange(soci::into(network));
    rows.exchange(soci::into(partner));
    rows.exchange(soci::into(next.subject));
    rows.exchange(soci::into(next.label.fr));
    rows.exchange(soci::into(next.label.en));
    rows.exchange(soci::into(next.acronym));
    rows.exchange(soci::into(next.duration_minutes));
    rows.exchange(soci::into(next.notice_least_minutes));
    rows.exchange(soci::into(next.notice_most_days));
    rows.exchange(soci::into(next.cancellation_limit_minutes));
    rows.alloc();
    rows.prepare(query);
    rows.define_and_bind();
    rows.execute();
    while (rows.fetch()) {
        next.motive_id = db::id_of<MotiveId>(id);
        next.network_id = db::id_of<NetworkId>(network);
        next.partner_id = db::id_of<PartnerId>(partner);
        found.push_back(next);
    }
    for (auto& motive : found) {
        complete(session, motive);
    }
    return found;
}

} // namespace

Result<Motive> motive(db::Session& session, MotiveId const& motive) {
    auto found = read(session, select_motive, motive.text(), "");
    if (found.empty()) {
        return fail(ErrorCode::not_found, "motive_unknown");
    }
    return std::move(found.front());
}

std::vector<Motive> motives_of_network(db::Session& session, NetworkId const& network) {
    return read(session, select_of_network, network.text(), "");
}

std::vector<Motive> motives_of_subject(db::Session& session, NetworkId const& network,
                                       std::string const& subject) {
    return read(session, select_of_subject, network.text(), subject);
}

bool has_ended(db::Session& session, MotiveId const& motive) {
    long long count = 0;
    session.sql() << select_ended, soci::use(motive.text()), soci::into(count);
    return count > 0;
}

} // namespace parvis::scheduling
