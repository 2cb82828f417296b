// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/audit_shared_store.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/db/sql.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <charconv>

namespace parvis::identity {
namespace {

constexpr char select_last[] = "SELECT number, chain FROM audit_chain ORDER BY number DESC LIMIT 1";
constexpr char insert_chain[] = "INSERT INTO audit_chain (number, commitment, chain, recorded_at)"
                                " VALUES (:number, :commitment, :chain, :recorded_at)";
constexpr char insert_act[] = "INSERT INTO audit_act (number, act, actor, subject, detail, occurred_at, salt)"
                              " VALUES (:number, :act, :actor, :subject, :detail, :occurred_at, :salt)";
constexpr char select_chain[] =
    "SELECT c.number, c.commitment, c.chain, c.recorded_at, CASE WHEN a.number IS NULL THEN 0 ELSE 1 END,"
    " COALESCE(a.act, ''), COALESCE(a.actor, ''), COALESCE(a.subject, ''), COALESCE(a.detail, ''),"
    " COALESCE(a.occurred_at, 0), COALESCE(a.salt, '')"
    " FROM audit_chain c LEFT JOIN audit_act a ON a.number = c.number ORDER BY c.number";

// An act belongs to the network of the interview or kiosk, or to every network of the account, that it names.
// The names are those of trail_name(): what follows "interview:", "account:", "kiosk:" is the id.
constexpr char select_newest[] =
    "WITH own AS (SELECT network_id FROM membership WHERE account_id = :reader AND role = 'administrator')"
    " SELECT a.number, a.act, a.actor, a.subject, a.detail, a.occurred_at FROM audit_act a"
    " WHERE NOT EXISTS (SELECT 1 FROM network WHERE network_id NOT IN (SELECT network_id FROM own))"
    " OR EXISTS (SELECT 1 FROM interview i WHERE i.interview_id = SUBSTR(a.subject, 11)"
    " AND i.network_id IN (SELECT network_id FROM own))"
    " OR EXISTS (SELECT 1 FROM membership m WHERE m.account_id = SUBSTR(a.subject, 9)"
    " AND m.network_id IN (SELECT network_id FROM own))"
    " OR EXISTS (SELECT 1 FROM kiosk k WHERE k.kiosk_id IN (SUBSTR(a.subject, 7), SUBSTR(a.actor, 7))"
    " AND k.network_id IN (SELECT network_id FROM own))"
    " ORDER BY a.number DESC LIMIT 200";

constexpr char delete_acts[] = "DELETE FROM audit_act WHERE number IN"
                               " (SELECT number FROM audit_chain WHERE recorded_at < :before)";

std::string commitment_of(std::string const& salt, AuditAct const& act) {
    boost::json::array const canonical{act.act, act.actor, act.subject, act.detail, act.occurred_at.ms};
    return crypto::hex(crypto::blake2b(crypto::bytes_of(salt + boost::json::serialize(canonical))));
}

std::string chain_of(std::string const& previous, long long number, std::string const& commitment) {
    return crypto::hex(crypto::blake2b(crypto::bytes_of(previous + std::to_string(number) + commitment)));
}

} // namespace

std::string trail_name(AccountId const& account) {
    return "account:" + account.text();
}

std::string trail_name(KioskId const& kiosk) {
    return "kiosk:" + kiosk.text();
}

std::string trail_name(InterviewId const& interview) {
    return "interview:" + interview.text();
}

std::string audit_link_text(AuditLink const& link) {
    return std::to_string(link.number) + ":" + link.chain;
}

std::optional<AuditLink> audit_link_of(std::string const& text) {
    AuditLink link;
    auto const* const end = text.data() + text.size();
    auto const [rest, error] = std::from_chars(text.data(), end, link.number);
    if (error != std::errc() || rest == end || *rest != ':' || link.number < 1) {
        return std::nullopt;
    }
    link.chain.assign(rest + 1, end);
    bool const is_digest =
        link.chain.size() == 64 && link.chain.find_first_not_of("0123456789abcdef") == std::string::npos;
    return is_digest ? std::optional(link) : std::nullopt;
}

void append_audit(db::Session& session, AuditAct const& act, Instant recorded_at) {
    long long number = 0;
    std::string previous;
    session.sql() << select_last, soci::into(number), soci::into(previous);
    ++number;
    auto const salt = crypto::random_token();
    auto const commitment = commitment_of(salt, act);
    auto const chain = chain_of(previous, number, commitment);
    long long const recorded_ms = recorded_at.ms;
    long long const occurred_ms = act.occurred_at.ms;
    session.sql() << insert_chain, soci::use(number), soci::use(commitment), soci::use(chain),
        soci::use(recorded_ms);
    session.sql() << insert_act, soci::use(number), soci::use(act.act), soci::use(act.actor),
        soci::use(act.subject), soci::use(act.detail), soci::use(occurred_ms), soci::use(salt);
}

AuditVerdict verify_audit(db::Session& session, Instant now, std::optional<AuditLink> const& kept_elsewhere) {
    AuditVerdict verdict;
    long long number = 0;
    std::string commitment;
    std::string chain;
    long long recorded_ms = 0;
    int has_act = 0;
    AuditAct act;
    long long occurred_ms = 0;
    std::string salt;
    soci::statement rows =
        (session.sql().prepare << select_chain, soci::into(number), soci::into(commitment), soci::into(chain),
         soci::into(recorded_ms), soci::into(has_act), soci::into(act.act), soci::into(act.actor),
         soci::into(act.subject), soci::into(act.detail), soci::into(occurred_ms), soci::into(salt));
    rows.execute();
    std::string previous;
    while (rows.fetch()) {
        ++verdict.entries;
        act.occurred_at.ms = occurred_ms;
        bool const numbered = number == verdict.entries;
        bool const chained = chain == chain_of(previous, number, commitment);
        bool const committed = has_act == 0 ? Instant{recorded_ms} < now - acts_kept_for
                                            : commitment == commitment_of(salt, act);
        bool const as_kept =
            !kept_elsewhere || kept_elsewhere->number != number || kept_elsewhere->chain == chain;
        if (!(numbered && chained && committed && as_kept)) {
            verdict.first_broken = verdict.entries;
            return verdict;
        }
        previous = chain;
        verdict.newest = AuditLink{number, chain};
    }
    if (kept_elsewhere && kept_elsewhere->number > verdict.entries) {
        verdict.first_broken = verdict.entries + 1;
    }
    return verdict;
}

std::optional<AuditLink> newest_link(db::Session& session) {
    long long number = 0;
    std::string chain;
    session.sql() << select_last, soci::into(number), soci::into(chain);
    return session.sql().got_data() ? std::optional(AuditLink{number, chain}) : std::nullopt;
}

void erase_acts(db::Session& session, Instant now) {
    long long const before_ms = (now - acts_kept_for).ms;
    session.sql() << delete_acts, soci::use(before_ms);
}

std::vector<AuditEntry> newest_acts(db::Session& session, AccountId const& reader) {
    std::vector<AuditEntry> found;
    AuditEntry entry;
    long long number = 0;
    long long occurred_ms = 0;
    soci::statement rows = (session.sql().prepare << select_newest, soci::use(reader.text()),
                            soci::into(number), soci::into(entry.act), soci::into(entry.actor),
                            soci::into(entry.subject), soci::into(entry.detail), soci::into(occurred_ms));
    rows.execute();
    while (rows.fetch()) {
        entry.number = number;
        entry.occurred_at.ms = occurred_ms;
        found.push_back(entry);
    }
    return found;
}

} // namespace parvis::identity
