// SPDX-License-Identifier: EUPL-1.2
// SQL of calendar feeds. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/feeds/calendar_feed.hpp"
#include "server/scheduling/feeds/duty_calendar.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

struct KeptFeed {
    NetworkId network_id;
    CalendarFeed feed;
};

/// False when the id is another's feed, or one that was revoked. The same feed again gets the new secret.
bool save_feed(db::Session& session, KeptFeed const& kept, std::string const& secret_hash);
/// Not those that were revoked.
std::vector<CalendarFeed> feeds_of(db::Session& session, NetworkId const& network);
std::optional<KeptFeed> find_feed(db::Session& session, CalendarFeedId const& id);
/// Nothing when it is of somebody whose account is closed, or who is no adviser of that body any more.
std::optional<KeptFeed> feed_opened_by(db::Session& session, std::string const& secret_hash);
void revoke_feed(db::Session& session, CalendarFeedId const& id, Instant now);
/// Whose calendar it was for, of those that were revoked before.
void forget_feed_names(db::Session& session, Instant before);

/// The body of a group of that network.
std::optional<PartnerId> partner_of_group(db::Session& session, NetworkId const& network,
                                          network::AdviserGroupId const& group);

/// Those that are booked or took place, by time; for an adviser those of all supplies that they are named for
/// on some day.
std::vector<FeedEntry> feed_entries(db::Session& session, CalendarFeed const& feed, Instant from, Instant to,
                                    int most);

/// What sites and bodies of a network are called.
struct FeedNames {
    std::map<SiteId, std::string> sites;
    std::map<PartnerId, std::string> acronyms;
};
FeedNames feed_names(db::Session& session, NetworkId const& network);

} // namespace parvis::scheduling
