// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/webhook_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"

#include <stdexcept>

namespace parvis::scheduling {

namespace {

constexpr char upsert_webhook[] =
    "INSERT INTO webhook (webhook_id, network_id, partner_id, url, secret, made_at) VALUES (:id, :network,"
    " NULLIF(:partner, ''), :url, :secret, :made_at) ON CONFLICT (webhook_id) DO UPDATE SET"
    " url = excluded.url, secret = excluded.secret, made_at = excluded.made_at"
    " WHERE webhook.revoked_at IS NULL AND webhook.network_id = excluded.network_id"
    " AND COALESCE(webhook.partner_id, '') = COALESCE(excluded.partner_id, '')";
constexpr char select_webhook[] = "SELECT network_id, COALESCE(partner_id, ''), url, secret, made_at"
                                  " FROM webhook WHERE webhook_id = :id AND revoked_at IS NULL";
constexpr char update_revoked[] = "UPDATE webhook SET revoked_at = :now WHERE webhook_id = :id";
constexpr char drop_waiting[] =
    "UPDATE webhook_delivery SET ended_at = :now WHERE webhook_id = :id AND ended_at IS NULL";
constexpr char select_views[] =
    "SELECT w.webhook_id, w.url, COALESCE(w.partner_id, ''), w.made_at,"
    " (SELECT COUNT(*) FROM webhook_delivery d WHERE d.webhook_id = w.webhook_id AND d.ended_at IS NULL),"
    " (SELECT COUNT(*) FROM webhook_delivery d WHERE d.webhook_id = w.webhook_id AND d.ended_at IS NOT NULL"
    "  AND d.delivered = 0),"
    " COALESCE((SELECT d.problem FROM webhook_delivery d WHERE d.webhook_id = w.webhook_id"
    "  AND d.delivered = 0 AND d.problem IS NOT NULL ORDER BY d.occurred_at DESC, d.appointment_id LIMIT 1), "
    "''),"
    " COALESCE((SELECT d.answer FROM webhook_delivery d WHERE d.webhook_id = w.webhook_id"
    "  AND d.delivered = 0 AND d.problem IS NOT NULL ORDER BY d.occurred_at DESC, d.appointment_id LIMIT 1), "
    "''),"
    " CASE WHEN w.paused_at IS NULL THEN 0 ELSE 1 END FROM webhook w WHERE w.network_id = :network AND "
    "w.revoked_at IS NULL"
    " ORDER BY w.made_at, w.webhook_id";
constexpr char insert_deliveries[] =
    "INSERT INTO webhook_delivery (webhook_id, appointment_id, kind, root_id, sequence, occurred_at, "
    "attempts,"
    " next_at, delivered) SELECT w.webhook_id, a.appointment_id, CAST(:kind AS TEXT), CAST(:root AS TEXT),"
    " CAST(:sequence AS INTEGER), CAST(:occurred AS BIGINT), 0, CAST(:next AS BIGINT), 0"
    " FROM appointment a JOIN webhook w ON w.network_id = a.network_id"
    " WHERE a.appointment_id = :id AND w.revoked_at IS NULL"
    " AND (w.partner_id IS NULL OR w.partner_id = a.partner_id) ON CONFLICT DO NOTHING";
constexpr char select_due[] =
    "SELECT d.webhook_id, d.appointment_id, d.kind FROM webhook_delivery d"
    " JOIN webhook w ON w.webhook_id = d.webhook_id AND w.paused_at IS NULL"
    " WHERE d.ended_at IS NULL AND d.next_at <= :now"
    " ORDER BY d.occurred_at, d.sequence, d.appointment_id, d.webhook_id LIMIT :most";
constexpr char select_one_due[] =
    "SELECT root_id, sequence, occurred_at, attempts FROM webhook_delivery WHERE webhook_id = :hook"
    " AND appointment_id = :id AND kind = :kind AND ended_at IS NULL AND next_at <= :now"
    " AND NOT EXISTS (SELECT 1 FROM webhook w WHERE w.webhook_id = webhook_delivery.webhook_id"
    " AND w.paused_at IS NOT NULL)";
std::string const of_key = " WHERE webhook_id = :hook AND appointment_id = :id AND kind = :kind";
std::string const update_delivering =
    "UPDATE webhook_delivery SET attempts = attempts + 1, next_at = :until" + of_key;
std::string const update_ended = "UPDATE webhook_delivery SET delivered = :delivered, problem = NULLIF("
                                 ":problem, ''), answer = NULLIF(:answer, ''), ended_at = :now" +
                                 of_key;
std::string const update_problem =
    "UPDATE webhook_delivery SET next_at = :until, problem = :problem, answer = NULLIF(:answer, '')" + of_key;
constexpr char update_behind[] = "UPDATE webhook_delivery SET next_at = :until WHERE webhook_id = :hook"
                                 " AND ended_at IS NULL AND next_at < :same";
constexpr char update_paused[] =
    "UPDATE webhook SET paused_at = NULLIF(CAST(:since AS BIGINT), -1) WHERE webhook_id = :id";
constexpr char wake_waiting[] =
    "UPDATE webhook_delivery SET next_at = :now WHERE webhook_id = :id AND ended_at IS NULL";
constexpr char wake_given_up[] =
    "UPDATE webhook_delivery SET next_at = :now, attempts = 0, ended_at = NULL WHERE webhook_id = :id"
    " AND ended_at IS NOT NULL AND delivered = 0 AND problem IS NOT NULL";
constexpr char select_deliveries[] =
    "SELECT appointment_id, kind, occurred_at, attempts, next_at, COALESCE(ended_at, -1), delivered,"
    " COALESCE(problem, ''), COALESCE(answer, '') FROM webhook_delivery WHERE webhook_id = :id"
    " ORDER BY occurred_at DESC, sequence DESC, appointment_id LIMIT :most";
constexpr char delete_old[] = "DELETE FROM webhook_delivery WHERE ended_at < :before";

struct KeyColumns {
    explicit KeyColumns(DeliveryKey const& key)
        : hook(key.webhook_id.text()), id(key.appointment_id.text()), kind(json::enum_name(key.kind)) {}
    std::string hook;
    std::string id;
    std::string kind;
};

} // namespace

bool save_webhook(db::Session& session, KeptWebhook const& webhook) {
    std::string const partner = webhook.partner_id ? webhook.partner_id->text() : "";
    long long const made = webhook.made_at.ms;
    soci::statement st = (session.sql().prepare << upsert_webhook, soci::use(webhook.webhook_id.text()),
                          soci::use(webhook.network_id.text()), soci::use(partner), soci::use(webhook.url),
                          soci::use(webhook.secret), soci::use(made));
    st.execute(true);
    return db::changed(st) == 1;
}

std::optional<KeptWebhook> find_webhook(db::Session& session, WebhookId const& id) {
    std::string network;
    std::string partner;
    std::string url;
    std::string secret;
    long long made = 0;
    session.sql() << select_webhook, soci::use(id.text()), soci::into(network), soci::into(partner),
        soci::into(url), soci::into(secret), soci::into(made);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    return KeptWebhook{
        id,           db::id_of<NetworkId>(network), db::optional_id_of<PartnerId>(partner), url, secret,
        Instant{made}};
}

void revoke_webhook(db::Session& session, WebhookId const& id, Instant now) {
    long long const at = now.ms;
    session.sql() << update_revoked, soci::use(at), soci::use(id.text());
    session.sql() << drop_waiting, soci::use(at), soci::use(id.text());
}

std::vector<WebhookView> webhooks_of(db::Session& session, NetworkId const& network) {
    std::vector<WebhookView> found;
    std::string id;
    std::string url;
    std::string partner;
    std::string problem;
    std::string answer;
    long long made = 0;
    long long waiting = 0;
    long long given_up = 0;
    int paused = 0;
    soci::statement st = (session.sql().prepare << select_views, soci::use(network.text()), soci::into(id),
                          soci::into(url), soci::into(partner), soci::into(made), soci::into(waiting),
                          soci::into(given_up), soci::into(problem), soci::into(answer), soci::into(paused));
    st.execute();
    while (st.fetch()) {
        found.push_back({db::id_of<WebhookId>(id), url, db::optional_id_of<PartnerId>(partner), Instant{made},
                         waiting, given_up, paused != 0,
                         problem.empty() ? std::nullopt : std::optional(problem), answer});
    }
    return found;
}

void pause_webhook(db::Session& session, WebhookId const& id, std::optional<Instant> since) {
    long long const at = since ? since->ms : -1;
    session.sql() << update_paused, soci::use(at), soci::use(id.text());
}

void wake_deliveries(db::Session& session, WebhookId const& id, Instant now) {
    long long const at = now.ms;
    session.sql() << wake_waiting, soci::use(at), soci::use(id.text());
    session.sql() << wake_given_up, soci::use(at), soci::use(id.text());
}

std::vector<DeliveryView> deliveries_of(db::Session& session, WebhookId const& id, int most) {
    std::vector<DeliveryView> found;
    std::string appointment;
    std::string kind;
    std::string problem;
    std::string answer;
    long long occurred = 0;
    long long next = 0;
    long long ended = 0;
    int attempts = 0;
    int delivered = 0;
    soci::statement st =
        (session.sql().prepare << select_deliveries, soci::use(id.text()), soci::use(most),
         soci::into(appointment), soci::into(kind), soci::into(occurred), soci::into(attempts),
         soci::into(next), soci::into(ended), soci::into(delivered), soci::into(problem), soci::into(answer));
    st.execute();
    while (st.fetch()) {
        bool const waits = ended < 0;
        auto const ended_as = delivered != 0 ? DeliveryState::delivered : DeliveryState::given_up;
        found.push_back({db::id_of<AppointmentId>(appointment), db::word_of<AppointmentEventKind>(kind),
                         waits ? DeliveryState::waiting : ended_as, Instant{occurred}, attempts,
                         waits ? std::optional(Instant{next}) : std::nullopt,
                         waits ? std::nullopt : std::optional(Instant{ended}),
                         problem.empty() ? std::nullopt : std::optional(problem), answer});
    }
    return found;
}

void plan_deliveries(db::Session& session, AppointmentEvent const& event) {
    std::string const kind(json::enum_name(event.kind));
    long long const occurred = event.occurred_at.ms;
    session.sql() << insert_deliveries, soci::use(kind), soci::use(event.root_id.text()),
        soci::use(event.sequence), soci::use(occurred), soci::use(occurred),
        soci::use(event.appointment_id.text());
}

std::vector<DeliveryKey> due_deliveries(db::Session& session, Instant now, int most) {
    std::vector<DeliveryKey> found;
    long long const at = now.ms;
    std::string hook;
    std::string id;
    std::string kind;
    soci::statement st = (session.sql().prepare << select_due, soci::use(at), soci::use(most),
                          soci::into(hook), soci::into(id), soci::into(kind));
    st.execute();
    while (st.fetch()) {
        found.push_back({db::id_of<WebhookId>(hook), db::id_of<AppointmentId>(id),
                         db::word_of<AppointmentEventKind>(kind)});
    }
    return found;
}

std::optional<DueDelivery> due_delivery(db::Session& session, DeliveryKey const& key, Instant now) {
    KeyColumns const columns(key);
    long long const at = now.ms;
    std::string root;
    int sequence = 0;
    long long occurred = 0;
    int attempts = 0;
    session.sql() << select_one_due, soci::use(columns.hook), soci::use(columns.id), soci::use(columns.kind),
        soci::use(at), soci::into(root), soci::into(sequence), soci::into(occurred), soci::into(attempts);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    DueDelivery due;
    due.event.appointment_id = key.appointment_id;
    due.event.kind = key.kind;
    due.event.root_id = db::id_of<AppointmentId>(root);
    due.event.sequence = sequence;
    due.event.occurred_at = Instant{occurred};
    due.attempts = attempts;
    return due;
}

void mark_delivering(db::Session& session, DeliveryKey const& key, Instant until) {
    KeyColumns const columns(key);
    long long const at = until.ms;
    session.sql() << update_delivering, soci::use(at), soci::use(columns.hook), soci::use(columns.id),
        soci::use(columns.kind);
}

void end_delivery(db::Session& session, DeliveryKey const& key, bool delivered, std::string const& problem,
                  std::string const& answer, Instant now) {
    KeyColumns const columns(key);
    int const flag = delivered ? 1 : 0;
    long long const at = now.ms;
    session.sql() << update_ended, soci::use(flag), soci::use(problem), soci::use(answer), soci::use(at),
        soci::use(columns.hook), soci::use(columns.id), soci::use(columns.kind);
}

void delay_deliveries(db::Session& session, DeliveryKey const& key, Instant until, std::string const& problem,
                      std::string const& answer) {
    KeyColumns const columns(key);
    long long const at = until.ms;
    session.sql() << update_problem, soci::use(at), soci::use(problem), soci::use(answer),
        soci::use(columns.hook), soci::use(columns.id), soci::use(columns.kind);
    session.sql() << update_behind, soci::use(at), soci::use(columns.hook), soci::use(at);
}

std::int64_t forget_deliveries(db::Session& session, Instant ended_before) {
    long long const before = ended_before.ms;
    soci::statement st = (session.sql().prepare << delete_old, soci::use(before));
    st.execute(true);
    return db::changed(st);
}

} // namespace parvis::scheduling
