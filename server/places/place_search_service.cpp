// SPDX-License-Identifier: EUPL-1.2
#include "server/places/place_search_service.hpp"

#include "embedded/parvis_embedded_places.hpp"
#include "server/network/listing_shared_store.hpp"
#include "server/scheduling/opening/calendar_shared_store.hpp"

#include <sstream>

namespace parvis::places {

namespace {

constexpr std::size_t most_found = 8;
constexpr std::size_t longest_typed = 100;
constexpr std::size_t longest_codes = 600; ///< a hundred communes
constexpr std::chrono::milliseconds counters_stay = std::chrono::minutes(1);
constexpr std::int64_t square_microdegrees = 250'000;
constexpr std::int64_t rows_apart = 100'000; ///< more than there are squares around the earth

std::int64_t square_of(std::int64_t latitude, std::int64_t longitude) {
    // From the south pole and the date line, so that no number is negative.
    return (latitude + 90'000'000) / square_microdegrees * rows_apart +
           (longitude + 180'000'000) / square_microdegrees;
}

PlaceView view_of(Place place) {
    auto departement = departement_of(place);
    return {std::move(place.code),
            std::move(place.name),
            std::move(departement),
            std::move(place.postcodes),
            place.latitude_microdegrees,
            place.longitude_microdegrees,
            place.is_rough,
            std::move(place.part_of)};
}

} // namespace

PlaceSearch::PlaceSearch(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock), index_(embedded_places().front().second) {}

Result<std::shared_ptr<ServedSquares const>> PlaceSearch::served() {
    auto const now = clock_.now();
    {
        std::scoped_lock const lock(mutex_);
        if (served_ && now - served_at_ < counters_stay) {
            return served_;
        }
    }
    auto squares = std::make_shared<ServedSquares>();
    auto const read = database_.read([&](db::Session& session) -> Result<void> {
        for (auto const& network : network::networks(session)) {
            for (auto const& site : scheduling::site_positions(session, network.network_id)) {
                auto const square = square_of(site.latitude_microdegrees, site.longitude_microdegrees);
                for (std::int64_t row : {-rows_apart, std::int64_t{0}, rows_apart}) {
                    squares->insert({square + row - 1, square + row, square + row + 1});
                }
            }
        }
        return {};
    });
    if (!read) {
        return read.error();
    }
    std::scoped_lock const lock(mutex_);
    served_ = squares;
    served_at_ = now;
    return served_;
}

Result<PlaceList> PlaceSearch::find(std::string const& typed) {
    if (typed.find_first_not_of(' ') == std::string::npos) {
        return fail(ErrorCode::invalid_input, "field_missing", "/q");
    }
    if (typed.size() > longest_typed) {
        return fail(ErrorCode::invalid_input, "text_too_long", "/q",
                    {{"highest", std::to_string(longest_typed)}});
    }
    auto const squares = served();
    if (!squares) {
        return squares.error();
    }
    PlaceList list;
    for (auto& place : index_.find(typed, most_found, [&](Place const& one) {
             return (*squares)->contains(square_of(one.latitude_microdegrees, one.longitude_microdegrees));
         })) {
        list.places.push_back(view_of(std::move(place)));
    }
    return list;
}

Result<PlaceList> PlaceSearch::named(std::string const& codes) const {
    if (codes.size() > longest_codes) {
        return fail(ErrorCode::invalid_input, "text_too_long", "/codes",
                    {{"highest", std::to_string(longest_codes)}});
    }
    PlaceList list;
    std::istringstream words(codes);
    for (std::string code; std::getline(words, code, ',');) {
        if (auto place = index_.named(code)) {
            list.places.push_back(view_of(std::move(*place)));
        }
    }
    return list;
}

} // namespace parvis::places
