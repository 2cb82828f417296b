// SPDX-License-Identifier: EUPL-1.2
#include "server/poster/poster_routes.hpp"

#include "platform/http/path_id.hpp"
#include "platform/json/json.hpp"

namespace parvis::poster {

namespace {

constexpr char poster_path[] = "/api/v1/public/sites/{site_id}/poster.pdf";
constexpr char leaflet_path[] = "/api/v1/public/sites/{site_id}/leaflet.pdf";

Result<Language> language_in(http::Request const& request) {
    auto const wanted = request.query_value("language").value_or("fr");
    if (wanted != "fr" && wanted != "en") {
        return fail(ErrorCode::invalid_input, "value_unknown", "/language");
    }
    return wanted == "fr" ? Language::fr : Language::en;
}

/// The counter on the portal, at the address by which this server was reached.
std::string url_of(http::Request const& request, SiteId const& site) {
    return (request.secure ? "https://" : "http://") + request.host + "/portal/?site=" + site.text();
}

Result<http::Response> pdf(PosterService& posters, http::Request const& request, Result<Paper> const& paper) {
    auto const site = http::path_id<SiteId>(request, "site_id", "site_unknown");
    if (!site) {
        return site.error();
    }
    if (!paper) {
        return paper.error();
    }
    auto const language = language_in(request);
    if (!language) {
        return language.error();
    }
    auto const made = posters.make(*site, *paper, *language, url_of(request, *site));
    if (!made) {
        return made.error();
    }
    http::Response response;
    response.content_type = "application/pdf";
    response.shared_body = made->pdf;
    response.set_header("ETag", "\"" + made->tag + "\"");
    response.set_header("Cache-Control", "public, max-age=300");
    response.set_header("Content-Disposition",
                        "inline; filename=\"parvis-" + std::string(json::enum_name(*paper)) + ".pdf\"");
    return response;
}

Result<Paper> size_in(http::Request const& request) {
    auto const paper = json::parse_enum<Paper>(request.query_value("format").value_or("a4"));
    return paper && *paper != Paper::leaflet ? Result<Paper>(*paper)
                                             : fail(ErrorCode::invalid_input, "value_unknown", "/format");
}

} // namespace

void add_poster_routes(http::Router& router, PosterService& posters) {
    router.get(poster_path,
               [&posters](http::Request const& request) { return pdf(posters, request, size_in(request)); });
    router.get(leaflet_path, [&posters](http::Request const& request) {
        return pdf(posters, request, Result<Paper>(Paper::leaflet));
    });
}

http::RouteDescriptions describe_poster_routes(json::SchemaBook&) {
    http::RouteDescription poster{http::Method::get,
                                  poster_path,
                                  "A poster of a counter to print, A4 or A3, French or English; anybody.",
                                  std::nullopt,
                                  std::nullopt,
                                  "application/pdf"};
    poster.query = {{"format", false}, {"language", false}};
    http::RouteDescription leaflet{
        http::Method::get, leaflet_path, "Two leaflets A5 of a counter on one A4, to print and cut; anybody.",
        std::nullopt,      std::nullopt, "application/pdf"};
    leaflet.query = {{"language", false}};
    return {poster, leaflet};
}

} // namespace parvis::poster
