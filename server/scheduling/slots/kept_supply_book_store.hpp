// SPDX-License-Identifier: EUPL-1.2
// What bodies offer, kept in memory as long as nothing of it changed. Each question reads one row
// (supply_stamp, which triggers count up) in the transaction that asks: what it answers is what the database
// holds at that very moment.
#pragma once

#include "server/scheduling/slots/supply_book_store.hpp"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>

namespace parvis::scheduling {

/// Any thread.
class KeptSupplyBook final : public SupplyBook {
  public:
    /// `source` must outlive it. Above `most` answers it begins again: an answer is a few kilobytes.
    explicit KeptSupplyBook(SupplyBook const& source, std::size_t most = 20'000);

    Result<Terms> terms(db::Session& session, std::vector<MotiveId> const& motives) const override;
    /// Of whole UTC days: may hold more than was asked for, which rules sort out.
    std::shared_ptr<Offered const> offered(db::Session& session, OfferQuery const& query) const override;
    /// Reads the stamp once for both. Offered are those of some weeks around what was asked for.
    Result<OnOffer> on_offer(db::Session& session, OfferQuery const& query) const override;
    /// Of whole UTC days, as above.
    std::vector<OpenSpan> windows(db::Session& session, std::vector<MotiveId> const& motives,
                                  SiteId const& site, Instant from, Instant to) const override;
    std::vector<NearSite> sites_near(db::Session& session, SiteId const& site, int metres) const override;

  private:
    template <class Answer>
    using Answers = std::unordered_map<std::string, std::shared_ptr<Answer const>>;
    class Reading;

    template <class Answer, class Load>
    std::shared_ptr<Answer const> keep(std::int64_t stamp, Answers<Answer>& answers,
                                       std::string const& question, Load const& load) const;
    Result<Terms> terms_at(std::int64_t stamp, db::Session& session,
                           std::vector<MotiveId> const& motives) const;
    std::shared_ptr<Offered const> offered_at(std::int64_t stamp, db::Session& session,
                                              OfferQuery const& query) const;
    /// Whether answers of this stamp may be kept; older ones are dropped. Under the lock.
    bool is_current(std::int64_t stamp) const;

    SupplyBook const& source_;
    std::size_t most_;
    mutable std::mutex mutex_;
    mutable std::condition_variable was_read_;
    mutable std::set<std::string> being_read_; ///< questions
    mutable std::int64_t stamp_ = -1;
    mutable Answers<Result<Terms>> terms_;
    mutable Answers<Offered> offered_;
    mutable Answers<std::vector<OpenSpan>> windows_;
    mutable Answers<std::vector<NearSite>> near_;
};

} // namespace parvis::scheduling
