// SPDX-License-Identifier: EUPL-1.2
#include "bench/month/judgement_store.hpp"

#include "platform/db/sql.hpp"

#include <cstdlib>

namespace parvis::bench {

namespace {

struct Question {
    std::string what;
    std::string query; ///< counts what must not be
};

/// Places given twice: two of one owner, of which one begins before the other has ended.
std::string overlaps(std::string const& owner, std::string const& from, std::string const& to,
                     std::string const& rows) {
    return "SELECT COUNT(*) FROM (SELECT " + from + " AS begins, LAG(" + to + ") OVER (PARTITION BY " +
           owner + " ORDER BY " + from + ", " + to + ") AS ended_before FROM " + rows +
           ") x WHERE ended_before > begins";
}

std::vector<Question> doublings() {
    return {
        {"seats booked twice", overlaps("supply_id, seat", "starts_at", "starts_at + minutes * 60000",
                                        "appointment WHERE seat IS NOT NULL")},
        {"kiosks booked twice",
         overlaps("kiosk_id", "starts_at", "starts_at + (minutes + preparation_minutes) * 60000",
                  "appointment WHERE seat IS NOT NULL AND kiosk_id IS NOT NULL")},
        {"advisers with two people",
         overlaps("adviser_id", "called_at", "ended_at", "queue_ticket WHERE state = 'finished'")},
        {"kiosks with two people",
         overlaps("kiosk_id", "called_at", "ended_at", "queue_ticket WHERE state = 'finished'")},
        {"ticks that nobody's appointment claims, or that two share",
         "SELECT ABS((SELECT COUNT(*) FROM taken_tick) - (SELECT COALESCE(SUM((minutes + 4) / 5 + CASE WHEN"
         " kiosk_id IS NULL THEN 0 ELSE (minutes + preparation_minutes + 4) / 5 END), 0) FROM appointment"
         " WHERE seat IS NOT NULL))"},
    };
}

/// Given up: the desk is shown that it could not be delivered, and tells them in another way.
constexpr char is_told[] = "m.state IN ('sent', 'given_up')";

std::vector<Question> losses() {
    return {
        {"appointments without an end", "SELECT COUNT(*) FROM appointment WHERE state NOT IN"
                                        " ('finished', 'no_show', 'cancelled', 'moved')"},
        {"tickets without an end", "SELECT COUNT(*) FROM queue_ticket WHERE ended_at IS NULL"},
        {"people forgotten over night", "SELECT COUNT(*) FROM queue_ticket WHERE end_reason = 'day_over'"},
        {"appointments that moved to nowhere",
         "SELECT COUNT(*) FROM appointment a WHERE a.state = 'moved' AND NOT EXISTS"
         " (SELECT 1 FROM appointment b WHERE b.appointment_id = a.moved_to)"},
        {"appointments finished without anybody being served",
         "SELECT COUNT(*) FROM appointment a WHERE a.state = 'finished' AND NOT EXISTS (SELECT 1 FROM"
         " queue_ticket t WHERE t.appointment_id = a.appointment_id AND t.state = 'finished')"},
        {"people served whose appointment does not know it",
         "SELECT COUNT(*) FROM queue_ticket t JOIN appointment a ON a.appointment_id = t.appointment_id"
         " WHERE t.state = 'finished' AND a.state <> 'finished'"},
        {"lines closed without a word",
         "SELECT COUNT(*) FROM queue_ticket WHERE state = 'closed' AND message = ''"},
        {"cancelled by others, and not told",
         "SELECT COUNT(*) FROM appointment a WHERE a.state = 'cancelled' AND a.cancelled_by <> 'citizen'"
         " AND a.confirmed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM citizen_message m WHERE"
         " m.appointment_id = a.appointment_id AND m.kind = 'cancelled' AND " +
             std::string(is_told) +
             ")"
             " AND NOT EXISTS (SELECT 1 FROM queue_ticket t WHERE t.appointment_id = a.appointment_id)"},
        {"given another time, and not told",
         "SELECT COUNT(*) FROM appointment a WHERE a.state = 'moved' AND NOT EXISTS (SELECT 1 FROM"
         " citizen_message m WHERE m.appointment_id = a.moved_to AND m.kind = 'moved' AND " +
             std::string(is_told) + ")"},
        {"messages that wait for ever", "SELECT COUNT(*) FROM citizen_message WHERE ended_at IS NULL"},
    };
}

constexpr char of_tickets[] = "SELECT COUNT(*) FROM queue_ticket WHERE state = :state";
constexpr char all_absent[] = "SELECT COUNT(*) FROM appointment WHERE state = 'no_show'";
constexpr char all_undelivered[] = "SELECT COUNT(*) FROM citizen_message WHERE state = 'given_up'";
constexpr char all_unmet[] = "SELECT COUNT(*) FROM unmet_request";
/// Who came has a ticket, which says how it ended.
std::string const never_came = "SELECT COUNT(*) FROM appointment a WHERE a.state = 'cancelled' AND NOT EXISTS"
                               " (SELECT 1 FROM queue_ticket t WHERE t.appointment_id = a.appointment_id)"
                               " AND a.cancel_reason ";
constexpr char by_themselves[] = "IN ('no_longer_needed', 'citizen_prevented')";

long long number_of(db::Session& session, std::string const& query) {
    long long value = 0;
    session.sql() << query, soci::into(value);
    return value;
}

long long tickets(db::Session& session, std::string const& state) {
    long long value = 0;
    session.sql() << of_tickets, soci::use(state), soci::into(value);
    return value;
}

Ends ends_of(db::Session& session) {
    return {tickets(session, "finished"),
            tickets(session, "closed") + number_of(session, never_came + "NOT " + by_themselves),
            tickets(session, "left") + number_of(session, all_unmet), number_of(session, all_absent),
            number_of(session, never_came + by_themselves)};
}

long long ask(db::Session& session, std::vector<Question> const& questions,
              std::vector<std::string>& findings) {
    long long all = 0;
    for (auto const& question : questions) {
        auto const count = number_of(session, question.query);
        if (count != 0) {
            findings.push_back(question.what + ": " + std::to_string(count));
        }
        all += count;
    }
    return all;
}

std::vector<Question> damages() {
    return {
        {"a cancellation that nobody was told",
         "DELETE FROM citizen_message WHERE kind = 'cancelled' AND appointment_id = (SELECT "
         "MIN(m.appointment_id)"
         " FROM citizen_message m JOIN appointment a ON a.appointment_id = m.appointment_id"
         " WHERE m.kind = 'cancelled' AND a.cancelled_by <> 'citizen')"},
        {"a move that nobody was told",
         "DELETE FROM citizen_message WHERE kind = 'moved' AND appointment_id ="
         " (SELECT MIN(appointment_id) FROM citizen_message WHERE kind = 'moved')"},
        {"an unmet request that was not counted",
         "DELETE FROM unmet_request WHERE unmet_id = (SELECT MIN(unmet_id) FROM unmet_request)"},
        {"a served person whose ticket is gone from the books",
         "UPDATE queue_ticket SET state = 'closed', end_reason = 'line_closed' WHERE ticket_id ="
         " (SELECT MIN(ticket_id) FROM queue_ticket WHERE state = 'finished' AND appointment_id IS NOT "
         "NULL)"},
        {"a person forgotten over night",
         "UPDATE queue_ticket SET end_reason = 'day_over' WHERE ticket_id ="
         " (SELECT MIN(ticket_id) FROM queue_ticket WHERE state = 'closed')"},
        {"an appointment five minutes into the next one of its seat",
         "UPDATE appointment SET minutes = 24 * 60 WHERE appointment_id = (SELECT MIN(a.appointment_id) FROM"
         " appointment a JOIN appointment b ON b.supply_id = a.supply_id AND b.seat = a.seat AND"
         " b.starts_at > a.starts_at AND b.starts_at < a.starts_at + 86400000)"},
        {"an adviser who was with two people",
         "UPDATE queue_ticket SET ended_at = ended_at + 36000000 WHERE ticket_id = (SELECT MIN(t.ticket_id)"
         " FROM queue_ticket t JOIN queue_ticket u ON u.adviser_id = t.adviser_id AND u.called_at >"
         " t.called_at AND u.called_at < t.ended_at + 36000000 WHERE t.state = 'finished' AND u.state ="
         " 'finished')"},
    };
}

} // namespace

Judgement judge(db::Session& session, long long people) {
    Judgement judgement;
    judgement.doubled = ask(session, doublings(), judgement.findings);
    judgement.lost = ask(session, losses(), judgement.findings);
    judgement.undelivered = number_of(session, all_undelivered);
    judgement.ends = ends_of(session);
    if (auto const missing = people - judgement.ends.all(); missing != 0) {
        judgement.findings.push_back("people without an end, or with two: " + std::to_string(missing));
        judgement.lost += std::abs(missing);
    }
    return judgement;
}

Noticed try_damages(db::Database& database, long long people) {
    Noticed noticed;
    auto const faults = [&](db::Session& session) {
        auto const judgement = judge(session, people);
        return judgement.doubled + judgement.lost;
    };
    for (auto const& damage : damages()) {
        ++noticed.of;
        bool changed = false;
        bool seen = false;
        // Refused, and so undone.
        (void)database.write([&](db::Session& session) -> Result<void> {
            auto const before = faults(session);
            soci::statement st = (session.sql().prepare << damage.query);
            st.execute(true);
            changed = db::changed(st) == 1;
            seen = faults(session) > before;
            return fail(ErrorCode::conflict, "only_tried");
        });
        if (!changed || !seen) {
            noticed.unnoticed.push_back(damage.what + (changed ? "" : " (there was none to do)"));
        }
    }
    return noticed;
}

} // namespace parvis::bench
