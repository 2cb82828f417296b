// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/calendar_feed_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"

#include <stdexcept>

namespace parvis::scheduling {

namespace {

constexpr char upsert_feed[] =
    "INSERT INTO calendar_feed (feed_id, network_id, site_id, partner_id, group_id, account_id, name,"
    " language, secret_hash, made_at) VALUES (:id, :network, NULLIF(:site, ''), NULLIF(:partner, ''),"
    " NULLIF(:group_id, ''), NULLIF(:account, ''), :name, :language, :secret, :made_at) ON CONFLICT "
    "(feed_id) DO UPDATE SET"
    " name = excluded.name, language = excluded.language, secret_hash = excluded.secret_hash,"
    " made_at = excluded.made_at WHERE calendar_feed.revoked_at IS NULL"
    " AND calendar_feed.network_id = excluded.network_id"
    " AND COALESCE(calendar_feed.site_id, '') = COALESCE(excluded.site_id, '')"
    " AND COALESCE(calendar_feed.partner_id, '') = COALESCE(excluded.partner_id, '')"
    " AND COALESCE(calendar_feed.group_id, '') = COALESCE(excluded.group_id, '')"
    " AND COALESCE(calendar_feed.account_id, '') = COALESCE(excluded.account_id, '')";
std::string const select_feeds =
    "SELECT feed_id, network_id, COALESCE(site_id, ''), COALESCE(partner_id, ''), COALESCE(group_id, ''),"
    " COALESCE(account_id, ''), name, language, made_at FROM calendar_feed WHERE revoked_at IS NULL AND ";
constexpr char update_revoked[] =
    "UPDATE calendar_feed SET revoked_at = :now, account_id = NULL WHERE feed_id = :id";
constexpr char erase_names[] = "UPDATE calendar_feed SET name = '' WHERE name <> '' AND revoked_at < :before";
constexpr char select_partner[] =
    "SELECT partner_id FROM adviser_group WHERE group_id = :id AND network_id = :network";
std::string const select_entries =
    "SELECT a.appointment_id, a.supply_id, a.revision, a.starts_at, a.minutes, a.door, p.acronym,"
    " COALESCE(m.label_fr, ''), COALESCE(m.label_en, ''), COALESCE(s.name, '') FROM appointment a"
    " JOIN partner p ON p.partner_id = a.partner_id LEFT JOIN site s ON s.site_id = a.site_id"
    " LEFT JOIN appointment_motive am ON am.appointment_id = a.appointment_id AND am.position = 0"
    " LEFT JOIN motive m ON m.motive_id = am.motive_id"
    " WHERE a.starts_at >= :first AND a.starts_at < :last"
    " AND a.state NOT IN ('requested', 'held', 'cancelled', 'moved') AND ";
constexpr char opened_by[] =
    "secret_hash = :secret AND (account_id IS NULL OR EXISTS (SELECT 1 FROM membership m"
    " JOIN account a ON a.account_id = m.account_id WHERE m.account_id = calendar_feed.account_id"
    " AND m.network_id = calendar_feed.network_id AND m.partner_id = calendar_feed.partner_id"
    " AND m.role = 'adviser' AND a.disabled_at IS NULL))";
constexpr char of_duties[] =
    "a.supply_id IN (SELECT n.supply_id FROM (SELECT supply_id, account_id FROM duty UNION"
    " SELECT supply_id, account_id FROM stand_in) n WHERE n.account_id = :id)";
constexpr char select_sites[] = "SELECT site_id, name FROM site WHERE network_id = :network";
constexpr char select_acronyms[] = "SELECT partner_id, acronym FROM partner WHERE network_id = :network";
constexpr char in_order[] = " ORDER BY a.starts_at, a.appointment_id LIMIT :most";

std::vector<KeptFeed> select(db::Session& session, std::string const& condition,
                             std::string const& parameter) {
    std::vector<KeptFeed> found;
    std::string id;
    std::string network;
    std::string site;
    std::string partner;
    std::string group;
    std::string account;
    std::string name;
    std::string language;
    long long made = 0;
    soci::statement st =
        (session.sql().prepare << select_feeds + condition, soci::use(parameter), soci::into(id),
         soci::into(network), soci::into(site), soci::into(partner), soci::into(group), soci::into(account),
         soci::into(name), soci::into(language), soci::into(made));
    st.execute();
    while (st.fetch()) {
        found.push_back(
            {db::id_of<NetworkId>(network),
             {db::id_of<CalendarFeedId>(id), db::optional_id_of<SiteId>(site),
              db::optional_id_of<PartnerId>(partner), db::optional_id_of<network::AdviserGroupId>(group),
              db::optional_id_of<AccountId>(account), name, parse_language(language).value_or(Language::fr),
              Instant{made}}});
    }
    return found;
}

std::optional<KeptFeed> select_one(db::Session& session, std::string const& condition,
                                   std::string const& parameter) {
    auto found = select(session, condition, parameter);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

template <class AnyId>
std::string text_of(std::optional<AnyId> const& id) {
    return id ? id->text() : "";
}

/// Whose appointments: a condition, and the id in it.
std::pair<std::string, std::string> whose(CalendarFeed const& feed) {
    if (feed.account_id) {
        return {of_duties, feed.account_id->text()};
    }
    if (feed.site_id) {
        return {"a.site_id = :id", feed.site_id->text()};
    }
    return feed.group_id ? std::pair("a.group_id = :id", feed.group_id->text())
                         : std::pair("a.partner_id = :id", feed.partner_id.value().text());
}

template <class AnyId>
std::map<AnyId, std::string> names(db::Session& session, char const* query, NetworkId const& network) {
    std::map<AnyId, std::string> found;
    std::string id;
    std::string name;
    soci::statement rows =
        (session.sql().prepare << query, soci::use(network.text()), soci::into(id), soci::into(name));
    rows.execute();
    while (rows.fetch()) {
        found.emplace(db::id_of<AnyId>(id), name);
    }
    return found;
}

} // namespace

bool save_feed(db::Session& session, KeptFeed const& kept, std::string const& secret_hash) {
    auto const& feed = kept.feed;
    std::string const site = text_of(feed.site_id);
    std::string const partner = text_of(feed.partner_id);
    std::string const group = text_of(feed.group_id);
    std::string const account = text_of(feed.account_id);
    std::string const language(tag(feed.language));
    long long const made = feed.made_at.ms;
    soci::statement st = (session.sql().prepare << upsert_feed, soci::use(feed.feed_id.text()),
                          soci::use(kept.network_id.text()), soci::use(site), soci::use(partner),
                          soci::use(group), soci::use(account), soci::use(feed.name), soci::use(language),
                          soci::use(secret_hash), soci::use(made));
    st.execute(true);
    return db::changed(st) == 1;
}

std::vector<CalendarFeed> feeds_of(db::Session& session, NetworkId const& network) {
    std::vector<CalendarFeed> feeds;
    for (auto& kept : select(session, "network_id = :network ORDER BY made_at, feed_id", network.text())) {
        feeds.push_back(std::move(kept.feed));
    }
    return feeds;
}

std::optional<KeptFeed> find_feed(db::Session& session, CalendarFeedId const& id) {
    return select_one(session, "feed_id = :id", id.text());
}

std::optional<KeptFeed> feed_opened_by(db::Session& session, std::string const& secret_hash) {
    return select_one(session, opened_by, secret_hash);
}

void revoke_feed(db::Session& session, CalendarFeedId const& id, Instant now) {
    long long const at = now.ms;
    session.sql() << update_revoked, soci::use(at), soci::use(id.text());
}

void forget_feed_names(db::Session& session, Instant before) {
    long long const limit = before.ms;
    session.sql() << erase_names, soci::use(limit);
}

std::optional<PartnerId> partner_of_group(db::Session& session, NetworkId const& network,
                                          network::AdviserGroupId const& group) {
    std::string partner;
    session.sql() << select_partner, soci::use(group.text()), soci::use(network.text()), soci::into(partner);
    return session.sql().got_data() ? std::optional(db::id_of<PartnerId>(partner)) : std::nullopt;
}

std::vector<FeedEntry> feed_entries(db::Session& session, CalendarFeed const& feed, Instant from, Instant to,
                                    int most) {
    auto const& [condition, of] = whose(feed);
    long long const first = from.ms;
    long long const last = to.ms;
    std::vector<FeedEntry> found;
    FeedEntry entry;
    std::string id;
    std::string supply;
    std::string door;
    long long revision = 0;
    long long starts = 0;
    soci::statement st =
        (session.sql().prepare << select_entries + condition + in_order, soci::use(first), soci::use(last),
         soci::use(of), soci::use(most), soci::into(id), soci::into(supply), soci::into(revision),
         soci::into(starts), soci::into(entry.minutes), soci::into(door), soci::into(entry.acronym),
         soci::into(entry.motive_fr), soci::into(entry.motive_en), soci::into(entry.site));
    st.execute();
    while (st.fetch()) {
        entry.appointment_id = db::id_of<AppointmentId>(id);
        entry.supply_id = db::id_of<SupplyId>(supply);
        entry.revision = revision;
        entry.starts_at = Instant{starts};
        entry.door = db::word_of<Door>(door);
        found.push_back(entry);
    }
    return found;
}

FeedNames feed_names(db::Session& session, NetworkId const& network) {
    return {names<SiteId>(session, select_sites, network),
            names<PartnerId>(session, select_acronyms, network)};
}

} // namespace parvis::scheduling
