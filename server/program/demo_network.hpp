// SPDX-License-Identifier: EUPL-1.2
// A small network to try everything with: real places of the Lot, the Montmorillonnais and the Ouest
// Limousin, six kinds of public body, and accounts for each role. People and telephone numbers are invented
// (numbers reserved for fiction by the ARCEP numbering plan).
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/account_service.hpp"

#include <string>
#include <vector>

namespace parvis {

struct DemoAccount {
    std::string email;
    std::string what; // "conseillère, CAF du Lot"
};

inline constexpr char demo_password[] = "demonstration parvis";

/// Writes the demo network when the database has none yet, and tells the accounts. Worker thread or before
/// start.
Result<std::vector<DemoAccount>> furnish_demo(db::Database& database, identity::AccountService& accounts,
                                              Clock const& clock);

} // namespace parvis
