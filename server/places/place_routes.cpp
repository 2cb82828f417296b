// SPDX-License-Identifier: EUPL-1.2
#include "server/places/place_routes.hpp"

#include "platform/http/body.hpp"

namespace parvis::places {

namespace {

constexpr char places_path[] = "/api/v1/public/places";

} // namespace

void add_place_routes(http::Router& router, PlaceSearch& search) {
    router.get(places_path, [&search](http::Request const& request) -> Result<http::Response> {
        auto const codes = request.query_value("codes");
        auto answer = http::json_response(200, codes ? search.named(*codes)
                                                     : search.find(request.query_value("q").value_or("")));
        if (answer) {
            answer->set_header("Cache-Control", "public, max-age=600");
        }
        return answer;
    });
}

http::RouteDescriptions describe_place_routes(json::SchemaBook& book) {
    http::RouteDescription find{http::Method::get, places_path,
                                "Communes of France by the beginning of a name or postcode (q), the "
                                "likeliest first, or by their INSEE "
                                "codes (codes, with commas between); anybody.",
                                std::nullopt, json::schema<PlaceList>(book)};
    find.query = {{"q", false}, {"codes", false}};
    return {find};
}

} // namespace parvis::places
