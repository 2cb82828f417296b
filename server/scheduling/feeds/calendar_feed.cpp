// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/calendar_feed.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr std::size_t longest_name = 100;

} // namespace

bool may_keep_feed(identity::Caller const& caller, NetworkId const& network, CalendarFeed const& feed) {
    using identity::Role;
    if (feed.account_id) {
        return feed.account_id == caller.account_id && caller.has(Role::adviser, network);
    }
    return std::ranges::any_of(caller.memberships, [&](identity::Membership const& one) {
        if (one.network_id != network) {
            return false;
        }
        switch (one.role) {
        case Role::coordinator:
        case Role::administrator:
            return true;
        case Role::mediator:
            return feed.site_id && one.site_id == feed.site_id;
        case Role::adviser:
        case Role::partner_manager:
            return feed.partner_id && one.partner_id == feed.partner_id;
        default:
            return false;
        }
    });
}

Result<void> check_feed(MakeCalendarFeed const& wish) {
    int const wanted = (wish.site_id ? 1 : 0) + (wish.partner_id ? 1 : 0) + (wish.group_id ? 1 : 0) +
                       (wish.account_id ? 1 : 0);
    if (wanted != 1) {
        return fail(ErrorCode::invalid_input, "feed_subject_wrong");
    }
    if (wish.name.find_first_not_of(' ') == std::string::npos) {
        return fail(ErrorCode::invalid_input, "feed_name_missing", "/name");
    }
    if (wish.name.size() > longest_name) {
        return fail(ErrorCode::invalid_input, "words_too_long", "/name",
                    {{"most", std::to_string(longest_name)}});
    }
    return {};
}

} // namespace parvis::scheduling
