// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/reminders/reminder_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>
#include <stdexcept>

namespace parvis::scheduling {

namespace {

constexpr char insert_message[] =
    "INSERT INTO citizen_message (appointment_id, kind, channel, network_id, root_id, sequence, due_at,"
    " useful_until, state, attempts, next_at) VALUES (:id, :kind, :channel, :network, :root, :sequence, :due,"
    " :until, 'waiting', 0, :next) ON CONFLICT DO NOTHING";
constexpr char drop_of_root[] =
    "UPDATE citizen_message SET state = 'dropped', ended_at = :now WHERE root_id = :root"
    " AND sequence < :sequence AND state = 'waiting'";
constexpr char select_due[] =
    "SELECT appointment_id, kind FROM citizen_message WHERE ended_at IS NULL AND next_at <= :now"
    " AND channel = :channel ORDER BY next_at, appointment_id, kind LIMIT :most";
constexpr char select_one_due[] =
    "SELECT root_id, sequence, useful_until, state, attempts FROM citizen_message WHERE appointment_id = :id"
    " AND kind = :kind AND channel = :channel AND ended_at IS NULL AND next_at <= :now";
std::string const of_key = " WHERE appointment_id = :id AND kind = :kind AND channel = :channel";
std::string const update_sending =
    "UPDATE citizen_message SET state = 'sending', attempts = attempts + 1, next_at = :until" + of_key;
std::string const update_ended =
    "UPDATE citizen_message SET state = :state, problem = NULLIF(:problem, ''), answer = NULLIF(:answer, ''),"
    " ended_at = :now" +
    of_key;
std::string const update_waiting = "UPDATE citizen_message SET state = 'waiting', next_at = :next, problem = "
                                   ":problem, answer = NULLIF(:answer, '')" +
                                   of_key;
constexpr char update_again[] =
    "UPDATE citizen_message SET state = 'waiting', attempts = 0, next_at = :next, ended_at = NULL"
    " WHERE network_id = :network AND state = 'given_up' AND problem IS NOT NULL AND settled_at IS NULL"
    " AND useful_until > :now";
std::string const update_one_again =
    "UPDATE citizen_message SET state = 'waiting', attempts = 0, next_at = :next, ended_at = NULL" + of_key +
    " AND problem IS NOT NULL AND settled_at IS NULL AND state IN ('waiting', 'given_up')"
    " AND useful_until > :now";
std::string const update_settled =
    "UPDATE citizen_message SET state = CASE WHEN state = 'waiting' THEN 'dropped' ELSE state END,"
    " settled_at = :now, ended_at = COALESCE(ended_at, :same)" +
    of_key + " AND problem IS NOT NULL AND settled_at IS NULL AND state IN ('waiting', 'given_up')";
constexpr char select_partner[] = "SELECT acronym, name_fr, name_en FROM partner WHERE partner_id = :partner";
constexpr char select_counts[] =
    "SELECT COALESCE(SUM(CASE WHEN ended_at IS NULL THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN ended_at IS NULL AND due_at < :late THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN state = 'sent' THEN 1 ELSE 0 END), 0),"
    " COALESCE(SUM(CASE WHEN state = 'given_up' AND settled_at IS NULL THEN 1 ELSE 0 END), 0)"
    " FROM citizen_message WHERE network_id = :network";
constexpr char select_failing[] =
    "SELECT m.appointment_id, COALESCE(a.site_id, ''), a.starts_at, m.kind, m.channel, m.state, m.attempts,"
    " m.next_at, m.problem, COALESCE(m.answer, ''), COALESCE(a.telephone, ''), COALESCE(a.email, '')"
    " FROM citizen_message m JOIN appointment a ON a.appointment_id = m.appointment_id"
    " WHERE m.network_id = :network AND (a.site_id = :site OR :all_sites = '') AND m.problem IS NOT NULL"
    " AND m.state <> 'sent' AND m.state <> 'dropped' AND m.settled_at IS NULL"
    " ORDER BY m.due_at DESC, m.appointment_id, m.kind, m.channel LIMIT 200";
constexpr char select_at_once[] =
    "SELECT state, COALESCE(problem, ''), COALESCE(answer, '') FROM citizen_message"
    " WHERE appointment_id = :id AND channel = :channel AND kind IN ('confirmed', 'moved', 'cancelled')"
    " ORDER BY due_at DESC, kind LIMIT 1";
constexpr char delete_old[] = "DELETE FROM citizen_message WHERE useful_until < :before";

constexpr std::chrono::minutes late_after{10};

/// The key as columns.
struct KeyColumns {
    explicit KeyColumns(MessageKey const& key)
        : id(key.appointment_id.text()), kind(json::enum_name(key.kind)),
          channel(json::enum_name(key.channel)) {}
    std::string id;
    std::string kind;
    std::string channel;
};

} // namespace

void plan_message(db::Session& session, AppointmentEvent const& event, PlannedMessage const& message,
                  MessageChannel channel) {
    KeyColumns const key({event.appointment_id, message.kind, channel});
    long long const due = message.due_at.ms;
    long long const until = message.useful_until.ms;
    session.sql() << insert_message, soci::use(key.id), soci::use(key.kind), soci::use(key.channel),
        soci::use(event.network_id.text()), soci::use(event.root_id.text()), soci::use(event.sequence),
        soci::use(due), soci::use(until), soci::use(due);
}

void drop_earlier(db::Session& session, AppointmentEvent const& event, Instant now) {
    long long const at = now.ms;
    session.sql() << drop_of_root, soci::use(at), soci::use(event.root_id.text()), soci::use(event.sequence);
}

std::vector<MessageKey> due_messages(db::Session& session, MessageChannel channel, Instant now, int most) {
    std::vector<MessageKey> found;
    std::string const of_channel(json::enum_name(channel));
    long long const at = now.ms;
    std::string id;
    std::string kind;
    soci::statement st = (session.sql().prepare << select_due, soci::use(at), soci::use(of_channel),
                          soci::use(most), soci::into(id), soci::into(kind));
    st.execute();
    while (st.fetch()) {
        found.push_back({db::id_of<AppointmentId>(id), db::word_of<MessageKind>(kind), channel});
    }
    return found;
}

std::optional<DueMessage> due_message(db::Session& session, MessageKey const& key, Instant now) {
    KeyColumns const columns(key);
    long long const at = now.ms;
    std::string root;
    std::string state;
    long long until = 0;
    int sequence = 0;
    int attempts = 0;
    session.sql() << select_one_due, soci::use(columns.id), soci::use(columns.kind),
        soci::use(columns.channel), soci::use(at), soci::into(root), soci::into(sequence), soci::into(until),
        soci::into(state), soci::into(attempts);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    return DueMessage{
        key,     db::id_of<AppointmentId>(root), sequence, Instant{until}, db::word_of<MessageState>(state),
        attempts};
}

void mark_sending(db::Session& session, MessageKey const& key, Instant until) {
    KeyColumns const columns(key);
    long long const at = until.ms;
    session.sql() << update_sending, soci::use(at), soci::use(columns.id), soci::use(columns.kind),
        soci::use(columns.channel);
}

void end_message(db::Session& session, MessageKey const& key, MessageState state, std::string const& problem,
                 std::string const& answer, Instant now) {
    KeyColumns const columns(key);
    std::string const word(json::enum_name(state));
    long long const at = now.ms;
    session.sql() << update_ended, soci::use(word), soci::use(problem), soci::use(answer), soci::use(at),
        soci::use(columns.id), soci::use(columns.kind), soci::use(columns.channel);
}

void try_again(db::Session& session, MessageKey const& key, Instant at, std::string const& problem,
               std::string const& answer) {
    KeyColumns const columns(key);
    long long const next = at.ms;
    session.sql() << update_waiting, soci::use(next), soci::use(problem), soci::use(answer),
        soci::use(columns.id), soci::use(columns.kind), soci::use(columns.channel);
}

std::int64_t wait_again(db::Session& session, NetworkId const& network, Instant now) {
    long long const at = now.ms;
    soci::statement st =
        (session.sql().prepare << update_again, soci::use(at), soci::use(network.text()), soci::use(at));
    st.execute(true);
    return db::changed(st);
}

bool wait_again(db::Session& session, MessageKey const& key, Instant now) {
    KeyColumns const columns(key);
    long long const at = now.ms;
    soci::statement st = (session.sql().prepare << update_one_again, soci::use(at), soci::use(columns.id),
                          soci::use(columns.kind), soci::use(columns.channel), soci::use(at));
    st.execute(true);
    return db::changed(st) == 1;
}

bool settle_message(db::Session& session, MessageKey const& key, Instant now) {
    KeyColumns const columns(key);
    long long const at = now.ms;
    soci::statement st = (session.sql().prepare << update_settled, soci::use(at), soci::use(at),
                          soci::use(columns.id), soci::use(columns.kind), soci::use(columns.channel));
    st.execute(true);
    return db::changed(st) == 1;
}

ToldAppointment told_of(db::Session& session, Appointment const& appointment) {
    ToldAppointment told;
    told.language = appointment.visitor.language;
    told.starts_at = appointment.starts_at;
    told.minutes = appointment.minutes;
    told.time_zone = time_zone_of(session, appointment.network_id).value();
    told.door = appointment.door;
    told.first_name = appointment.visitor.first_name;
    told.code = appointment.code;
    session.sql() << select_partner, soci::use(appointment.partner_id.text()), soci::into(told.acronym),
        soci::into(told.partner_name.fr), soci::into(told.partner_name.en);
    if (appointment.site_id) {
        auto const site = network::site_card(session, *appointment.site_id).value();
        told.site_name = site.name;
        told.site_address = site.address;
        told.site_commune = site.commune;
        told.site_telephone = site.telephone;
    }
    for (auto const& id : appointment.motives) {
        auto const known = motive(session, id);
        if (!known) {
            continue;
        }
        told.motives.push_back(known->label);
        for (auto const& paper : known->papers) {
            if (std::ranges::none_of(told.papers, [&](auto const& one) { return one.fr == paper.fr; })) {
                told.papers.push_back(paper);
            }
        }
    }
    return told;
}

std::optional<ToldAtOnce> told_at_once(db::Session& session, AppointmentId const& appointment,
                                       MessageChannel channel) {
    std::string const of_channel(json::enum_name(channel));
    std::string state;
    ToldAtOnce told;
    session.sql() << select_at_once, soci::use(appointment.text()), soci::use(of_channel), soci::into(state),
        soci::into(told.problem), soci::into(told.answer);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    told.state = db::word_of<MessageState>(state);
    return told;
}

MessageReport message_report(db::Session& session, NetworkId const& network,
                             std::optional<SiteId> const& only_site, Instant now) {
    MessageReport report;
    long long const late = (now - late_after).ms;
    long long counts[4] = {};
    session.sql() << select_counts, soci::use(late), soci::use(network.text()), soci::into(counts[0]),
        soci::into(counts[1]), soci::into(counts[2]), soci::into(counts[3]);
    report.waiting = counts[0];
    report.late = counts[1];
    report.sent = counts[2];
    report.given_up = counts[3];
    std::string id;
    std::string site;
    std::string kind;
    std::string channel;
    std::string state;
    std::string problem;
    std::string answer;
    std::string telephone;
    std::string email;
    std::string const wanted_site = only_site ? only_site->text() : "";
    long long starts = 0;
    long long next = 0;
    int attempts = 0;
    soci::statement st =
        (session.sql().prepare << select_failing, soci::use(network.text()), soci::use(wanted_site),
         soci::use(wanted_site), soci::into(id), soci::into(site), soci::into(starts), soci::into(kind),
         soci::into(channel), soci::into(state), soci::into(attempts), soci::into(next), soci::into(problem),
         soci::into(answer), soci::into(telephone), soci::into(email));
    st.execute();
    while (st.fetch()) {
        auto const in_state = db::word_of<MessageState>(state);
        auto const on = db::word_of<MessageChannel>(channel);
        report.failing.push_back(
            {db::id_of<AppointmentId>(id), db::optional_id_of<SiteId>(site), Instant{starts},
             db::word_of<MessageKind>(kind), on, masked(on, telephone, email), in_state, attempts,
             in_state == MessageState::given_up ? std::nullopt : std::optional(Instant{next}), problem,
             answer});
    }
    return report;
}

std::int64_t forget_messages(db::Session& session, Instant useless_since) {
    long long const before = useless_since.ms;
    soci::statement st = (session.sql().prepare << delete_old, soci::use(before));
    st.execute(true);
    return db::changed(st);
}

} // namespace parvis::scheduling
