// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/ring_shared_store.hpp"

#include "platform/db/kept.hpp"
#include "platform/db/row.hpp"

namespace parvis::interview {

namespace {

constexpr char select_rings[] = "SELECT interview_id, site_id, requested_at FROM interview"
                                " WHERE state = 'ringing' AND group_id = :group"
                                " ORDER BY requested_at, interview_id";

constexpr char select_accepted[] =
    "SELECT interview_id, site_id, requested_at FROM interview"
    " WHERE adviser_id = :adviser AND state = 'running' AND way_in <> 'adviser'";

struct RingRow {
    std::string interview;
    std::string site;
    long long requested = 0;

    void bind(soci::statement& st) {
        st.exchange(soci::into(interview));
        st.exchange(soci::into(site));
        st.exchange(soci::into(requested));
    }
    WaitingRing value() const {
        return {db::id_of<InterviewId>(interview), db::id_of<SiteId>(site), Instant{requested}};
    }
};

} // namespace

std::vector<WaitingRing> rings_of(db::Session& session, network::AdviserGroupId const& group) {
    return db::select_kept<RingRow>(session, select_rings, group.text());
}

std::optional<InterviewId> accepted_ring_of(db::Session& session, AccountId const& adviser) {
    auto const found = db::select_kept<RingRow>(session, select_accepted, adviser.text());
    return found.empty() ? std::nullopt : std::optional(found.front().interview_id);
}

} // namespace parvis::interview
