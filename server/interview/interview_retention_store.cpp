// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_retention_store.hpp"

#include "platform/db/sql.hpp"

namespace parvis::interview {

namespace {

constexpr char erase_words[] =
    "UPDATE interview SET outcome_done = NULL WHERE outcome_done IS NOT NULL AND ended_at < :before";
constexpr char erase_follow_ups[] =
    "UPDATE follow_up SET what = NULL, who = NULL WHERE what IS NOT NULL AND interview_id IN"
    " (SELECT interview_id FROM interview WHERE ended_at < :before)";
constexpr char erase_codes[] =
    "UPDATE interview SET code = NULL WHERE code IS NOT NULL AND ended_at < :before";
constexpr char erase_advisers[] = "UPDATE interview SET adviser_id = NULL, adviser_name = NULL"
                                  " WHERE adviser_id IS NOT NULL AND ended_at < :before";

std::int64_t run(db::Session& session, char const* statement, Instant before) {
    long long const limit = before.ms;
    soci::statement st = (session.sql().prepare << statement, soci::use(limit));
    st.execute(true);
    return db::changed(st);
}

} // namespace

Result<Erased> apply_retention(db::Database& database, Instant now) {
    return database.write([&](db::Session& session) -> Result<Erased> {
        Erased erased;
        erased.outcomes = run(session, erase_words, now - words_kept_for);
        erased.follow_ups = run(session, erase_follow_ups, now - words_kept_for);
        erased.codes = run(session, erase_codes, now - code_kept_for);
        erased.advisers = run(session, erase_advisers, now - adviser_kept_for);
        return erased;
    });
}

} // namespace parvis::interview
