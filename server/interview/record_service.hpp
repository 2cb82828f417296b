// SPDX-License-Identifier: EUPL-1.2
// Use case: a kiosk hands over what it owes the audit trail. Worker thread.
#pragma once

#include "platform/time/instant.hpp"
#include "server/interview/interview_card_store.hpp"

#include <vector>

namespace parvis::interview {

inline constexpr std::size_t most_records_at_once = 500;

class RecordService {
  public:
    /// All must outlive this object.
    RecordService(db::Database& database, Clock const& clock, ChangeFeed const& feed);

    /// Saves each record once and writes it into the audit trail; a record that is known already is skipped.
    /// All or none. Errors: too_large "too_many_records" (highest); forbidden "record_not_yours" with the
    /// pointer of the record whose interview was held at another kiosk; invalid_input "counts_missing" for a
    /// wipe without counts.
    Result<void> keep(KioskId const& kiosk, std::vector<kiosk_protocol::KioskRecord> const& records);

  private:
    db::Database& database_;
    Clock const& clock_;
    ChangeFeed const& feed_;
};

} // namespace parvis::interview
