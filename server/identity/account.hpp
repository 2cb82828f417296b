// SPDX-License-Identifier: EUPL-1.2
// What a staff account may look like. Pure rules; the same for the command line and the page.
#pragma once

#include "platform/result/result.hpp"
#include "server/identity/caller.hpp"
#include "server/network/offer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::identity {

/// A new account with its first membership. Partner for advisers and partner managers, site for mediators.
struct NewAccount {
    std::string email;
    std::string name;
    std::string language;
    std::string password;
    NetworkId network_id;
    Role role{};
    std::optional<PartnerId> partner_id;
    std::optional<SiteId> site_id;
    std::vector<network::AdviserGroupId> group_ids;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (),
                      (email, name, language, password, network_id, role, partner_id, site_id, group_ids))

/// Lower case without surrounding spaces: the form that is stored and compared.
std::string normal_email(std::string_view email);

/// Errors (invalid_input, with pointer): email_malformed, name_missing, name_too_long, language_unknown,
/// password_too_short (12 characters, NIST SP 800-63B and ANSSI both count length first), password_too_long,
/// partner_missing, site_missing.
Result<void> check(NewAccount const& account);

} // namespace parvis::identity
