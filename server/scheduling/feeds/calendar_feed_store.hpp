// SPDX-License-Identifier: EUPL-1.2
// SQL of calendar feeds. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/feeds/calendar_feed.hpp"

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
std::optional<KeptFeed> feed_opened_by(db::Session& session, std::string const& secret_hash);
void revoke_feed(db::Session& session, CalendarFeedId const& id, Instant now);

/// The body of a group of that network.
std::optional<PartnerId> partner_of_group(db::Session& session, NetworkId const& network,
                                          network::AdviserGroupId const& group);

/// An appointment as far as it concerns a calendar.
struct FeedEntry {
    AppointmentId appointment_id;
    std::int64_t revision{};
    Instant starts_at;
    int minutes{};
    Door door{};
    std::string acronym;
    std::string motive_fr; ///< the first one
    std::string motive_en;
    std::string site; ///< may be empty
};

/// Those that are booked or took place, by time.
std::vector<FeedEntry> feed_entries(db::Session& session, CalendarFeed const& feed, Instant from, Instant to,
                                    int most);

} // namespace parvis::scheduling
