// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/calendar_feed_service.hpp"

#include "platform/crypto/crypto.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/feeds/duty_calendar.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/rota/rota_service_days.hpp"
#include "server/scheduling/supply/supply_policy.hpp"

#include <algorithm>
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

/// The body that the feed is of, or of the group or the adviser that it is of; nothing for a site.
Result<std::optional<PartnerId>> body_of(db::Session& session, Caller const& caller, NetworkId const& network,
                                         MakeCalendarFeed const& wish) {
    if (wish.account_id) {
        auto const own = std::ranges::find_if(caller.memberships, [&](auto const& one) {
            return one.network_id == network && one.role == identity::Role::adviser && one.partner_id;
        });
        return own != caller.memberships.end() ? Result<std::optional<PartnerId>>(own->partner_id)
                                               : fail(ErrorCode::forbidden, "role_missing");
    }
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

/// The sessions of one adviser, with their appointments.
std::vector<CalendarEvent> events_of_adviser(db::Session& session, KeptFeed const& kept, Instant now) {
    auto const zone = time_zone_of(session, kept.network_id).value();
    auto const names = feed_names(session, kept.network_id);
    // Whole days: a session is told with all of its appointments.
    auto const first_day = to_local(now - feed_looks_back, zone).date();
    auto const last_day = to_local(now + feed_looks_ahead, zone).date();
    auto const booked = feed_entries(session, kept.feed, to_instant(first_day, 0, zone),
                                     to_instant(add_days(last_day, 1), 0, zone), feed_most_appointments);
    auto const rota =
        duties_of(session, kept.feed.account_id.value(), {kept.network_id, first_day, last_day});
    std::vector<DutyPart> parts;
    for (auto const& duty : rota.sessions) {
        for (auto const& opening : duty.parts) {
            auto& part = parts.emplace_back(DutyPart{opening,
                                                     duty.record.revision,
                                                     duty.record.supply.modality,
                                                     names.acronyms.at(duty.record.supply.partner_id),
                                                     {},
                                                     duty.on_duty,
                                                     duty.instead_of,
                                                     duty.record.supply.on_site});
            for (auto const& site : opening.sites) {
                part.sites.push_back(names.sites.at(site));
            }
        }
    }
    return duty_events(parts, booked, kept.feed.language);
}

std::vector<CalendarEvent> events_of(db::Session& session, KeptFeed const& kept, Instant now) {
    if (kept.feed.account_id) {
        return events_of_adviser(session, kept, now);
    }
    std::vector<CalendarEvent> events;
    for (auto const& entry : feed_entries(session, kept.feed, now - feed_looks_back, now + feed_looks_ahead,
                                          feed_most_appointments)) {
        events.push_back(event_of(entry, kept.feed.language));
    }
    return events;
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
        auto const body = body_of(session, caller, network, wish);
        if (!body) {
            return body.error();
        }
        KeptFeed const kept{
            network,
            {id, wish.site_id, *body, wish.group_id, wish.account_id, wish.name, wish.language, now}};
        if (!may_keep_feed(caller, network, kept.feed)) {
            return fail(ErrorCode::forbidden, "role_missing");
        }
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
            if (may_keep_feed(caller, network, feed)) {
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
        if (!kept || !may_keep_feed(caller, kept->network_id, kept->feed)) {
            return fail(ErrorCode::not_found, "feed_unknown");
        }
        revoke_feed(session, id, now);
        remember(session, caller, "calendar_feed_revoked", id, now);
        return {};
    });
}

Result<CalendarText> CalendarFeedService::read(std::string const& secret) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<CalendarText> {
        auto const kept = feed_opened_by(session, hash_of(secret));
        if (!kept) {
            return fail(ErrorCode::not_found, "feed_unknown");
        }
        auto events = events_of(session, *kept, now);
        auto const undated = calendar_text(CalendarMethod::publish, events);
        for (auto& event : events) {
            event.written_at = now;
        }
        return CalendarText{calendar_text(CalendarMethod::publish, events),
                            crypto::hex(crypto::blake2b(crypto::bytes_of(undated)))};
    });
}

} // namespace parvis::scheduling
