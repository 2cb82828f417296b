// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/select.hpp"
#include "platform/json/json.hpp"

namespace parvis::interview {

namespace {

// No instant of ours is negative: it stands for NULL between SQL and C++.
constexpr long long no_instant = -1;

std::string const select_interviews =
    "SELECT interview_id, network_id, site_id, kiosk_id, offer_id, partner_id, group_id, way_in, subject, "
    "language,"
    " state, revision, requested_at, COALESCE(accepted_at, -1), COALESCE(connected_at, -1), "
    "COALESCE(ended_at, -1),"
    " COALESCE(end_reason, ''), COALESCE(adviser_id, ''), COALESCE(adviser_name, ''), COALESCE(code, ''),"
    " CASE WHEN outcome IS NULL THEN 0 ELSE 1 END FROM interview ";

constexpr char insert_statement[] =
    "INSERT INTO interview (interview_id, network_id, site_id, kiosk_id, offer_id, partner_id, group_id, "
    "way_in, subject,"
    " language, state, revision, requested_at, adviser_id, adviser_name, recorded_at)"
    " VALUES (:interview_id, :network_id, :site_id, :kiosk_id, :offer_id, :partner_id, :group_id, :way_in, "
    ":subject,"
    " :language, :state, :revision, :requested_at, NULLIF(:adviser_id, ''), NULLIF(:adviser_name, ''), "
    ":recorded_at)"
    " ON CONFLICT DO NOTHING";

constexpr char update_statement[] =
    "UPDATE interview SET state = :state, revision = :revision,"
    " accepted_at = NULLIF(CAST(:accepted_at AS BIGINT), CAST(-1 AS BIGINT)),"
    " connected_at = NULLIF(CAST(:connected_at AS BIGINT), CAST(-1 AS BIGINT)),"
    " ended_at = NULLIF(CAST(:ended_at AS BIGINT), CAST(-1 AS BIGINT)), end_reason = NULLIF(:end_reason, ''),"
    " adviser_id = NULLIF(:adviser_id, ''), adviser_name = NULLIF(:adviser_name, ''), code = NULLIF(:code, "
    "'')"
    " WHERE interview_id = :interview_id AND revision = :expected";

constexpr char update_outcome[] =
    "UPDATE interview SET outcome = :outcome, outcome_subject = :subject, outcome_done = :done,"
    " pages_received = :received, pages_printed = :printed, outcome_id = NULLIF(:outcome_id, ''),"
    " outcome_occurred_at = :occurred_at, outcome_recorded_at = :recorded_at"
    " WHERE interview_id = :interview_id";
constexpr char delete_follow_ups[] = "DELETE FROM follow_up WHERE interview_id = :id";
constexpr char insert_follow_up[] =
    "INSERT INTO follow_up (interview_id, position, what, who, by_date, recorded_at)"
    " VALUES (:id, :position, :what, :who, NULLIF(:by_date, ''), :recorded_at)";
constexpr char select_outcome[] =
    "SELECT outcome, COALESCE(outcome_subject, ''), COALESCE(outcome_done, '[]'), COALESCE(pages_received, "
    "0),"
    " COALESCE(pages_printed, 0), COALESCE(outcome_id, ''), outcome_occurred_at, outcome_recorded_at,"
    " COALESCE(code, '') FROM interview"
    " WHERE interview_id = :id AND outcome IS NOT NULL";
constexpr char select_follow_ups[] = "SELECT COALESCE(what, ''), COALESCE(who, ''), COALESCE(by_date, '') "
                                     "FROM follow_up WHERE interview_id = :id"
                                     " ORDER BY position";

std::optional<Instant> instant_of(long long column) {
    return column == no_instant ? std::nullopt : std::optional(Instant{column});
}

long long column_of(std::optional<Instant> instant) {
    return instant ? instant->ms : no_instant;
}

/// The columns of one interview, where SOCI puts them.
struct Row {
    std::string interview, network, site, kiosk, offer, partner, group, way_in, subject, language, state;
    long long revision = 0, requested = 0, accepted = 0, connected = 0, ended = 0;
    std::string end_reason, adviser, adviser_name, code;
    int has_outcome = 0;

    void bind(soci::statement& st) {
        for (auto* text : {&interview, &network, &site, &kiosk, &offer, &partner, &group, &way_in, &subject,
                           &language, &state}) {
            st.exchange(soci::into(*text));
        }
        for (auto* number : {&revision, &requested, &accepted, &connected, &ended}) {
            st.exchange(soci::into(*number));
        }
        for (auto* text : {&end_reason, &adviser, &adviser_name, &code}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(has_outcome));
    }

    Interview value() const {
        Interview found;
        found.interview_id = db::id_of<InterviewId>(interview);
        found.network_id = db::id_of<NetworkId>(network);
        found.site_id = db::id_of<SiteId>(site);
        found.kiosk_id = db::id_of<KioskId>(kiosk);
        found.offer_id = db::id_of<OfferId>(offer);
        found.partner_id = db::id_of<PartnerId>(partner);
        found.group_id = db::id_of<AdviserGroupId>(group);
        found.way_in = db::word_of<WayIn>(way_in);
        found.subject = subject;
        found.language = db::word_of<Language>(language);
        found.state = db::word_of<InterviewState>(state);
        found.revision = revision;
        found.requested_at = Instant{requested};
        found.accepted_at = instant_of(accepted);
        found.connected_at = instant_of(connected);
        found.ended_at = instant_of(ended);
        found.end_reason = db::optional_word_of<EndReason>(end_reason);
        found.adviser_id = db::optional_id_of<AccountId>(adviser);
        found.adviser_name = adviser_name;
        found.code = code;
        found.has_outcome = has_outcome != 0;
        return found;
    }
};

template <class... Parameters>
std::vector<Interview> select(db::Session& session, std::string const& condition,
                              Parameters const&... parameters) {
    return db::select<Row>(session, select_interviews + condition, parameters...);
}

} // namespace

bool insert_interview(db::Session& session, Interview const& interview, Instant recorded_at) {
    std::string const way_in(json::enum_name(interview.way_in));
    std::string const language(tag(interview.language));
    std::string const state(json::enum_name(interview.state));
    std::string const adviser = interview.adviser_id ? interview.adviser_id->text() : "";
    long long const revision = interview.revision;
    long long const requested = interview.requested_at.ms;
    long long const recorded = recorded_at.ms;
    soci::statement st =
        (session.sql().prepare << insert_statement, soci::use(interview.interview_id.text()),
         soci::use(interview.network_id.text()), soci::use(interview.site_id.text()),
         soci::use(interview.kiosk_id.text()), soci::use(interview.offer_id.text()),
         soci::use(interview.partner_id.text()), soci::use(interview.group_id.text()), soci::use(way_in),
         soci::use(interview.subject), soci::use(language), soci::use(state), soci::use(revision),
         soci::use(requested), soci::use(adviser), soci::use(interview.adviser_name), soci::use(recorded));
    st.execute(true);
    return db::changed(st) == 1;
}

bool save_interview(db::Session& session, Interview const& interview) {
    std::string const state(json::enum_name(interview.state));
    std::string const end_reason(interview.end_reason ? json::enum_name(*interview.end_reason) : "");
    std::string const adviser = interview.adviser_id ? interview.adviser_id->text() : "";
    long long const revision = interview.revision;
    long long const expected = interview.revision - 1;
    long long const accepted = column_of(interview.accepted_at);
    long long const connected = column_of(interview.connected_at);
    long long const ended = column_of(interview.ended_at);
    soci::statement st = (session.sql().prepare << update_statement, soci::use(state), soci::use(revision),
                          soci::use(accepted), soci::use(connected), soci::use(ended), soci::use(end_reason),
                          soci::use(adviser), soci::use(interview.adviser_name), soci::use(interview.code),
                          soci::use(interview.interview_id.text()), soci::use(expected));
    st.execute(true);
    return db::changed(st) == 1;
}

std::optional<Interview> find_interview(db::Session& session, InterviewId const& id) {
    return db::first_of(select(session, "WHERE interview_id = :id", id.text()));
}

std::vector<Interview> live_interviews(db::Session& session) {
    return select(session,
                  "WHERE state IN ('ringing', 'calling', 'running') ORDER BY requested_at, interview_id");
}

std::optional<Interview> live_interview_of(db::Session& session, KioskId const& kiosk) {
    return db::first_of(
        select(session, "WHERE kiosk_id = :id AND state IN ('ringing', 'calling', 'running')", kiosk.text()));
}

std::optional<Interview> live_interview_of(db::Session& session, AccountId const& adviser) {
    return db::first_of(
        select(session, "WHERE adviser_id = :id AND state IN ('calling', 'running')", adviser.text()));
}

std::vector<Interview> waiting_since(db::Session& session, InterviewState state, Instant requested_before) {
    return select(session, "WHERE state = :state AND requested_at < :before ORDER BY requested_at",
                  std::string(json::enum_name(state)), requested_before.ms);
}

std::optional<Interview> awaiting_outcome(db::Session& session, AccountId const& adviser,
                                          Instant ended_after) {
    return db::first_of(
        select(session,
               "WHERE adviser_id = :id AND ended_at > :after AND accepted_at IS NOT NULL AND outcome IS NULL"
               " ORDER BY ended_at DESC LIMIT 1",
               adviser.text(), ended_after.ms));
}

std::vector<Interview> latest_held_by(db::Session& session, AccountId const& adviser) {
    return select(session,
                  "WHERE adviser_id = :id AND ended_at IS NOT NULL AND accepted_at IS NOT NULL"
                  " ORDER BY ended_at DESC, interview_id DESC LIMIT 20",
                  adviser.text());
}

std::optional<Instant> last_ended_at(db::Session& session, KioskId const& kiosk) {
    long long latest = no_instant;
    session.sql() << "SELECT COALESCE(MAX(ended_at), -1) FROM interview WHERE kiosk_id = :id",
        soci::use(kiosk.text()), soci::into(latest);
    return instant_of(latest);
}

bool is_code_taken(db::Session& session, std::string const& code) {
    int count = 0;
    session.sql() << "SELECT COUNT(*) FROM interview WHERE code = :code", soci::use(code), soci::into(count);
    return count > 0;
}

void save_outcome(db::Session& session, Outcome const& saved) {
    auto const& id = saved.interview_id;
    auto const& form = saved.form;
    std::string const outcome(json::enum_name(form.outcome));
    std::string const outcome_id = form.outcome_id ? form.outcome_id->text() : "";
    auto const done = json::serialize(json::encode(form.done));
    long long const received = form.pages_received;
    long long const printed = form.pages_printed;
    long long const occurred = saved.occurred_at.ms;
    long long const recorded = saved.recorded_at.ms;
    session.sql() << update_outcome, soci::use(outcome), soci::use(form.subject), soci::use(done),
        soci::use(received), soci::use(printed), soci::use(outcome_id), soci::use(occurred),
        soci::use(recorded), soci::use(id.text());
    session.sql() << delete_follow_ups, soci::use(id.text());
    int position = 0;
    for (auto const& step : form.next_steps) {
        auto const by_date = step.by_date.value_or("");
        session.sql() << insert_follow_up, soci::use(id.text()), soci::use(position), soci::use(step.what),
            soci::use(step.who), soci::use(by_date), soci::use(recorded);
        ++position;
    }
}

std::optional<Outcome> find_outcome(db::Session& session, InterviewId const& id) {
    Outcome found{id, {}, {}, {}, {}};
    std::string outcome;
    std::string outcome_id;
    long long occurred = 0;
    std::string done;
    long long received = 0;
    long long printed = 0;
    long long recorded = 0;
    session.sql() << select_outcome, soci::use(id.text()), soci::into(outcome),
        soci::into(found.form.subject), soci::into(done), soci::into(received), soci::into(printed),
        soci::into(outcome_id), soci::into(occurred), soci::into(recorded), soci::into(found.code);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    found.form.outcome = db::word_of<OutcomeKind>(outcome);
    auto const lines = json::parse(done, 1024 * 1024);
    found.form.done = json::decode<std::vector<std::string>>(lines.value(), json::Unknown::ignore).value();
    found.form.pages_received = static_cast<std::int32_t>(received);
    found.form.pages_printed = static_cast<std::int32_t>(printed);
    found.form.outcome_id = db::optional_id_of<OutcomeId>(outcome_id);
    found.occurred_at = Instant{occurred};
    found.recorded_at = Instant{recorded};
    std::string what;
    std::string who;
    std::string by_date;
    soci::statement steps = (session.sql().prepare << select_follow_ups, soci::use(id.text()),
                             soci::into(what), soci::into(who), soci::into(by_date));
    steps.execute();
    while (steps.fetch()) {
        found.form.next_steps.push_back({what, who, by_date.empty() ? std::nullopt : std::optional(by_date)});
    }
    return found;
}

} // namespace parvis::interview
