// SPDX-License-Identifier: EUPL-1.2
// Posters and leaflets of a counter, from what is true now. Worker threads.
#pragma once

#include "server/poster/poster.hpp"
#include "server/scheduling/appointments/public_booking_service.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace parvis::poster {

struct MadePoster {
    std::string tag; ///< changes with anything that stands on it
    std::shared_ptr<std::string const> pdf;
};

class PosterService {
  public:
    /// `booking` must outlive this object.
    explicit PosterService(scheduling::PublicBooking& booking);

    /// `url`: where the QR code leads. One is drawn at a time, and the last 64 are kept: the work is bounded
    /// however often it is asked for. Errors: not_found "site_unknown".
    Result<MadePoster> make(SiteId const& site, Paper paper, Language language, std::string url);

  private:
    scheduling::PublicBooking& booking_;
    std::mutex mutex_;
    std::deque<MadePoster> kept_; ///< under the mutex
};

} // namespace parvis::poster
