// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/record_service.hpp"

#include "platform/json/encode.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/interview/interview_card_store.hpp"
#include "server/interview/interview_store.hpp"
#include "server/interview/record_store.hpp"

#include <map>

namespace parvis::interview {

using kiosk_protocol::KioskRecord;
using kiosk_protocol::RecordKind;

namespace {

std::string act_of(RecordKind kind) {
    switch (kind) {
    case RecordKind::page_sent:
        return "page_sent";
    case RecordKind::page_kept:
        return "page_kept";
    case RecordKind::print_agreed:
        return "print_agreed";
    case RecordKind::print_refused:
        return "print_refused";
    case RecordKind::paper_received:
        return "paper_received";
    case RecordKind::wiped:
        break;
    }
    return "papers_wiped";
}

std::string detail_of(KioskRecord const& record) {
    if (!record.counts) {
        return {};
    }
    auto const& counts = *record.counts;
    return "reason=" + record.wipe_reason.value_or("") +
           " daemon_papers=" + std::to_string(counts.daemon_papers) +
           " daemon_bytes=" + std::to_string(counts.daemon_bytes) +
           " page_papers=" + std::to_string(counts.page_papers) +
           " spool_jobs=" + std::to_string(counts.spool_jobs) +
           " profile_entries=" + std::to_string(counts.profile_entries);
}

Result<void> check(db::Session& session, KioskId const& kiosk, KioskRecord const& record,
                   std::string const& pointer) {
    if (record.kind == RecordKind::wiped && !record.counts) {
        return fail(ErrorCode::invalid_input, "counts_missing", pointer + "/counts");
    }
    if (record.interview_id) {
        auto const interview = find_interview(session, *record.interview_id);
        if (interview && interview->kiosk_id != kiosk) {
            return fail(ErrorCode::forbidden, "record_not_yours", pointer + "/interview_id");
        }
    }
    return {};
}

} // namespace

RecordService::RecordService(db::Database& database, Clock const& clock, ChangeFeed const& feed)
    : database_(database), clock_(clock), feed_(feed) {}

Result<void> RecordService::keep(KioskId const& kiosk, std::vector<KioskRecord> const& records) {
    if (records.size() > most_records_at_once) {
        return fail(ErrorCode::too_large, "too_many_records", "/records",
                    {{"highest", std::to_string(most_records_at_once)}});
    }
    auto const now = clock_.now();
    using Cards = std::map<InterviewId, InterviewCard>;
    auto const kept = database_.write([&](db::Session& session) -> Result<Cards> {
        Cards wiped;
        for (std::size_t i = 0; i < records.size(); ++i) {
            auto const& record = records[i];
            if (auto sound = check(session, kiosk, record, "/records/" + std::to_string(i)); !sound) {
                return sound.error();
            }
            if (!insert_record(session, kiosk, record, now)) {
                continue;
            }
            auto const subject = record.interview_id ? identity::trail_name(*record.interview_id)
                                                     : identity::trail_name(kiosk);
            identity::append_audit(session,
                                   {act_of(record.kind), identity::trail_name(kiosk), subject,
                                    detail_of(record), record.occurred_at},
                                   now);
            if (record.kind == RecordKind::wiped && record.interview_id) {
                if (auto interview = find_interview(session, *record.interview_id)) {
                    wiped.insert_or_assign(*record.interview_id, card_of(session, std::move(*interview)));
                }
            }
        }
        return wiped;
    });
    if (!kept) {
        return kept.error();
    }
    for (auto const& [id, card] : *kept) {
        feed_.tell(card);
    }
    return {};
}

} // namespace parvis::interview
