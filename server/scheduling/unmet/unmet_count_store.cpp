// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/unmet/unmet_count_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/select.hpp"

#include <string>

namespace parvis::scheduling {

namespace {

// A motive that is no longer offered keeps its row.
constexpr char select_them[] =
    "SELECT m.partner_id, u.motive_id, m.label_fr, m.label_en, COALESCE(u.site_id, ''), u.reason,"
    " u.occurred_at FROM unmet_request u JOIN motive m ON m.motive_id = u.motive_id"
    " WHERE u.network_id = :network AND u.occurred_at >= :from_at AND u.occurred_at < :to_at"
    " ORDER BY u.occurred_at, u.unmet_id";

struct UnmetRow {
    std::string partner;
    std::string motive;
    std::string label_fr;
    std::string label_en;
    std::string site;
    std::string reason;
    long long occurred = 0;

    void bind(soci::statement& st) {
        for (auto* text : {&partner, &motive, &label_fr, &label_en, &site, &reason}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(occurred));
    }
    UnmetWish value() const {
        return {db::id_of<PartnerId>(partner),    db::id_of<MotiveId>(motive),      {label_fr, label_en},
                db::optional_id_of<SiteId>(site), db::word_of<UnmetReason>(reason), Instant{occurred}};
    }
};

} // namespace

std::vector<UnmetWish> unmet_wishes_of(db::Session& session, NetworkId const& network, Instant from,
                                       Instant to) {
    return db::select<UnmetRow>(session, select_them, network.text(), from.ms, to.ms);
}

} // namespace parvis::scheduling
