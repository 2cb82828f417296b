// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/calendar_feed_service.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/json/encode.hpp"
#include "platform/text/catalogue.hpp"
#include "platform/time/calendar_event.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"

#include <utility>

namespace parvis::scheduling {

namespace {

using identity::Caller;

std::string hash_of(std::string const& secret) {
    return crypto::hex(crypto::blake2b(crypto::bytes_of(secret)));
}

void remember(db::Session& session, Caller const& caller, char const* act, CalendarFeedId const& feed,
              Instant now) {
    identity::append_audit(
        session, {act, identity::trail_name(caller.account_id), "calendar_feed:" + feed.text(), {}, now},
        now);
}

/// The body that the feed is of, or of the group that it is of; nothing for a site.
Result<std::optional<PartnerId>> body_of(db::Session& session, NetworkId const& network,
                                         MakeCalendarFeed const& wish) {
    if (wish.site_id) {
        auto const at = network_of(session, *wish.site_id);
        return at && *at == network ? Result<std::optional<PartnerId>>(std::nullopt)
                                    : fail(ErrorCode::not_found, "site_unknown", "/site_id");
    }
    if (wish.partner_id) {
        auto const at = network_of(session, *wish.partner_id);
        return at && *at == network ? Result<std::optional<PartnerId>>(wish.partner_id)
                                    : fail(ErrorCode::not_found, "partner_unknown", "/partner_id");
    }
    auto const body = partner_of_group(session, network, wish.group_id.value());
    return body ? Result<std::optional<PartnerId>>(body)
                : fail(ErrorCode::not_found, "group_unknown", "/group_id");
}

CalendarEvent event_of(FeedEntry const& entry, Language language) {
    auto const& motive = language == Language::en ? entry.motive_en : entry.motive_fr;
    CalendarEvent event;
    event.uid = entry.appointment_id.text() + "@parvis";
    event.sequence = static_cast<int>(entry.revision);
    event.starts_at = entry.starts_at;
    event.ends_at = entry.starts_at + std::chrono::minutes(entry.minutes);
    event.summary = text::say(
        language, "message.feed_title",
        {{"door", std::string(json::enum_name(entry.door))}, {"acronym", entry.acronym}, {"motive", motive}});
    event.location = entry.site;
    return event;
}

} // namespace

CalendarFeedService::CalendarFeedService(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock) {}

Result<MadeCalendarFeed> CalendarFeedService::make(Caller const& caller, NetworkId const& network,
                                                   CalendarFeedId const& id, MakeCalendarFeed const& wish) {
    if (!may_read_plan(caller, network)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    if (auto const sound = check_feed(wish); !sound) {
        return sound.error();
    }
    auto const now = clock_.now();
    auto const secret = crypto::random_token();
    return database_.write([&](db::Session& session) -> Result<MadeCalendarFeed> {
        auto const body = body_of(session, network, wish);
        if (!body) {
            return body.error();
        }
        if (!may_keep_feed(caller, network, wish.site_id, *body)) {
            return fail(ErrorCode::forbidden, "role_missing");
        }
        KeptFeed const kept{network, {id, wish.site_id, *body, wish.group_id, wish.name, wish.language, now}};
        if (!save_feed(session, kept, hash_of(secret))) {
            return fail(ErrorCode::conflict, "feed_id_taken");
        }
        remember(session, caller, "calendar_feed_made", id, now);
        return MadeCalendarFeed{kept.feed, "/api/v1/calendars/" + secret};
    });
}

Result<CalendarFeedList> CalendarFeedService::list(Caller const& caller, NetworkId const& network) {
    if (!may_read_plan(caller, network)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    return database_.read([&](db::Session& session) -> Result<CalendarFeedList> {
        CalendarFeedList list;
        for (auto& feed : feeds_of(session, network)) {
            if (may_keep_feed(caller, network, feed.site_id, feed.partner_id)) {
                list.feeds.push_back(std::move(feed));
            }
        }
        return list;
    });
}

Result<void> CalendarFeedService::revoke(Caller const& caller, CalendarFeedId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const kept = find_feed(session, id);
        if (!kept || !may_keep_feed(caller, kept->network_id, kept->feed.site_id, kept->feed.partner_id)) {
            return fail(ErrorCode::not_found, "feed_unknown");
        }
        revoke_feed(session, id, now);
        remember(session, caller, "calendar_feed_revoked", id, now);
        return {};
    });
}

Result<std::string> CalendarFeedService::read(std::string const& secret) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<std::string> {
        auto const kept = feed_opened_by(session, hash_of(secret));
        if (!kept) {
            return fail(ErrorCode::not_found, "feed_unknown");
        }
        std::vector<CalendarEvent> events;
        for (auto const& entry : feed_entries(session, kept->feed, now - feed_looks_back,
                                              now + feed_looks_ahead, feed_most_appointments)) {
            events.push_back(event_of(entry, kept->feed.language));
            events.back().written_at = now;
        }
        return calendar_text(CalendarMethod::publish, events);
    });
}

} // namespace parvis::scheduling
