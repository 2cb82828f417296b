// SPDX-License-Identifier: EUPL-1.2
// People who wait at many sites for one group of advisers: what the queue is measured on.
#pragma once

#include "platform/db/database.hpp"
#include "server/identity/account_service.hpp"
#include "server/network/furnish_store.hpp"
#include "server/queue/queue_service.hpp"

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace parvis::bench {

struct QueueTownSize {
    int sites = 600;
    int people = 5'000;
    int advisers = 500;
};

/// Into an empty database. Throws when it cannot be used.
class QueueTown {
  public:
    QueueTown(std::string const& url, Instant now, QueueTownSize size, std::size_t sessions);

    std::unique_ptr<db::Database> database;
    ManualClock clock;
    interview::ChangeFeed feed;
    queue::QueueService queue;
    std::vector<identity::Caller> staff; ///< advisers
    std::vector<SiteId> sites;
    std::vector<KioskId> kiosks; ///< one at each site

    /// Somebody comes to one of the sites; a fifth of them with an appointment around now.
    void come(db::Session& session, std::mt19937& random);
    /// Until it is done.
    void write(std::function<void(db::Session&)> const& change);
    int open_tickets();
    /// Sessions of the first so many advisers, as their browsers keep them.
    std::vector<std::string> sign_in(int count);
    /// As many kiosks as there are keys (Ed25519, base64url) are paired, each with its own.
    void pair_kiosks(std::vector<std::string> const& public_keys);
    /// A screen at each of the first so many sites: their secrets.
    std::vector<std::string> hang_up_screens(int count);

  private:
    void furnish(QueueTownSize size);
    void add_place(db::Session& session, network::TerritoryId const& territory, std::string const& name);
    identity::Caller hire(std::string const& name, identity::Role role);

    identity::AccountService accounts_;
    NetworkId network_;
    PartnerId partner_;
    network::AdviserGroupId group_;
    std::vector<OfferId> offers_; ///< of each site
};

} // namespace parvis::bench
