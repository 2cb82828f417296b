// SPDX-License-Identifier: EUPL-1.2
// What bodies offer, read from the database.
#pragma once

#include "server/scheduling/slots/supply_book_store.hpp"

namespace parvis::scheduling {

class StoredSupplyBook final : public SupplyBook {
  public:
    Result<Terms> terms(db::Session& session, std::vector<MotiveId> const& motives) const override;
    std::shared_ptr<Offered const> offered(db::Session& session, OfferQuery const& query) const override;
    std::vector<OpenSpan> windows(db::Session& session, std::vector<MotiveId> const& motives,
                                  SiteId const& site, Instant from, Instant to) const override;
    std::vector<NearSite> sites_near(db::Session& session, SiteId const& site, int metres) const override;
};

} // namespace parvis::scheduling
