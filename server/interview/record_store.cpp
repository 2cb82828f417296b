// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/record_store.hpp"

#include "platform/db/sql.hpp"
#include "platform/json/json.hpp"

namespace parvis::interview {

using kiosk_protocol::KioskRecord;
using kiosk_protocol::WipeCounts;

namespace {

constexpr char insert_statement[] =
    "INSERT INTO kiosk_record (record_id, kiosk_id, interview_id, kind, wipe_reason, daemon_papers, "
    "daemon_bytes,"
    " page_papers, spool_jobs, profile_entries, occurred_at, recorded_at)"
    " VALUES (:record_id, :kiosk_id, NULLIF(:interview_id, ''), :kind, NULLIF(:wipe_reason, ''), "
    ":daemon_papers,"
    " :daemon_bytes, :page_papers, :spool_jobs, :profile_entries, :occurred_at, :recorded_at)"
    " ON CONFLICT DO NOTHING";
constexpr char select_wiped[] =
    "SELECT COUNT(*), CAST(COALESCE(SUM(daemon_papers), 0) AS BIGINT), CAST(COALESCE(SUM(daemon_bytes), 0) "
    "AS BIGINT),"
    " CAST(COALESCE(SUM(page_papers), 0) AS BIGINT), CAST(COALESCE(SUM(spool_jobs), 0) AS BIGINT),"
    " CAST(COALESCE(SUM(profile_entries), 0) AS BIGINT) FROM kiosk_record"
    " WHERE interview_id = :id AND kind = 'wiped'";

} // namespace

bool insert_record(db::Session& session, KioskId const& kiosk, KioskRecord const& record,
                   Instant recorded_at) {
    std::string const interview = record.interview_id ? record.interview_id->text() : "";
    std::string const kind(json::enum_name(record.kind));
    auto const wipe_reason = record.wipe_reason.value_or("");
    auto const counts = record.counts.value_or(WipeCounts{});
    long long const papers = counts.daemon_papers;
    long long const bytes = counts.daemon_bytes;
    long long const pages = counts.page_papers;
    long long const jobs = counts.spool_jobs;
    long long const entries = counts.profile_entries;
    long long const occurred = record.occurred_at.ms;
    long long const recorded = recorded_at.ms;
    soci::statement st = (session.sql().prepare << insert_statement, soci::use(record.record_id.text()),
                          soci::use(kiosk.text()), soci::use(interview), soci::use(kind),
                          soci::use(wipe_reason), soci::use(papers), soci::use(bytes), soci::use(pages),
                          soci::use(jobs), soci::use(entries), soci::use(occurred), soci::use(recorded));
    st.execute(true);
    return db::changed(st) == 1;
}

std::optional<WipeCounts> wiped_of(db::Session& session, InterviewId const& interview) {
    int records = 0;
    long long papers = 0;
    long long bytes = 0;
    long long pages = 0;
    long long jobs = 0;
    long long entries = 0;
    session.sql() << select_wiped, soci::use(interview.text()), soci::into(records), soci::into(papers),
        soci::into(bytes), soci::into(pages), soci::into(jobs), soci::into(entries);
    return records == 0 ? std::nullopt : std::optional(WipeCounts{papers, bytes, pages, jobs, entries});
}

} // namespace parvis::interview
