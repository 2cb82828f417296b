// SPDX-License-Identifier: EUPL-1.2
#include "server/publication/publication_routes.hpp"

#include "embedded/parvis_embedded_embed_style.hpp"
#include "platform/http/path_id.hpp"
#include "platform/json/json.hpp"

namespace parvis::publication {

namespace {

constexpr char feed_path[] = "/api/v1/public/networks/{network_id}/feed";
constexpr char calendar_path[] = "/api/v1/public/sites/{site_id}/sessions.ics";
constexpr char network_page_path[] = "/api/v1/public/networks/{network_id}/embed.html";
constexpr char site_page_path[] = "/api/v1/public/sites/{site_id}/embed.html";
constexpr char style_path[] = "/api/v1/public/embed.css";

constexpr char page_policy[] = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
                               "frame-ancestors *";

Result<Language> language_in(http::Request const& request) {
    auto const wanted = request.query_value("language").value_or("fr");
    if (wanted != "fr" && wanted != "en") {
        return fail(ErrorCode::invalid_input, "value_unknown", "/language");
    }
    return wanted == "fr" ? Language::fr : Language::en;
}

std::string origin_of(http::Request const& request) {
    return (request.secure ? "https://" : "http://") + request.host;
}

/// Read by programs and pages of other sites as well.
http::Response for_everybody(std::string content_type, std::string body, char const* cache) {
    http::Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    response.set_header("Cache-Control", cache);
    response.set_header("Cross-Origin-Resource-Policy", "cross-origin");
    return response;
}

Result<http::Response> feed(Publication& publication, http::Request const& request) {
    auto const id = http::path_id<NetworkId>(request, "network_id", "network_unknown");
    if (!id) {
        return id.error();
    }
    auto const found = publication.feed(*id);
    if (!found) {
        return found.error();
    }
    auto response =
        for_everybody("application/json", json::serialize(json::encode(**found)), "public, max-age=300");
    response.set_header("Access-Control-Allow-Origin", "*");
    return response;
}

Result<http::Response> calendar(Publication& publication, http::Request const& request) {
    auto const id = http::path_id<SiteId>(request, "site_id", "site_unknown");
    if (!id) {
        return id.error();
    }
    auto const language = language_in(request);
    if (!language) {
        return language.error();
    }
    auto text = publication.calendar(*id, *language);
    return text ? Result<http::Response>(
                      for_everybody("text/calendar; charset=utf-8", std::move(*text), "public, max-age=300"))
                : text.error();
}

/// `make`: the page for the id in the path.
template <class AnyId>
http::Handler page(Publication& publication, char const* parameter, char const* unknown,
                   Result<std::string> (Publication::*make)(AnyId const&, std::string const&, Language)) {
    return [&publication, parameter, unknown, make](http::Request const& request) -> Result<http::Response> {
        auto const id = http::path_id<AnyId>(request, parameter, unknown);
        if (!id) {
            return id.error();
        }
        auto const language = language_in(request);
        if (!language) {
            return language.error();
        }
        auto html = (publication.*make)(*id, origin_of(request), *language);
        if (!html) {
            return html.error();
        }
        auto response = for_everybody("text/html; charset=utf-8", std::move(*html), "public, max-age=60");
        response.set_header("Content-Security-Policy", page_policy);
        return response;
    };
}

} // namespace

void add_publication_routes(http::Router& router, Publication& publication) {
    router.get(feed_path,
               [&publication](http::Request const& request) { return feed(publication, request); });
    router.get(calendar_path,
               [&publication](http::Request const& request) { return calendar(publication, request); });
    router.get(network_page_path,
               page<NetworkId>(publication, "network_id", "network_unknown", &Publication::network_page));
    router.get(site_page_path, page<SiteId>(publication, "site_id", "site_unknown", &Publication::site_page));
    router.get(style_path, [](http::Request const&) {
        return Result<http::Response>(for_everybody("text/css; charset=utf-8",
                                                    std::string(embedded_embed_style().front().second),
                                                    "public, max-age=3600"));
    });
}

http::RouteDescriptions describe_publication_routes(json::SchemaBook& book) {
    using http::Method;
    auto const text = [](char const* path, char const* summary, char const* media_type,
                         bool has_language = true) {
        http::RouteDescription route{Method::get, path, summary, std::nullopt, std::nullopt, media_type};
        if (has_language) {
            route.query = {{"language", false}};
        }
        return route;
    };
    return {{Method::get, feed_path,
             "Counters with the hours of the coming days, subjects, bodies, and when each answers where; "
             "anybody, from "
             "any site, at most a minute old.",
             std::nullopt, json::schema<NetworkFeed>(book)},
            text(calendar_path, "When which body answers at a counter in the week to come; anybody.",
                 "text/calendar"),
            text(network_page_path, "The counters of a network, for a frame in another site; anybody.",
                 "text/html"),
            text(site_page_path, "One counter, for a frame in another site; anybody.", "text/html"),
            text(style_path, "The style of these pages; anybody.", "text/css", false)};
}

} // namespace parvis::publication
