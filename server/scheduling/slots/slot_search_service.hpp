// SPDX-License-Identifier: EUPL-1.2
// Searching for slots: what is free, and what to offer when nothing is. Slots are public: anybody may search.
// Worker threads; each search reads one consistent view of the data.
#pragma once

#include "platform/time/instant.hpp"
#include "server/scheduling/appointments/appointment_policy.hpp"
#include "server/scheduling/slots/proposal.hpp"
#include "server/scheduling/slots/supply_book_store.hpp"

#include <optional>
#include <vector>

namespace parvis::scheduling {

struct SearchWish {
    std::vector<MotiveId> motives;
    Door door{};
    std::optional<SiteId> site_id; ///< needed by kiosk and on site
    Instant not_before;            ///< the search begins here, or now if that is later
    std::size_t most = 20;
    std::optional<Instant> until{};        ///< slots that begin before; nothing: as far as the notice goes
    std::optional<AppointmentId> moving{}; ///< what it has counts as free
};

struct ProposalWish {
    UnmetId unmet_id; ///< chosen by who asks: asked again, it counts once
    std::vector<MotiveId> motives;
    SiteId site_id;
    Instant not_before;
};

struct Proposals {
    std::vector<Proposal> proposals;
    std::vector<OpenSpan> windows;              ///< the next here in which one comes without an appointment
    std::vector<NearbyWindow> nearby_windows{}; ///< the next of each near site, as many as the three lack
    std::optional<Proposal> in_person{}; ///< beside the three: somebody of the body comes there, or near
    std::optional<UnmetReason> unmet{};  ///< nothing here, and no window: it was counted, with this reason
};

/// Errors of all: those of SupplyBook::terms, invalid_input "site_missing" (/site_id). Of those that count:
/// forbidden "not_your_booking" for staff who could not book it.
class SlotSearchService {
  public:
    /// All must outlive this object.
    SlotSearchService(db::Database& database, Clock const& clock, SupplyBook const& book);

    /// In order of time, at most `most`.
    Result<std::vector<Slot>> find(SearchWish const& wish);
    /// Next free here, else within 30 km, else by telephone or from home: three ways. When there is nothing
    /// here the request is counted.
    Result<Proposals> propose(Requester const& by, ProposalWish const& wish);
    /// The proposals suited nobody. Counted once for each id.
    Result<void> refuse(Requester const& by, ProposalWish const& wish);

  private:
    struct View;

    Result<Proposals> look(db::Session& session, Requester const& by, ProposalWish const& wish,
                           Instant now) const;
    void add_window(db::Session& session, NearSite const& site, std::vector<MotiveId> const& motives,
                    Instant from, std::vector<NearbyWindow>& windows) const;
    Result<void> count(Requester const& by, ProposalWish const& wish, UnmetReason reason, Instant now);

    db::Database& database_;
    Clock const& clock_;
    SupplyBook const& book_;
};

} // namespace parvis::scheduling
