// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/motives/motive_store.hpp"

#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"

namespace parvis::scheduling {
namespace {

constexpr char upsert_motive[] =
    "INSERT INTO motive (motive_id, network_id, partner_id, subject, label_fr, label_en, acronym, "
    "duration_minutes,"
    " notice_least_minutes, notice_most_days, cancellation_limit_minutes)"
    " VALUES (:id, :network, :partner, :subject, :fr, :en, :acronym, :duration, :least, :most, :cancellation)"
    " ON CONFLICT (motive_id) DO UPDATE SET subject = excluded.subject, label_fr = excluded.label_fr,"
    " label_en = excluded.label_en, acronym = excluded.acronym, duration_minutes = excluded.duration_minutes,"
    " notice_least_minutes = excluded.notice_least_minutes, notice_most_days = excluded.notice_most_days,"
    " cancellation_limit_minutes = excluded.cancellation_limit_minutes, ended_at = NULL";
constexpr char const* forget_parts[] = {"DELETE FROM motive_paper WHERE motive_id = :id",
                                        "DELETE FROM motive_modality WHERE motive_id = :id",
                                        "DELETE FROM motive_commune WHERE motive_id = :id"};
constexpr char insert_paper[] =
    "INSERT INTO motive_paper (motive_id, position, label_fr, label_en) VALUES (:id, :position, :fr, :en)";
constexpr char insert_modality[] =
    "INSERT INTO motive_modality (motive_id, modality) VALUES (:id, :modality)";
constexpr char insert_commune[] =
    "INSERT INTO motive_commune (motive_id, commune) VALUES (:id, :commune) ON CONFLICT DO NOTHING";
constexpr char update_ended[] =
    "UPDATE motive SET ended_at = :now WHERE motive_id = :id AND ended_at IS NULL";

} // namespace

void save_motive(db::Session& session, Motive const& motive) {
    auto const& id = motive.motive_id.text();
    auto& sql = session.sql();
    sql << upsert_motive, soci::use(id), soci::use(motive.network_id.text()),
        soci::use(motive.partner_id.text()), soci::use(motive.subject), soci::use(motive.label.fr),
        soci::use(motive.label.en), soci::use(motive.acronym), soci::use(motive.duration_minutes),
        soci::use(motive.notice_least_minutes), soci::use(motive.notice_most_days),
        soci::use(motive.cancellation_limit_minutes);
    for (auto const* forget : forget_parts) {
        sql << forget, soci::use(id);
    }
    int position = 0;
    for (auto const& paper : motive.papers) {
        sql << insert_paper, soci::use(id), soci::use(position), soci::use(paper.fr), soci::use(paper.en);
        ++position;
    }
    for (auto const modality : motive.modalities) {
        std::string const word(json::enum_name(modality));
        sql << insert_modality, soci::use(id), soci::use(word);
    }
    for (auto const& commune : motive.communes) {
        sql << insert_commune, soci::use(id), soci::use(commune);
    }
}

void end_motive(db::Session& session, MotiveId const& motive, Instant now) {
    long long const at = now.ms;
    session.sql() << update_ended, soci::use(at), soci::use(motive.text());
}

} // namespace parvis::scheduling
