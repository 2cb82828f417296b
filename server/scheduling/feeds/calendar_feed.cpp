// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/calendar_feed.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr std::size_t longest_name = 100;

} // namespace

bool may_keep_feed(identity::Caller const& caller, NetworkId const& network,
                   std::optional<SiteId> const& site, std::optional<PartnerId> const& partner) {
    using identity::Role;
    return std::ranges::any_of(caller.memberships, [&](identity::Membership const& one) {
        if (one.network_id != network) {
            return false;
        }
        switch (one.role) {
        case Role::coordinator:
        case Role::administrator:
            return true;
        case Role::mediator:
            return site && one.site_id == site;
        case Role::adviser:
        case Role::partner_manager:
            return partner && one.partner_id == partner;
        default:
            return false;
        }
    });
}

Result<void> check_feed(MakeCalendarFeed const& wish) {
    int const wanted = (wish.site_id ? 1 : 0) + (wish.partner_id ? 1 : 0) + (wish.group_id ? 1 : 0);
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
