// SPDX-License-Identifier: EUPL-1.2
// Appointments as a calendar that is read by address: of one site, one body, one group of advisers, or one
// adviser with their sessions. No citizen is named: an address is copied, and calendars are shared. Pure.
#pragma once

#include "platform/text/language.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/appointments/appointment.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

using CalendarFeedId = Id<struct CalendarFeedTag>;

inline constexpr std::chrono::hours feed_looks_back{7 * 24};
inline constexpr std::chrono::hours feed_looks_ahead{120 * 24};
inline constexpr int feed_most_appointments = 2000;

/// Exactly one of the four is wanted; `account_id` is one's own.
struct MakeCalendarFeed {
    std::optional<SiteId> site_id;
    std::optional<PartnerId> partner_id;
    std::optional<network::AdviserGroupId> group_id;
    std::optional<AccountId> account_id;
    std::string name; ///< whose calendar it is for, in the words of whoever makes it
    Language language = Language::fr;
};
BOOST_DESCRIBE_STRUCT(MakeCalendarFeed, (), (site_id, partner_id, group_id, account_id, name, language))

/// A feed of a group, or of an adviser, has its body as well.
struct CalendarFeed {
    CalendarFeedId feed_id;
    std::optional<SiteId> site_id;
    std::optional<PartnerId> partner_id;
    std::optional<network::AdviserGroupId> group_id;
    std::optional<AccountId> account_id;
    std::string name;
    Language language = Language::fr;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(CalendarFeed, (),
                      (feed_id, site_id, partner_id, group_id, account_id, name, language, made_at))

struct MadeCalendarFeed {
    CalendarFeed feed;
    std::string path; ///< with the secret: told once
};
BOOST_DESCRIBE_STRUCT(MadeCalendarFeed, (), (feed, path))

struct CalendarFeedList {
    std::vector<CalendarFeed> feeds;
};
BOOST_DESCRIBE_STRUCT(CalendarFeedList, (), (feeds))

/// Mediators for their site, advisers and partner managers for their body and its groups, coordinators and
/// administrators for all of the network; an adviser's own is theirs alone. The same people see and revoke
/// it.
bool may_keep_feed(identity::Caller const& caller, NetworkId const& network, CalendarFeed const& feed);

/// Errors: invalid_input "feed_subject_wrong" when not exactly one is wanted, "feed_name_missing" (/name),
/// "words_too_long" (/name; most).
Result<void> check_feed(MakeCalendarFeed const& wish);

} // namespace parvis::scheduling
