// SPDX-License-Identifier: EUPL-1.2
// Which commune is meant by what a citizen types. Worker threads.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/places/place_index.hpp"
#include "server/places/place_view.hpp"

#include <memory>
#include <mutex>
#include <unordered_set>

namespace parvis::places {

/// Squares of a quarter of a degree, about 28 by 20 km, with a counter in them or in one beside them.
using ServedSquares = std::unordered_set<std::int64_t>;

class PlaceSearch {
  public:
    /// Both must outlive this object. Reads the communes, once: some 40 ms and 10 MB.
    PlaceSearch(db::Database& database, Clock const& clock);

    /// At most eight. Errors: invalid_input "field_missing", "text_too_long" (highest), both /q.
    Result<PlaceList> find(std::string const& typed);
    /// Communes by their INSEE codes, with commas between; those that do not exist are left out. Error:
    /// invalid_input "text_too_long" (highest, /codes).
    Result<PlaceList> named(std::string const& codes) const;
    bool knows(std::string_view code) const { return index_.named(code).has_value(); }

  private:
    /// Where the counters of all networks are, read again after a minute.
    Result<std::shared_ptr<ServedSquares const>> served();

    db::Database& database_;
    Clock const& clock_;
    PlaceIndex index_;
    std::mutex mutex_;
    std::shared_ptr<ServedSquares const> served_; ///< under the mutex, as what follows
    Instant served_at_{};
};

} // namespace parvis::places
