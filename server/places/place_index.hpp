// SPDX-License-Identifier: EUPL-1.2
// The communes of France by name and postcode, as people type them: without accents or hyphens, with "St",
// with a slip. Pure; any thread may ask once it is built.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::places {

struct Place {
    std::string code; ///< INSEE
    std::string name;
    std::vector<std::string> postcodes;
    std::int64_t latitude_microdegrees{}; ///< WGS 84
    std::int64_t longitude_microdegrees{};
    bool is_rough{}; ///< the middle of its neighbours: some kilometres off
    int population{};
    std::optional<std::string> part_of; ///< an old commune: the one it belongs to now
};

/// "46", "2A", "971".
std::string departement_of(Place const& place);

/// How badly what was typed fits a name (both folded by PlaceIndex): 0 the same, 1 its beginning, 2 the
/// beginning of one of its words, then one more for each slip; nothing: not meant.
std::optional<int> misfit(std::string_view typed, std::string_view name);

class PlaceIndex {
  public:
    using IsServed = std::function<bool(Place const&)>;

    /// Lines of data/places.csv. Throws std::runtime_error for a line that is not one.
    explicit PlaceIndex(std::string_view lines);

    /// Those that may be meant, the likeliest first: what fits best, where there are counters around, what is
    /// larger. Digits are the beginning of a postcode. Less than two letters or digits mean nothing.
    std::vector<Place> find(std::string_view typed, std::size_t most, IsServed const& is_served) const;

    /// By INSEE code; nothing for one that does not exist.
    std::optional<Place> named(std::string_view code) const;

    std::size_t size() const { return places_.size(); }

  private:
    struct Entry {
        Place place;
        std::string folded;
    };
    std::vector<Entry> places_;
};

} // namespace parvis::places
