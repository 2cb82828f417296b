// SPDX-License-Identifier: EUPL-1.2
// A supply book for tests: openings and hours as a test sets them. And what must hold whatever happened.
#pragma once

#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/testing/test_world.hpp"

#include <string>

namespace parvis::scheduling::testing_support {

/// Any thread may read once it is furnished.
class TestBook final : public SupplyBook {
  public:
    /// Every day of `days` from 8:00 in Paris, eight slots of 30 minutes, at Bretenoux and Salviac, by the
    /// CAF; a motive takes 30 minutes, notice up to 60 days, cancelling an hour before.
    TestBook(testing::World& world, LocalDate first_day, int days, int advisers);

    Result<Terms> terms(db::Session& session, std::vector<MotiveId> const& motives) const override;
    std::shared_ptr<Offered const> offered(db::Session& session, OfferQuery const& query) const override;
    std::vector<OpenSpan> windows(db::Session& session, std::vector<MotiveId> const& motives,
                                  SiteId const& site, Instant from, Instant to) const override;
    std::vector<NearSite> sites_near(db::Session& session, SiteId const& site, int metres) const override;

    SupplyId supply;
    MotiveId motive;
    std::vector<Opening> openings;
    std::vector<SearchedSite> sites;
    std::vector<SearchedKiosk> kiosks;
    std::vector<NearSite> neighbours;
    std::vector<OpenSpan> walk_in;
    bool comes_in_person = false; ///< whoever answers: then there is no other door
    Terms each;

  private:
    network::AdviserGroupId group_;
};

/// "" when the guard has exactly the ticks of the appointments that claim a place, and no two claim the same;
/// otherwise what is wrong.
std::string fault_of_guard(db::Database& database);

/// A row of the database as one number.
long long number(db::Database& database, std::string const& query);

} // namespace parvis::scheduling::testing_support
